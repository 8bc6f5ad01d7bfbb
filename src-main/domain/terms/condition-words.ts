/** On what a stance depends, as people wrote it: with “if” of their own, or without. */
import { lowerFirst } from '../text/joined-words.js';

/** What opens a condition, in the languages of the fixed words. */
const ownWord = new RegExp(
  `^(?:${[
    '(?:only |even |but |and )?(?:if|when|once|unless|until)|provid(?:ed|ing)(?: that)?|(?:as|so) long as|on (?:the )?condition|in case|assuming|subject to',
    '(?:nur |erst |außer )?(?:wenn|falls|sobald|sofern|soweit|solange)|vorausgesetzt|es sei denn|unter der (?:Bedingung|Voraussetzung)|im Falle?',
    "(?:seulement |sauf |même |uniquement )?si|(?:seulement |sauf )?s[’']ils?|à (?:la )?condition|pourvu qu|à moins|tant qu|dès qu|en cas",
    '(?:только |лишь )?(?:если|когда)|при условии|в случае|пока|(?:тільки |лише )?(?:якщо|коли)|за умови|у разі|доки|поки',
    '(?:فقط |إلا )?(?:إذا|إن|لو|عندما)|بشرط|شريطة|شرط|ما لم|طالما|في حال'
  ].join('|')})(?!\\p{L})`,
  'iu'
);
/** These begin a sentence in capitals, and are no names. */
const common =
  /^(?:The|They|Their|It|Its|He|She|His|Her|We|Our|You|Your|This|That|These|Those|There|All|Any|Both|Each|Every|Some|Such|No|None|Not|Nobody|A|An|One|At|In|On|By|Der|Die|Das|Den|Dem|Des|Ein|Eine|Es|Er|Sie|Sein|Ihr|Ihre|Wir|Alle|Kein|Keine|Le|La|Les|Un|Une|Il|Elle|Ils|Elles|On|Ce|Cette|Ces|Leur|Leurs|Он|Она|Оно|Они|Это|Все|Его|Её|Их|Мы|Він|Вона|Воно|Вони|Це|Усі|Всі|Його|Її|Їх|Ми)(?!\p{L})/u;

/**
 * A condition behind its label, such as “if the ferries are exempt”; one that begins with a word of its own, as
 * “unless” does, needs no label.
 */
export function conditionAfter(
  label: string,
  condition: string,
  isolate: (words: string) => string = (words) => words
): string {
  const words = condition.trim();
  const hasOwn = ownWord.test(words);
  const told = hasOwn || common.test(words) ? lowerFirst(words) : words;
  return hasOwn ? isolate(told) : `${label} ${isolate(told)}`;
}
