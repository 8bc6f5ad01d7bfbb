/** PDF → the text of its pages as paragraphs, and what the document says about itself. */
import { type ArticleFacts, noFacts } from '../../domain/article.js';
import { ExpectedFailure } from '../../domain/result.js';
import type { Extracted } from '../extracted.js';
import { readDate } from '../read-date.js';
import { inReadingOrder } from './columns.js';
import { toLines } from './lines.js';
import { openPdf, type Pdf } from './open-pdf.js';
import { toParagraphs } from './paragraphs.js';
import { dropRunningHeads } from './running-heads.js';

/** Throws an `ExpectedFailure` for what is no PDF, and for one whose pages are pictures only. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Extracted> {
  const pdf = await openPdf(name, bytes);
  const lines = dropRunningHeads(pdf.pages.map(({ pieces }) => toLines(pieces)));
  const text = toParagraphs(lines.map(inReadingOrder)).join('\n\n');
  const [pictures, damaged] = (['picture', 'damaged'] as const).map((why) =>
    pdf.pages.flatMap(({ without }, i) => (without === why ? [i + 1] : []))
  ) as [number[], number[]];
  if (!/[\p{L}\p{N}]/u.test(text)) throw withoutText(name, pdf, pictures, damaged);
  const missing = [...tellPictures(name, pdf, pictures), ...tellDamaged(name, pdf, damaged)];
  return { format: 'text', text, facts: factsOf(pdf), missing };
}

function withoutText(
  name: string,
  { pages }: Pdf,
  pictures: readonly number[],
  damaged: readonly number[]
): ExpectedFailure {
  if (damaged.length > 0) {
    return new ExpectedFailure(
      'not-a-pdf',
      `${name} cannot be read: page ${inRuns(damaged)} of ${pages.length} is damaged, and no other has text.`
    );
  }
  const many =
    pages.length === 1 ? 'its one page is a picture' : `its ${pages.length} pages are pictures`;
  return pictures.length > 0
    ? new ExpectedFailure(
        'scanned',
        `${name} is scanned: ${many}, without text. Run text recognition (OCR) over it and try again.`
      )
    : new ExpectedFailure('empty-file', `${name} holds no words.`);
}

function tellPictures(name: string, { pages }: Pdf, pictures: readonly number[]): string[] {
  if (pictures.length === 0) return [];
  const [noun, verb, them] =
    pictures.length === 1 ? ['Page', 'is a picture', 'it'] : ['Pages', 'are pictures', 'them'];
  return [
    `${noun} ${inRuns(pictures)} of ${pages.length} of ${name} ${verb} without text, and missing here. Text recognition (OCR) would bring ${them}.`
  ];
}

function tellDamaged(name: string, { pages }: Pdf, damaged: readonly number[]): string[] {
  if (damaged.length === 0) return [];
  const [noun, verb] = damaged.length === 1 ? ['Page', 'is'] : ['Pages', 'are'];
  return [
    `${noun} ${inRuns(damaged)} of ${pages.length} of ${name} ${verb} damaged, and missing here. The others were taken in.`
  ];
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

function factsOf({ info }: Pdf): ArticleFacts {
  const stated = (key: string) => (info[key] ?? '').replace(/\s+/g, ' ').trim();
  const title = stated('Title');
  return {
    ...noFacts,
    // Programs put the name of their own file there.
    title: /^(?:untitled|microsoft word -)|\.(?:docx?|indd|qxd|rtf|odt|tex)$/i.test(title)
      ? ''
      : title,
    author: stated('Author'),
    published: readDate(stated('CreationDate')) ?? readDate(stated('ModDate'))
  };
}
