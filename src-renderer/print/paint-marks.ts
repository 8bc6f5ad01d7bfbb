/**
 * Paints highlights into a text that is already in the document, and puts each note beside its
 * words. Knows offsets and elements; what a mark means is the model's.
 */
import { mount } from 'svelte';
import { cutByMarks, type Mark } from '../../src-main/domain/publication/marks.js';
import MarginNote from './MarginNote.svelte';
import NoteReference from './NoteReference.svelte';

/** Offsets count through the text nodes under `root`, which must be as the renderer wrote them. */
export function paintMarks(root: HTMLElement, marks: readonly Mark[]): void {
  const stretches = cutByMarks(marks);
  for (const { node, start } of textNodesOf(root)) {
    const end = start + node.data.length;
    const inside = stretches.filter((stretch) => stretch.start < end && stretch.end > start);
    // From the back, so that what is split off never moves what is still to come.
    for (const stretch of inside.reverse()) {
      const from = Math.max(stretch.start, start) - start;
      const to = Math.min(stretch.end, end) - start;
      const words = splitOut(node, from, to);
      // White space between rows or items is no place for an element.
      if (words.data.trim() === '') continue;
      const inner = wrap(words, stretch.marks);
      for (const mark of stretch.marks) {
        if (mark.end <= start + to && mark.end > start + from) addReference(inner, mark);
        if (mark.start >= start + from && mark.start < start + to) addNote(inner, mark);
      }
    }
  }
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

function splitOut(node: Text, from: number, to: number): Text {
  if (to < node.data.length) node.splitText(to);
  return from > 0 ? node.splitText(from) : node;
}

/** The outermost of the new elements; the narrowest mark lies innermost and shows. */
function wrap(words: Text, marks: readonly Mark[]): HTMLElement {
  const elements = marks.map(({ kind }) => {
    const element = document.createElement('mark');
    element.className = kind;
    return element;
  });
  const [outer] = elements;
  if (!outer) throw new Error('A stretch without a mark');
  words.replaceWith(outer);
  elements.reduce((parent, child) => (parent.append(child), child));
  elements.at(-1)?.append(words);
  return outer;
}

function addReference(after: HTMLElement, { number }: Mark): void {
  if (number === null) return;
  const place = document.createElement('span');
  after.after(place);
  mount(NoteReference, { target: place, props: { number, id: `mark-${number}` } });
}

function addNote(before: HTMLElement, { number, note, kind }: Mark): void {
  // Beside a table cell there is no margin: its note is found at the end, by its number.
  if (number === null || note === '' || before.closest('table')) return;
  const place = document.createElement('span');
  before.before(place);
  mount(MarginNote, { target: place, props: { number, note, kind } });
}
