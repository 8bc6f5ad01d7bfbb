/** A chapter of a document as HTML: how each block and each run of words is written. */
import { titleAnchor } from '../../domain/publication/book.js';
import type {
  InlineRun,
  Runs,
  TableCell,
  WordsRun
} from '../../domain/publication/document/blocks.js';
import type { FixedWords } from '../../domain/publication/document/document.js';
import {
  numberIn,
  type SimpleBlock,
  type SimpleChapter,
  type SimplePart,
  type SimpleTable,
  type SimpleSection
} from '../../domain/publication/document/simple.js';
import { escaped } from '../escape.js';

/** A chapter behind one prefix for every anchor, so that several can stand in one file. */
export class ChapterHtml {
  readonly #chapter: SimpleChapter;
  readonly #words: FixedWords;

  /** `level` is that of the headings. */
  constructor(
    chapter: SimpleChapter,
    readonly level: 2 | 3
  ) {
    this.#chapter = chapter;
    this.#words = chapter.words;
  }

  /** Of the contents list. */
  item(
    { anchor, heading }: Pick<SimpleSection, 'anchor' | 'heading'>,
    within: readonly string[] = []
  ): string {
    const below = within.length > 0 ? `<ol>${within.join('')}</ol>` : '';
    return `<li><a href="#${this.#chapter.prefix}${anchor}" dir="auto">${escaped(heading)}</a>${below}</li>`;
  }

  opening(): string {
    const { marking, title, unreviewed, prefix, language, opening } = this.#chapter;
    const level = this.level - 1;
    return [
      `<header>${markingHtml(marking)}${kickerHtml(this.#chapter.kicker)}`,
      `<h${level} id="${prefix}${titleAnchor}"${this.#lang(language)} dir="auto">${escaped(title)}</h${level}>`,
      factsHtml(this.#chapter.facts.join(' · ')),
      unreviewed ? `<p class="unreviewed"><strong>${escaped(unreviewed)}</strong></p>` : '',
      '</header>',
      ...opening.map((part) => this.#part(part))
    ].join('\n');
  }

  sections(): string {
    return this.#chapter.sections
      .map(
        (section) =>
          `<section${this.#lang(section.language)}>${kickerHtml(section.kicker)}${this.#heading(section.heading, section.anchor)}\n${this.#content(section)}\n</section>`
      )
      .join('\n');
  }

  #part(part: SimplePart): string {
    const { role, heading, source } = part;
    const lang = source ? this.#lang(this.#chapter.language) : '';
    return `<section class="${role === 'bottom-line' ? role : 'part'}"${lang}>${this.#heading(heading)}${this.#content(part)}</section>`;
  }

  /** None where there are no words; `anchor` is empty for none. */
  #heading(words: string, anchor = ''): string {
    const id = anchor ? ` id="${this.#chapter.prefix}${anchor}"` : '';
    const name = `h${this.level}`;
    return words === '' ? '' : `<${name}${id} dir="auto">${escaped(words)}</${name}>`;
  }

  #content({ source, blocks }: SimplePart | SimpleSection): string {
    const content = this.#blocks(blocks, source ? '' : 'line');
    return source ? `<div class="text">${content}</div>` : content;
  }

  /** `look` is that of its paragraphs. */
  #blocks(blocks: readonly SimpleBlock[], look: string): string {
    return blocks.map((block) => this.#block(block, look)).join('\n');
  }

  #block(block: SimpleBlock, look: string): string {
    switch (block.kind) {
      case 'paragraph': {
        const number = block.number ? `<sup class="soft">${block.number}\u00a0</sup>` : '';
        return `<p${classes(look, block.look)}${dir(block)}>${number}${this.#runs(block.runs)}</p>`;
      }
      case 'labelled':
        return `<p${classes('line', block.place)}${this.#dirOfWords()}><b>${escaped(block.label)}</b> <bdi>${this.#runs(block.runs)}</bdi></p>`;
      case 'heading': {
        const name = `h${Math.min(6, block.level + this.level - 2)}`;
        return `<${name}${dir(block)}>${this.#runs(block.runs)}</${name}>`;
      }
      case 'list': {
        const items = block.items.map((item) => `<li>${this.#item(item)}</li>`).join('\n');
        if (block.start === null) return `<ul${dir(block)}>${items}</ul>`;
        const start = block.start === 1 ? '' : ` start="${block.start}"`;
        return `<ol${start}${dir(block)}>${items}</ol>`;
      }
      case 'quote':
        return `<blockquote${dir(block)}>${this.#blocks(block.blocks, '')}</blockquote>`;
      case 'code':
        // A line feed right after the start of a `pre` is not read as one.
        return `<pre>\n${this.#runs(block.runs, '\n')}</pre>`;
      case 'rule':
        return '<hr>';
      case 'table':
        return this.#table(block);
      case 'notes':
        return this.#chapter.notes.map((note) => this.#note(note)).join('\n');
    }
  }

  /** The only paragraph of an item needs no margins. */
  #item(blocks: readonly SimpleBlock[]): string {
    const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').length;
    return blocks
      .map((block) => {
        const html = this.#block(block, '');
        return paragraphs === 1 && block.kind === 'paragraph' && !block.direction
          ? html.slice('<p>'.length, -'</p>'.length)
          : html;
      })
      .join('\n');
  }

  #table({ role, caption, captionRemark, head, headSigns, rows, direction }: SimpleTable): string {
    const remark =
      captionRemark &&
      ` <span class="soft">${role === 'matrix' ? '□ ' : ''}${escaped(captionRemark)}</span>`;
    const above =
      caption || remark ? `<caption dir="auto">${escaped(caption)}${remark}</caption>` : '';
    const heads = head.map((cell) => this.#cell(cell, 'col', headSigns !== undefined));
    const body = rows.map(
      (row) => `<tr>${row.map((cell) => this.#cell(cell, 'row')).join('\n')}</tr>`
    );
    return `<table${classes(headSigns ? 'map' : '')}${dir({ direction })}>${above}<thead><tr>${heads.join('\n')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
  }

  #cell(cell: TableCell, scope: 'col' | 'row', isUpright = false): string {
    const { runs, lines = [], look, isChanged, isHead, columns, align, anchor } = cell;
    const attributes = [
      anchor ? ` id="${this.#chapter.prefix}${anchor}"` : '',
      classes(look, isChanged && 'changed'),
      align ? ` align="${{ start: 'left', center: 'center', end: 'right' }[align]}"` : '',
      columns ? ` colspan="${columns}"` : ''
    ].join('');
    const words = this.#runs(runs);
    const below = lines.map((each) => `<p dir="auto">${this.#runs(each)}</p>`).join('');
    const content = `${isUpright ? `<span>${words}</span>` : words}${below}`;
    if (!isHead) return `<td${attributes} dir="auto">${content}</td>`;
    return `<th scope="${columns ? 'rowgroup' : scope}"${attributes} dir="auto">${content}</th>`;
  }

  #note(note: SimpleChapter['notes'][number]): string {
    const {
      number,
      quote,
      language,
      place,
      newerVersion,
      placeUncertain,
      isMarked,
      blocks,
      claims
    } = note;
    const { prefix } = this.#chapter;
    const line = (words: string, look: string) =>
      words === '' ? '' : `<p${classes('line', look)}${this.#dirOfWords()}>${words}</p>`;
    const back = isMarked ? ` <a href="#${prefix}mark-${number}">↩</a>` : '';
    return [
      `<aside id="${prefix}note-${number}" class="note"><p dir="auto"><b>${this.#number(number)}</b> <span${this.#lang(language)}>${escaped(quote)}</span></p>`,
      line(`${escaped(place)}${back}`, 'facts'),
      line(escaped(placeUncertain), 'facts'),
      line(escaped(newerVersion), 'newer'),
      this.#blocks(blocks, ''),
      ...claims.map(({ before, words, to, after }) =>
        line(
          `${escaped(before)}<a href="#${prefix}${to}">${escaped(words)}</a>${escaped(after)}`,
          'facts'
        )
      ),
      '</aside>'
    ].join('');
  }

  #runs(runs: Runs, feed = '<br>\n'): string {
    return runs.map((run) => this.#run(run, feed)).join('');
  }

  #run(run: InlineRun, feed: string): string {
    if ('text' in run) return this.#wordsRun(run);
    if (run.kind === 'break') return feed;
    const description = escaped(run.description);
    return run.source
      ? `<img src="${escaped(run.source)}" alt="${description}">`
      : `[${description || escaped(this.#words.picture)}]`;
  }

  #wordsRun(run: WordsRun): string {
    const { link, to, marks = [], ends = [], notes = [], language } = run;
    const names = [
      ...(link
        ? [`a href="${escaped(link)}"`]
        : to
          ? [`a href="#${this.#chapter.prefix}${to}"`]
          : []),
      ...(language ? [`span lang="${escaped(language)}"`] : []),
      ...looks.flatMap(([name, element]) => (run[name] ? [element] : [])),
      ...marks.map(({ kind }) => `mark class="${kind}"`)
    ];
    const open = names.map((name) => `<${name}>`).join('');
    const close = names
      .toReversed()
      .map((name) => `</${name.split(' ')[0]}>`)
      .join('');
    const marked = ends.flatMap(({ number }) =>
      number === null ? [] : this.#reference(number, ` id="${this.#chapter.prefix}mark-${number}"`)
    );
    const behind = notes.map((number) => this.#reference(number)).join(' ');
    return `${run.text && `${open}${escaped(run.text)}${close}`}${marked.join('')}${behind}`;
  }

  #reference(number: number, id = ''): string {
    return `<sup${id}><a href="#${this.#chapter.prefix}note-${number}">${this.#number(number)}</a></sup>`;
  }

  #number(number: number): string {
    return escaped(numberIn(this.#words, number));
  }

  /** Of our own words, where they run otherwise than the document. */
  #dirOfWords(): string {
    const { direction } = this.#words;
    return direction === this.#chapter.direction ? '' : ` dir="${direction}"`;
  }

  /** Where it is another than that of our words. */
  #lang(language: string): string {
    return language === this.#words.language ? '' : ` lang="${escaped(language)}"`;
  }
}

/** Outermost first. */
const looks = [
  ['raised', 'sup'],
  ['soft', 'span class="soft"'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['struck', 'del'],
  ['code', 'code']
] as const;

function classes(...names: readonly (string | false | null | undefined)[]): string {
  const told = names.filter(Boolean).join(' ');
  return told && ` class="${told}"`;
}

/** Where words run otherwise than the document. */
function dir({ direction }: { readonly direction?: string | undefined }): string {
  return direction ? ` dir="${direction}"` : '';
}

/** Nothing where there are no words; so do the other two. */
export function markingHtml(marking: string): string {
  return marking === '' ? '' : `<p class="marking">${escaped(marking)}</p>`;
}

export function kickerHtml(words: string): string {
  return words === '' ? '' : `<p class="kicker" dir="auto">${escaped(words)}</p>`;
}

export function factsHtml(words: string): string {
  return words === '' ? '' : `<p class="facts">${escaped(words)}</p>`;
}
