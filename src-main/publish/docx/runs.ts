/** Runs of a document as runs of Word, with the comments that begin and end among them. */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ConcreteHyperlink,
  type IContext,
  Paragraph,
  TextRun,
  UnderlineType,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild
} from 'docx';
import type { AnnotationKind } from '../../domain/briefing/annotation.js';
import type { Mark, InlineRun, Runs, WordsRun } from '../../domain/publication/document/blocks.js';
import { numberIn, type SimpleChapter } from '../../domain/publication/document/simple.js';
import { wordsOfRuns } from '../../domain/publication/document/written.js';
import { fitForXml } from '../escape.js';
import { paragraphDirection, runDirection, runsOf, soft } from './look.js';
import { pictureRun } from './pictures.js';

/** Of a paragraph, beside its words. */
export type Look = Omit<IParagraphOptions, 'children'>;
export type RunLook = Omit<IRunOptions, 'text' | 'children'>;

/** What a block stands in. */
export interface Surroundings {
  readonly chapter: Pick<SimpleChapter, 'words' | 'direction' | 'notes'>;
  /** Of the headings of sections, among `headings`. */
  readonly level: number;
  /** A note is a comment whose id is its number and this; `null`: none here is a comment. */
  readonly comments: number | null;
  /** Numbers of the notes that have words of their own, which are comments. */
  readonly commented: ReadonlySet<number>;
  /** So far, in the whole document: each has a number of its own. */
  readonly count: { lists: number; links: number; pictures: number };
  /** Whether all stands on the side where the document begins, however it runs. */
  readonly isAligned: boolean;
}

const tints: Readonly<Record<AnnotationKind, string>> = {
  key: 'FDEEB0',
  claim: 'D6E8FB',
  figure: 'DBF0DC',
  change: 'F4DEF0',
  doubt: 'E8E6E1',
  note: 'F6F3E9'
};

/** As kinds differ without colour, on paper and in grey. */
const lines: Readonly<Record<AnnotationKind, NonNullable<IRunOptions['underline']>>> = {
  key: { type: UnderlineType.NONE },
  claim: { type: UnderlineType.SINGLE },
  figure: { type: UnderlineType.DASH },
  change: { type: UnderlineType.DOTTED },
  doubt: { type: UnderlineType.DOUBLE },
  note: { type: UnderlineType.WAVE }
};

/** Words of our own in a paragraph that runs as they do. */
export function plainParagraph(
  text: string,
  direction: 'ltr' | 'rtl',
  { runs = {}, ...look }: Look & { readonly runs?: RunLook } = {}
): Paragraph {
  return new Paragraph({
    ...look,
    ...paragraphDirection(text, direction),
    children: runsOf(text, direction, runs)
  });
}

export function* runsIn(
  runs: Runs,
  around: Surroundings,
  look: RunLook
): Generator<ParagraphChild, void> {
  const { words, direction } = around.chapter;
  for (const [index, run] of runs.entries()) {
    if ('text' in run) yield* wordsRun(run, wordsBehind(run, runs[index - 1]), around, look);
    else if (run.kind === 'break') yield new TextRun({ break: 1 });
    else {
      const told = `[${run.description || words.picture}]`;
      const id = String((around.count.pictures += 1));
      yield pictureRun(run.source, run.description, id) ?? new TextRun({ ...look, text: told });
    }
  }
  if (runs.length === 0) yield* runsOf('', direction, look);
}

/** Behind which a number stands. */
function wordsBehind({ text }: WordsRun, before: InlineRun | undefined): string {
  return text || (before ? wordsOfRuns([before]) : '');
}

function* wordsRun(
  run: WordsRun,
  behind: string,
  around: Surroundings,
  look: RunLook
): Generator<ParagraphChild, void> {
  const { link, marks = [], begins = [], ends = [], notes = [] } = run;
  const commentsOf = (list: readonly Mark[]) =>
    list.flatMap(({ number }) =>
      number !== null && around.comments !== null && around.commented.has(number)
        ? around.comments + number
        : []
    );
  const kind = marks.at(-1)?.kind;
  const children = runsOf(fitForXml(run.text), around.chapter.direction, {
    ...look,
    ...lookOf(run),
    ...(kind && { shading: { fill: tints[kind] }, underline: lines[kind] })
  });
  for (const id of commentsOf(begins)) yield new CommentRangeStart(id);
  if (link) yield new Link(children, `link${(around.count.links += 1)}`, link);
  else if (run.text !== '') yield* children;
  for (const id of commentsOf(ends)) {
    yield new CommentRangeEnd(id);
    yield new TextRun({ children: [new CommentReference(id)] });
  }
  const numbers = [...ends.flatMap(({ number }) => number ?? []), ...notes];
  if (numbers.length > 0) yield raised(numbers, behind, around, look);
}

/** The library gives its own links random numbers, and the same briefing is to give the same bytes. */
class Link extends ConcreteHyperlink {
  readonly #address: string;

  constructor(children: readonly ParagraphChild[], id: string, address: string) {
    super(children, id);
    this.#address = address;
  }

  override prepForXml(context: IContext) {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
    const { Relationships } = context.viewWrapper;
    Relationships.addRelationship(this.linkId, type, this.#address, 'External');
    return super.prepForXml(context);
  }
}

function lookOf({
  bold,
  italic,
  struck,
  code,
  raised,
  soft: isSoft,
  link,
  language
}: WordsRun): RunLook {
  return {
    ...(bold && { bold }),
    ...(italic && { italics: true }),
    ...(struck && { strike: true }),
    ...(code && { font: 'Courier New' }),
    ...(raised && { superScript: true }),
    ...(isSoft && { color: soft }),
    ...(link && { style: 'Hyperlink' }),
    ...(language && { language: { value: language, bidirectional: language } })
  };
}

/**
 * Numbers of notes behind words. Words from the right get a sign between (RLM), since digits would join a
 * number before them, as one number.
 */
function raised(
  numbers: readonly number[],
  behind: string,
  { chapter: { words } }: Surroundings,
  { font, size }: RunLook
): TextRun {
  const text = numbers.map((number) => numberIn(words, number)).join(`${words.comma}\u00a0`);
  const direction = runDirection(behind);
  return new TextRun({
    ...(font && { font }),
    ...(size && { size }),
    text: direction.rightToLeft ? `\u200f${text}` : text,
    superScript: true,
    ...direction
  });
}
