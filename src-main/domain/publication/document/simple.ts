/**
 * A document in the few kinds of blocks that every format of running text has: what is drawn on a page is
 * told in lines and tables.
 */
import { safeLink } from '../../markdown/safe-link.js';
import { stanceSigns } from '../../terms/terms.js';
import { isolatedAmong, running } from '../../text/direction.js';
import { asSentence } from '../../text/joined-words.js';
import { plain } from './cells.js';
import type {
  Block,
  TableCell,
  JudgementsBlock,
  MapBlock,
  MapNotes,
  MapTable,
  Runs,
  SourceBlock,
  TableBlock,
  TextBlock
} from './blocks.js';
import type {
  DocumentChapter,
  DocumentTree,
  FixedWords,
  OpeningPart,
  Section
} from './document.js';

export type SimpleBlock =
  TextBlock | SimpleTable | LabelledBlock | Extract<Block, { readonly kind: 'notes' }>;

type LabelledBlock = Extract<Block, { readonly kind: 'labelled' }> & {
  /** Of several that belong together: the first, which the others stand under. */
  readonly place?: 'first' | 'under';
};

export interface SimpleTable extends TableBlock {
  /** Of a map, whose columns are narrow: what stands for each head where no words can stand upright. */
  readonly headSigns?: readonly string[];
}

type Simple<T> = Omit<T, 'blocks'> & { readonly blocks: readonly SimpleBlock[] };
export type SimplePart = Simple<OpeningPart>;
export type SimpleSection = Simple<Section>;

export interface SimpleChapter extends Omit<DocumentChapter, 'opening' | 'sections'> {
  readonly opening: readonly SimplePart[];
  readonly sections: readonly SimpleSection[];
}

export interface SimpleDocument extends Omit<DocumentTree, 'chapters'> {
  readonly chapters: readonly SimpleChapter[];
}

/** What has nothing left to tell, such as a timeline beside the ledger that tells the same, is left out. */
export function simplified(tree: DocumentTree): SimpleDocument {
  return {
    ...tree,
    chapters: tree.chapters.map((chapter) => {
      const simple = <T extends OpeningPart | Section>(parts: readonly T[]): readonly Simple<T>[] =>
        parts.flatMap((part) => {
          const blocks = part.blocks.flatMap((block) => simpleBlocks(block, chapter.words));
          return blocks.length > 0 || part.blocks.length === 0 ? [{ ...part, blocks }] : [];
        });
      return { ...chapter, opening: simple(chapter.opening), sections: simple(chapter.sections) };
    })
  };
}

/** A number in the digits of the document. */
export function numberIn({ digits }: Pick<FixedWords, 'digits'>, number: number): string {
  return String(number).replace(/\d/gu, (digit) => digits.charAt(Number(digit)));
}

/** Every stretch of words, in order; `notes` stand elsewhere. */
export function* runsOfBlocks(blocks: readonly Block[]): Generator<Runs, void> {
  for (const block of blocks) {
    if ('runs' in block) yield block.runs;
    else if (block.kind === 'quote') yield* runsOfBlocks(block.blocks);
    else if (block.kind === 'list') {
      for (const item of block.items) yield* runsOfBlocks(item);
    } else if (block.kind === 'table') {
      for (const { runs, lines = [] } of [block.head, ...block.rows].flat())
        yield* [runs, ...lines];
    }
  }
}

function simpleBlocks(block: Block, words: FixedWords): readonly SimpleBlock[] {
  const { colon } = words;
  switch (block.kind) {
    case 'deadline':
      return [{ kind: 'labelled', label: `${block.label}${colon}`, runs: plain(block.day) }];
    case 'ask': {
      const { letter, runs, boxes, direction } = block;
      const ticked = plain(boxes.map((box) => ` ☐\u00a0${box}`).join(''));
      const asked = { runs: [...runs, ...ticked], ...(direction && { direction }) };
      if (letter === '') return [{ kind: 'paragraph', ...asked }];
      return [{ kind: 'labelled', label: isolatedAmong(words.direction, `${letter})`), ...asked }];
    }
    case 'signature': {
      const told = block.labels.map((label) => `${label}${colon} ${'\u2026'.repeat(12)}`);
      return [{ kind: 'paragraph', runs: plain(told.join('\u2003')) }];
    }
    case 'judgements':
      return judgementLines(block, words);
    case 'map':
      return mapBlocks(block, words);
    case 'timeline':
      return block.changes.map(line);
    case 'source':
      return [sourceLine(block, words)];
    case 'speech': {
      const { words: said, signature, newerVersion, direction } = block;
      const own = direction && { direction };
      return [
        { kind: 'paragraph', runs: plain(said), ...own },
        line(signature),
        ...(newerVersion ? [line(newerVersion)] : [])
      ];
    }
    case 'point': {
      const { heading, unreviewed, sentence, lines, direction } = block;
      const own = direction && { direction };
      const mark = unreviewed && ` · ${unreviewed}`;
      return [
        {
          kind: 'paragraph',
          runs: [
            { text: heading, bold: true },
            { text: mark, soft: true }
          ],
          ...own
        },
        ...[sentence, ...lines]
          .filter((told) => told !== '')
          .map((told) => ({ ...line(told), ...own }))
      ];
    }
    default:
      return [block];
  }
}

function line(text: string) {
  return { kind: 'paragraph', runs: plain(text) } as const;
}

/** How likely and how surely stand in lines of their own. */
function judgementLines(
  { heads, entries }: JudgementsBlock,
  words: FixedWords
): readonly LabelledBlock[] {
  return entries.flatMap(({ runs, direction, likelihood, confidence, reasons }, index) => {
    const { word, range } = likelihood;
    const under = (label: string, told: string): LabelledBlock => ({
      ...{ kind: 'labelled', label, runs: plain(told), place: 'under' }
    });
    return [
      {
        ...{ kind: 'labelled', label: `${numberIn(words, index + 1)}.`, runs, place: 'first' },
        ...(direction && { direction })
      },
      under(`${heads.likelihood}${words.colon}`, range ? `${word} (${range})` : word),
      under(`${heads.confidence}${words.colon}`, confidence.word),
      ...reasons.map((reason) => under(reason.label, reason.words))
    ];
  });
}

function sourceLine(source: SourceBlock, { direction, comma, colon }: FixedWords): SimpleBlock {
  const { number, title, madeBy, address, isLink, grade, gradeInWords, remarks } = source;
  const named = isolatedAmong(direction, title);
  const cited = asSentence(madeBy ? `${named}${comma} ${madeBy}` : named);
  const graded = grade === '' ? [] : [`${grade}${colon} ${gradeInWords}`];
  const told = [...graded, ...remarks].map(asSentence);
  const link = isLink ? safeLink(address) : null;
  return {
    kind: 'paragraph',
    runs: [
      { text: running(direction, `${number}. `) },
      { text: [cited, ...told].join(' ') },
      ...(address ? [{ text: ' ' }, { text: address, ...(link && { link }) }] : [])
    ]
  };
}

function mapBlocks(map: MapBlock, words: FixedWords): readonly SimpleBlock[] {
  const { colon, semicolon } = words;
  const legend = map.legend.map(
    ({ sign, look, words: told }) => `${look === 'changed' ? '□' : sign} ${told}`
  );
  return [
    line(`${map.opening}${colon} ${legend.join(`${semicolon} `)}.`),
    ...map.tables.map((table) => tableOfMap(table, map)),
    ...map.below.flatMap((notes) => [
      line(`${notes.title}${colon}`),
      ...notes.entries.map((entry) => line(noteBelow(entry, words)))
    ])
  ];
}

function noteBelow(
  { letter, words: told, cells, cellsFirst }: MapNotes['entries'][number],
  { direction, colon, semicolon }: FixedWords
): string {
  const where = cells.map(({ number, names }) => `${number} ${names}`).join(`${semicolon} `);
  const apart = isolatedAmong(direction, told);
  const parts = cellsFirst
    ? [`${where}${colon}`, apart]
    : [letter && `${letter}${colon}`, apart, where && `(${where})`];
  return running(direction, parts.filter((part) => part !== '').join(' '));
}

function tableOfMap({ issues, groups }: MapTable, { heads }: MapBlock): SimpleTable {
  const head = (text: string): TableCell => ({ runs: plain(text), isHead: true });
  const columns = issues.length + 3;
  return {
    ...{ kind: 'table', role: 'matrix', caption: '', captionRemark: '' },
    head: [
      head(heads.actor),
      ...issues.map(({ number, wording }) => head(`${number} ${wording}`)),
      head(heads.supporting),
      head(heads.opposing)
    ],
    headSigns: [
      heads.actor,
      ...issues.map(({ number }) => number),
      stanceSigns.supports,
      stanceSigns.opposes
    ],
    widths: widthsOfMap(issues.length),
    rows: groups.flatMap(({ name, rows }) => [
      ...(name ? [[{ ...head(name), columns }]] : []),
      ...rows.map(({ actor, cells, supporting, opposing }) => [
        head(actor),
        ...cells.map(({ sign, raised, look, isChanged }): TableCell => ({
          runs: [{ text: sign }, ...(raised ? [{ text: raised, raised: true as const }] : [])],
          ...(look && { look }),
          ...(isChanged && { isChanged })
        })),
        { runs: plain(supporting) },
        { runs: plain(opposing) }
      ])
    ])
  };
}

/** Of the columns, in per cent. */
function widthsOfMap(issues: number): readonly number[] {
  const cell = Math.min(6, 78 / (issues + 2));
  return [100 - cell * (issues + 2), ...Array.from({ length: issues + 2 }, () => cell)];
}

/** Whether words stand on the side where the document begins, however they run: all but somebody's own text. */
export function isAligned({ source }: Pick<OpeningPart, 'source'>): boolean {
  return source === undefined;
}
