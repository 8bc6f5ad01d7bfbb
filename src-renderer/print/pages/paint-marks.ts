/**
 * Paints highlights into a text that is already in the document, and puts each note beside its
 * words. Knows offsets and elements; what a mark means is the model's.
 */
import { mount } from 'svelte';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import {
  markAddress,
  cutByMarks,
  type PrintedMark,
  type Stretch
} from '../../../src-main/domain/publication/marks.js';
import type { PrintedWords } from '../../../src-main/domain/terms/printed/en.js';
import { wordsContext } from '../printed-words.js';
import MarginNote from '../MarginNote.svelte';
import NoteReferences from '../NoteReferences.svelte';

/** A painted piece of one text node. */
interface Piece {
  /** The outermost of its elements. */
  readonly element: HTMLElement;
  readonly marks: readonly PrintedMark[];
}

/** Offsets count through the text nodes under `root`, which must be as the renderer wrote them. */
export function paintMarks(
  root: HTMLElement,
  marks: readonly PrintedMark[],
  words: PrintedWords
): void {
  const stretches = cutByMarks(marks);
  const pieces = textNodesOf(root).flatMap(({ node, start }) => paint(node, start, stretches));
  // A mark that ends where another does has its number before the other's, so the last comes first.
  for (const mark of marks.toReversed()) {
    const last = pieces.findLast((piece) => piece.marks.includes(mark));
    if (last && mark.number !== null) addReference(last.element, mark.number, words);
  }
  // In the order of their numbers, each where its number stands.
  for (const mark of marks) {
    const last = pieces.findLast((piece) => piece.marks.includes(mark));
    if (!last || mark.number === null || mark.note === '') continue;
    // Beside a table cell there is no margin: its note is found at the end, by its number.
    if (last.element.closest('table')) continue;
    const note = wordsOfMarginNote(mark.note);
    if (note !== null) addNote(last.element, mark.number, note, mark, words);
  }
}

/** The style prints them: a text node more would move all offsets. */
export function numberParagraphs(root: HTMLElement, starts: readonly number[]): void {
  const nodes = new Map(textNodesOf(root).map(({ start, node }) => [start, node]));
  for (const [index, at] of starts.entries()) {
    const first = nodes.get(at);
    const block = first?.parentElement?.closest<HTMLElement>(
      'p, li, h1, h2, h3, h4, h5, h6, td, th, pre'
    );
    if (block) block.dataset['paragraph'] = `¶${index + 1}`;
  }
}

/** UTF-16 units: about fourteen lines of the margin, beyond which notes push one another away. */
const maxLength = 420;

/** `null`: too long for the margin, or more than words, such as a list or a link. */
function wordsOfMarginNote(note: string): string | null {
  const { html, text } = renderMarkdown(note);
  const isPlain = /^<p>[^<]*<\/p>\s*$/.test(html);
  return isPlain && text.length <= maxLength ? text.trim() : null;
}

function textNodesOf(root: HTMLElement): readonly { node: Text; start: number }[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: { node: Text; start: number }[] = [];
  let start = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    found.push({ node, start });
    start += node.data.length;
  }
  return found;
}

/** The pieces in the order of the text. White space between rows or items is no place for one. */
function paint(node: Text, start: number, stretches: readonly Stretch[]): readonly Piece[] {
  const end = start + node.data.length;
  const inside = stretches.filter((stretch) => stretch.start < end && stretch.end > start);
  // From the back, so that what is split off never moves what is still to come.
  const pieces = inside.toReversed().flatMap((stretch) => {
    const from = Math.max(stretch.start, start) - start;
    const words = splitOut(node, from, Math.min(stretch.end, end) - start);
    return words.data.trim() === ''
      ? []
      : { element: wrap(words, stretch.marks), marks: stretch.marks };
  });
  return pieces.toReversed();
}

function splitOut(node: Text, from: number, to: number): Text {
  if (to < node.data.length) node.splitText(to);
  return from > 0 ? node.splitText(from) : node;
}

/** The narrowest mark lies innermost and shows. */
function wrap(words: Text, marks: readonly PrintedMark[]): HTMLElement {
  const elements = marks.map(({ kind }) => {
    const element = document.createElement('mark');
    element.className = kind;
    return element;
  });
  const [outer] = elements;
  if (!outer) throw new Error('A stretch without a mark');
  words.replaceWith(outer);
  elements.reduce((parent, child) => (parent.append(child), child));
  elements.at(-1)?.append(linkFor(words, marks));
  return outer;
}

/** Carries the place of the words into the PDF, where it becomes a highlight. */
function linkFor(words: Text, marks: readonly PrintedMark[]): HTMLElement {
  const link = document.createElement('a');
  link.className = 'marked';
  link.href = markAddress(marks.map(({ annotation }) => annotation));
  link.append(words);
  return link;
}

function addReference(marked: HTMLElement, number: number, words: PrintedWords): void {
  const place = document.createElement('span');
  place.className = 'reference-place';
  marked.after(place);
  mount(NoteReferences, {
    target: place,
    props: { evidence: [number], id: `mark-${number}` },
    context: wordsContext(words)
  });
}

function addNote(
  marked: HTMLElement,
  number: number,
  note: string,
  { kind }: PrintedMark,
  words: PrintedWords
): void {
  const place = document.createElement('span');
  place.className = 'margin';
  marked.before(place);
  mount(MarginNote, { target: place, props: { number, note, kind, words } });
}
