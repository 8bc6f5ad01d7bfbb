/** Where dates stand in prose: their numbers are no figures. */

const month =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const dates = new RegExp(
  [
    `\\b${day}(?:\\s*(?:[–-]|to|and|or)\\s*${day})?\\s+(?:of\\s+)?${month}(?:,?\\s+\\d{4})?`,
    `\\b${month}\\s+${day}(?:\\s*(?:[–-]|to|and)\\s*${day})?(?!\\d)(?:,?\\s+\\d{4})?`,
    `\\b${month},?\\s+\\d{4}`,
    '\\b\\d{4}-\\d{2}(?:-\\d{2})?\\b',
    '\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b',
    '\\b\\d{1,2}(?:st|nd|rd|th)\\s+century\\b'
  ].join('|'),
  'gu'
);

/** As long as the text, with dates blanked. */
export function blankDates(text: string): string {
  return text.replace(dates, (date) => ' '.repeat(date.length));
}
