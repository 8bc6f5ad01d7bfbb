/**
 * A briefing as one Markdown document: front matter, cards, positions, and every quote as a footnote.
 * Over 300 lines because its front matter, its escapes and its fences stand beside its blocks.
 */
import { paragraphStarts } from '../domain/markdown/paragraph-starts.js';
import { portableMarkdown } from '../domain/markdown/portable-markdown.js';
import { mapMarkdown, renderText } from '../domain/markdown/render-markdown.js';
import { identityMap } from '../domain/markdown/source-map.js';
import { composeBook } from '../domain/publication/book.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { documentOfBook } from '../domain/publication/document/document-of.js';
import type { TableCell, InlineRun, Runs } from '../domain/publication/document/blocks.js';
import type { AuthorsText, NoteEntry } from '../domain/publication/document/document.js';
import {
  runsOfBlocks,
  simplified,
  type SimpleBlock,
  type SimpleChapter,
  type SimplePart,
  type SimpleSection,
  type SimpleTable
} from '../domain/publication/document/simple.js';
import { fullEdition } from '../domain/publication/edition.js';
import type { Publication } from '../domain/publication/publication.js';
import type { Format } from './format.js';

declare module './format.js' {
  interface FormatsByEnding {
    readonly md: Format;
  }
}

export const markdown: Format = {
  name: 'Markdown',
  label: 'Markdown',
  shows: 'text',
  holds: 'front matter, cards, tables, quotes as footnotes',
  book: {
    name: 'Markdown',
    holds: 'one file; footnotes are numbered `[^2-1]`, by the briefing'
  },
  make: asMarkdown
};

/** In a book the numbers of the footnotes begin with that of the briefing, so that no two are the same. */
export function asMarkdown({ title, parts, edition }: DocumentJob): string {
  const { preparedBy, copyNumber, since, until } = edition;
  const template = edition.template === 'changes' ? edition.template : fullEdition.template;
  const shown = { preparedBy, copyNumber, since, until, template };
  const book = composeBook({ title, parts, edition: { ...fullEdition, ...shown } });
  const { titlePage, marking, chapters } = simplified(documentOfBook(book));
  const alone = book.titlePage ? undefined : book.chapters[0]?.publication;
  const head = titlePage
    ? front({ title: titlePage.title, marking: marking || null, contains: titlePage.facts })
    : '';
  return `${apart(
    head,
    alone ? frontMatter(alone) : '',
    ...chapters.map((chapter, index) =>
      new ChapterMarkdown(chapter, titlePage ? `${index + 1}-` : '').write()
    )
  )}\n`;
}

/** Set apart by blank lines; what is empty is left out. */
function apart(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** JSON strings are YAML strings too, so nothing in a title can end the front matter. */
function frontMatter({ title, briefing, edition, marking, asOf }: Publication): string {
  return front({
    title,
    author: edition.preparedBy.trim() || null,
    date: briefing.date,
    positions: asOf || null,
    marking: marking || null,
    confidence: briefing.confidence,
    tags: briefing.tags.length ? briefing.tags : null,
    modified: briefing.modifiedAt
  });
}

function front(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${inFront(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

/** A program that knows no front matter takes it for text: no tag and no picture may begin in it. */
function inFront(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFront).join(',')}]`;
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('[', '\\u005b');
}

/**
 * What somebody wrote in Markdown stays as it was written, which the blocks that were read from it could not
 * tell; what is ours is written from its blocks.
 */
class ChapterMarkdown {
  readonly #chapter: SimpleChapter;
  /** Of its footnotes. */
  readonly #prefix: string;

  constructor(chapter: SimpleChapter, prefix: string) {
    this.#chapter = chapter;
    this.#prefix = prefix;
  }

  write(): string {
    const { title, kicker, facts, marking, unreviewed, opening, sections } = this.#chapter;
    // The front matter of a briefing by itself has its marking.
    const told = this.#prefix === '' ? facts : [marking, ...facts];
    return apart(
      `# ${escaped(title)}`,
      emphasised(kicker, '_'),
      escaped(told.filter((fact) => fact !== '').join(' · ')),
      emphasised(unreviewed, '**'),
      ...opening.map((part) => this.#part(part)),
      ...sections.map((section) => this.#section(section))
    );
  }

  #part(part: SimplePart): string {
    const { heading, blocks, source, role } = part;
    const head = heading === '' ? '' : `## ${escaped(heading)}`;
    return apart(head, source ? this.#portable(source.text, `${role}-`) : this.#lines(blocks));
  }

  #section({ role, anchor, heading, kicker, blocks, source }: SimpleSection): string {
    // Footnotes need no heading.
    if (role === 'notes') return apart(...this.#chapter.notes.map((note) => this.#footnote(note)));
    const head = [`## ${escaped(heading)}`, emphasised(kicker, '_')];
    if (!source) return apart(...head, ...blocks.map((block) => this.#block(block)));
    const written =
      role === 'text' ? fenced(numbered(source)) : this.#portable(source.text, `${anchor}-`);
    return apart(...head, written, this.#marked(blocks));
  }

  /** Only rendered text has the offsets of a mark, so a note follows its text with the words it is about. */
  #marked(blocks: readonly SimpleBlock[]): string {
    const marks = [...runsOfBlocks(blocks)]
      .flat()
      .flatMap((run) => ('text' in run ? (run.begins ?? []) : []));
    const numbers = new Set(marks.map(({ number }) => number));
    return this.#chapter.notes
      .filter(({ number }) => numbers.has(number))
      .map(({ number, quote }) => `- ${escaped(quote)} ${this.#reference(number)}`)
      .join('\n');
  }

  #footnote(note: NoteEntry): string {
    const { number, quote, place, placeUncertain, newerVersion, source, claims } = note;
    const told = [
      escaped(quote),
      escaped(place),
      escaped(placeUncertain),
      emphasised(newerVersion, '**'),
      ...claims.map(({ before, words, after }) => escaped(`${before}${words}${after}.`))
    ];
    const own = source.text.trim() && this.#portable(source.text, `note-${number}-`);
    const body = apart(told.filter((part) => part !== '').join(' '), own);
    return `${this.#reference(number)}: ${body.replace(/\n(?=.)/g, '\n    ')}`;
  }

  /** A line for each, by the two spaces at its end; a list or a table stands by itself. */
  #lines(blocks: readonly SimpleBlock[]): string {
    return blocks
      .map((block, index) => {
        const isLine = (each: SimpleBlock | undefined) =>
          each?.kind === 'labelled' || each?.kind === 'paragraph';
        const next = blocks[index + 1];
        const end = next ? (isLine(block) && isLine(next) ? '  \n' : '\n\n') : '';
        return this.#block(block) + end;
      })
      .join('');
  }

  #block(block: SimpleBlock): string {
    switch (block.kind) {
      case 'paragraph':
        return this.#line(block.runs);
      case 'labelled':
        return `${emphasised(block.label, '**')} ${this.#line(block.runs)}`;
      case 'list':
        return block.items.map((item) => `- ${this.#lines(item)}`).join('\n');
      case 'table':
        return this.#table(block);
      case 'rule':
        return '---';
      case 'heading':
      case 'quote':
      case 'code':
      case 'notes':
        throw new Error(`A ${block.kind} is somebody’s own, and stays as it was written`);
    }
  }

  /** Those with a heading of their own are a heading and a table. */
  #table({ role, caption, captionRemark, head, rows }: SimpleTable): string {
    const isHeading = role === 'ledger' || role === 'point';
    const remark = captionRemark && (role === 'matrix' ? `□ ${captionRemark}` : captionRemark);
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return apart(
      isHeading ? `### ${escaped(caption)}` : escaped([caption, remark].filter(Boolean).join(' ')),
      isHeading ? emphasised(remark, '_') : '',
      [
        row(head.map((cell) => this.#cell(cell))),
        row(head.map(() => '---')),
        ...rows.map((cells) => row(cells.map((cell) => this.#cell(cell))))
      ].join('\n')
    );
  }

  #cell({ runs, lines = [], isChanged, columns = 1 }: TableCell): string {
    const words = [runs, ...lines]
      .map((each) => this.#line(each))
      .filter((each) => each !== '')
      .join('<br>');
    const told = `${words}${isChanged ? ' □' : ''}`.replaceAll('|', '\\|');
    return columns === 1 ? told : `**${told}**${' |'.repeat(columns - 1)}`;
  }

  #line(runs: Runs): string {
    return runs
      .map((run) => this.#run(run))
      .join('')
      .trim();
  }

  #run(run: InlineRun): string {
    if (!('text' in run)) {
      return run.kind === 'break' ? '<br>' : escaped(`[${run.description}]`);
    }
    const { text, bold, link, notes = [] } = run;
    const words = link ? addressed(text, link) : bold ? emphasised(text, '**') : escapedRun(text);
    const references = notes.map((number) => this.#reference(number)).join(' ');
    return [words, references].filter((part) => part !== '').join(' ');
  }

  #reference(number: number): string {
    return `[^${this.#prefix}${number}]`;
  }

  /** As a block, its footnotes behind a prefix: ours have numbers. */
  #portable(text: string, prefix: string): string {
    const source = text.trim();
    return portableMarkdown(source, this.#prefix + prefix) ?? fenced(source);
  }
}

function addressed(text: string, link: string): string {
  const address = link.replace(/[<>]/g, encodeURIComponent);
  return text === link ? `<${address}>` : `[${escapedRun(text)}](<${address}>)`;
}

/** Between signs of emphasis, which take no white space beside them; empty for no words. */
function emphasised(words: string, sign: '_' | '**'): string {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
  return core && `${before}${sign}${escaped(core)}${sign}${after}`;
}

/**
 * Words on one line that no renderer takes for markup. An address in them would take in a backslash,
 * and end at the tag behind it, so that is written otherwise.
 */
function escaped(text: string): string {
  return escapedRun(text).trim();
}

/** The same amid others, with the white space at its ends. */
function escapedRun(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]>#~]|&(?=#?\w+;)/g, '\\$&')
    .replaceAll('<', '&lt;');
}

/** With the number of each paragraph before its line, such as “¶4”: what cards lead to. */
function numbered({ text, format }: AuthorsText): string {
  const { html, map } =
    format === 'text'
      ? { ...renderText(text, format), map: identityMap(text.length) }
      : mapMarkdown(text);
  return paragraphStarts(html).reduceRight((told, start, index) => {
    const place = map.toSource({ start, end: start + 1 })?.start;
    if (place === undefined) return told;
    const line = told.lastIndexOf('\n', place - 1) + 1;
    return `${told.slice(0, line)}¶${index + 1} ${told.slice(line)}`;
  }, text);
}

/** The text as it is, behind a fence that is longer than any in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replace(/\n$/, '')}\n${fence}`;
}
