/**
 * A part of a Word document without what only places or colours its words: mammoth makes three trees of a
 * part, in which each element and attribute takes a kilobyte. Counts what is left, and refuses a document
 * of more than is read before anything is made of it.
 */
import {
  maxArticleBytes,
  maxDocumentElements,
  maxDocumentStyles
} from '../../domain/base/limits.js';
import { ExpectedFailure } from '../../domain/base/result.js';

/** What a document has used up of its limits so far; over all its parts. */
export class Measure {
  #elements = 0;
  #text = 0;
  readonly #names = new Set<string>();

  /** @param name the file's, for the sentences. */
  constructor(readonly name: string) {}

  /** Throws an `ExpectedFailure` for the tag that is too much. */
  addTag(name: string, tag: string): void {
    this.#elements += 1;
    for (let at = tag.indexOf('='); at >= 0; at = tag.indexOf('=', at + 1)) this.#elements += 1;
    if (this.#elements > maxDocumentElements) {
      throw this.#tooLarge(
        `is made of more than ${maxDocumentElements.toLocaleString('en')} elements and attributes, which is more than can be read`
      );
    }
    // mammoth keeps a remark for each that it does not know, and compares it with all others.
    this.#names.add(name.endsWith('Style') ? tag : name);
    if (this.#names.size > maxDocumentStyles) {
      throw this.#tooLarge(
        `uses more than ${maxDocumentStyles.toLocaleString('en')} styles and kinds of elements, which is more than can be read`
      );
    }
  }

  /** Not to the letter, since an entity is several signs: who gets the text counts again. */
  addText(text: string): void {
    this.#text += text.length;
    if (this.#text > 2 * maxArticleBytes) {
      throw this.#tooLarge(
        `holds more than ${maxArticleBytes / 1e6} MB of text, the limit for an article`
      );
    }
  }

  #tooLarge(what: string): ExpectedFailure {
    return new ExpectedFailure('too-large', `${this.name} ${what}. Nothing of it was taken in.`);
  }
}

/** Pictures, what is written again beside it for newer programs, and marks of Word's own. */
const leftOut = new Set(['w:drawing', 'mc:Choice', 'w:sectPr', 'w:proofErr', 'w:bookmarkEnd']);
const holdsProperties = /^w:(?:r|p|tbl|tr|tc)Pr$/;
/** Those that mammoth reads, of runs, paragraphs, tables, rows and cells. */
const properties = new Set(
  (
    'rPr pPr rStyle pStyle tblStyle b i u strike caps smallCaps highlight vertAlign del ins numPr gridSpan ' +
    'vMerge tblHeader'
  )
    .split(' ')
    .map((name) => `w:${name}`)
);
/** Which session of writing a piece is from. */
const sessions = /\s(?:xml:space|w:rsid\w*|w14:paraId|w14:textId)="[^"]*"/g;

/** What is no XML comes back as it is, for mammoth to refuse. Throws what `measure` throws. */
export function slimPart(xml: string, measure: Measure): string {
  const kept: string[] = [];
  const open: string[] = [];
  let at = 0;
  for (let start = xml.indexOf('<'); start >= 0; start = xml.indexOf('<', at)) {
    const end = endOfMarkup(xml, start);
    if (end < 0) return xml;
    const text = xml.slice(at, start);
    if (text !== '') kept.push(text);
    if (text.trim() !== '') measure.addText(text);
    at = end;
    const markup = xml.slice(start, end);
    const name = /^<\/?([^\s/>!?]+)/.exec(markup.slice(0, 200))?.[1];
    if (name === undefined) {
      // Comments, instructions and document types say nothing of the text.
      if (markup.startsWith('<![CDATA[')) kept.push(markup);
    } else if (markup[1] === '/') {
      if (open.pop() !== name) return xml;
      // Properties of which none is read.
      if (holdsProperties.test(name) && kept.at(-1) === `<${name}>`) kept.pop();
      else kept.push(markup);
    } else if (isLeftOut(name, open.at(-1) ?? '')) {
      if (!markup.endsWith('/>')) at = endOfElement(xml, end, name);
      if (at < 0) return xml;
    } else {
      const tag = markup.replace(sessions, '');
      if (!holdsProperties.test(name)) measure.addTag(name, tag);
      kept.push(tag);
      if (!markup.endsWith('/>')) open.push(name);
    }
  }
  return kept.join('') + xml.slice(at);
}

function isLeftOut(name: string, parent: string): boolean {
  return leftOut.has(name) || (holdsProperties.test(parent) && !properties.has(name));
}

/** Behind the markup that begins at `start`; -1 where it does not end. */
function endOfMarkup(xml: string, start: number): number {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>']
  ] as const) {
    if (!xml.startsWith(opening, start)) continue;
    const end = xml.indexOf(closing, start + opening.length);
    return end < 0 ? -1 : end + closing.length;
  }
  let quote = '';
  for (let i = start + 1; i < xml.length; i += 1) {
    const sign = xml[i];
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return i + 1;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

/** Behind the end of an element whose start ends at `from`; -1 where it does not end. */
function endOfElement(xml: string, from: number, name: string): number {
  let depth = 1;
  for (let start = xml.indexOf('<', from); start >= 0; start = xml.indexOf('<', start + 1)) {
    const isEnd = xml.startsWith(`</${name}`, start);
    if (!isEnd && !xml.startsWith(`<${name}`, start)) continue;
    if (!/[\s/>]/.test(xml[start + name.length + (isEnd ? 2 : 1)] ?? '')) continue;
    const end = endOfMarkup(xml, start);
    if (end < 0) return -1;
    if (isEnd) depth -= 1;
    else if (xml[end - 2] !== '/') depth += 1;
    if (depth === 0) return end;
  }
  return -1;
}
