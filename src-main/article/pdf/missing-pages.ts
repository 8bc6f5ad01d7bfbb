/** What to say of pages that have no text: they are pictures, or damaged. */
import { ExpectedFailure } from '../../domain/base/result.js';

/** Of a whole document: how many pages it has, and which of them, from 1, have no text and why. */
interface TextlessPages {
  readonly count: number;
  readonly pictures: readonly number[];
  readonly damaged: readonly number[];
}

/** Why a document has no text at all. */
export function withoutText(
  name: string,
  { count, pictures, damaged }: TextlessPages
): ExpectedFailure {
  if (damaged.length > 0) {
    return new ExpectedFailure(
      'not-a-pdf',
      `${name} cannot be read: page ${inRuns(damaged)} of ${count} is damaged, and no other has text.`
    );
  }
  if (count === 0) return new ExpectedFailure('empty-file', `${name} has no pages.`);
  const many = count === 1 ? 'its one page is a picture' : `its ${count} pages are pictures`;
  return pictures.length > 0
    ? new ExpectedFailure(
        'scanned',
        `${name} is scanned: ${many}, without text. Run text recognition (OCR) over it and try again.`
      )
    : new ExpectedFailure('empty-file', `${name} holds no words.`);
}

/** A sentence for each kind of page whose text is missing. */
export function tellMissing(name: string, { count, pictures, damaged }: TextlessPages): string[] {
  const sentences: string[] = [];
  if (pictures.length > 0) {
    const [noun, verb, them] =
      pictures.length === 1 ? ['Page', 'is a picture', 'it'] : ['Pages', 'are pictures', 'them'];
    sentences.push(
      `${noun} ${inRuns(pictures)} of ${count} of ${name} ${verb} without text, and missing here. Text recognition (OCR) would bring ${them}.`
    );
  }
  if (damaged.length > 0) {
    const [noun, verb] = damaged.length === 1 ? ['Page', 'is'] : ['Pages', 'are'];
    sentences.push(
      `${noun} ${inRuns(damaged)} of ${count} of ${name} ${verb} damaged, and missing here. The others were taken in.`
    );
  }
  return sentences;
}

/** `1, 3–5`. */
function inRuns(numbers: readonly number[]): string {
  const runs: { start: number; end: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.end === number - 1) run.end = number;
    else runs.push({ start: number, end: number });
  }
  return runs.map(({ start, end }) => (start === end ? start : `${start}–${end}`)).join(', ');
}
