/** Sections of a publication as HTML, behind one prefix for every anchor, so that several can stand in one file. */
import { escaped } from '../markup/escape.js';
import type { MarkupNode, TextNode } from '../markup/marked-tree.js';
import type { Block, Cell, Section } from '../markup/sections.js';

export class SectionHtml {
  /** `level` is that of the headings. */
  constructor(
    readonly prefix: string,
    readonly level: 2 | 3
  ) {}

  section({ anchor, heading, kicker, blocks }: Section): string {
    const above = kicker ? `<p class="kicker">${escaped(kicker)}</p>` : '';
    const body = blocks.map((block) => this.#block(block)).join('\n');
    return `<section>${above}${this.heading(heading, anchor)}\n${body}\n</section>`;
  }

  /** `anchor` is empty for none. */
  heading(words: string, anchor = ''): string {
    const id = anchor ? ` id="${this.prefix}${anchor}"` : '';
    return `<h${this.level}${id} dir="auto">${escaped(words)}</h${this.level}>`;
  }

  nodes(list: readonly MarkupNode[]): string {
    return list
      .map((node) => (node.kind === 'text' ? this.#words(node) : this.#element(node)))
      .join('');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'markup':
        return `<div class="text">${this.nodes(block.nodes)}</div>`;
      case 'line':
        return `<p dir="auto">${escaped(block.text)}</p>`;
      case 'table': {
        const caption = block.caption
          ? `<caption dir="auto">${escaped(block.caption)}</caption>`
          : '';
        const head = block.head.map((text) => `<th scope="col" dir="auto">${escaped(text)}</th>`);
        const rows = block.rows.map(
          (row) => `<tr>${row.map((cell, index) => this.#cell(cell, index)).join('')}</tr>`
        );
        return `<table>${caption}<thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
      }
      case 'note': {
        const { number, quote, place } = block;
        return `<aside id="${this.prefix}note-${number}" class="note"><p dir="auto"><b>${number}</b> ${escaped(quote)}</p><p class="facts" dir="auto">${escaped(place)} <a href="#${this.prefix}mark-${number}">↩</a></p>${this.nodes(block.nodes)}</aside>`;
      }
    }
  }

  #cell({ text, notes = [], stance }: Cell, index: number): string {
    const words = `${escaped(text)}${notes.map((number) => this.#reference(number)).join(' ')}`;
    return index === 0
      ? `<th scope="row" dir="auto">${words}</th>`
      : `<td${stance ? ` class="${stance}"` : ''} dir="auto">${words}</td>`;
  }

  #reference(number: number, id = ''): string {
    const anchor = id ? ` id="${id}"` : '';
    return `<sup${anchor}><a href="#${this.prefix}note-${number}">${number}</a></sup>`;
  }

  #words({ text, marks, ends }: TextNode): string {
    const open = marks.map(({ kind }) => `<mark class="${kind}">`).join('');
    const references = ends.flatMap(({ number }) =>
      number === null ? [] : this.#reference(number, `${this.prefix}mark-${number}`)
    );
    return `${open}${escaped(text)}${'</mark>'.repeat(marks.length)}${references.join('')}`;
  }

  #element({ name, attributes, children }: Exclude<MarkupNode, TextNode>): string {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
    const start = `<${name}${written.join('')}>`;
    if (empty.has(name)) return start;
    // A line feed right after the start of a `pre` is not read as one.
    const lead = name === 'pre' ? '\n' : '';
    return `${start}${lead}${this.nodes(children)}</${name}>`;
  }
}

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);
