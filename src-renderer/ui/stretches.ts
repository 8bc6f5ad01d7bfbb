/**
 * Cuts a long text into stretches, elements of the class `stretch`, which lay out by themselves: so a
 * style can leave out those that are not in sight, and no line is broken, shaped and ordered in a
 * paragraph of hundreds of thousands of characters, which browsers do in time by its square. The text
 * of the nodes, one after the other, stays what it was.
 */

/** UTF-16 units of text that stand in one stretch. */
const longest = 10_000;
/** Nodes side by side in one stretch: to keep watch over each by itself costs more than to lay them out. */
const most = 200;
/** Texts of no more than so many units and nodes stay in one piece. */
const short = { units: 50_000, nodes: 2_000 };
/** Of its end, where a stretch ends rather between words. */
const between = 1_000;

const inline = new Set(['a', 'br', 'code', 'del', 'em', 'img', 'strong', 'sup']);

export function inStretches(content: DocumentFragment): DocumentFragment {
  const { length } = textOf(content);
  if (length > longest) {
    for (const block of [content, ...content.querySelectorAll<HTMLElement>('*')]) {
      if (!isInline(block) && !isStretch(block)) cutRuns(block);
    }
  }
  if (length > short.units || content.childNodes.length > short.nodes) group(content);
  return content;
}

/** Whole nodes side by side. */
function group(content: DocumentFragment): void {
  let stretch = newStretch();
  let units = 0;
  const stretches: HTMLElement[] = [];
  const end = () => {
    if (stretch.hasChildNodes()) stretches.push(stretch);
    stretch = newStretch();
    units = 0;
  };
  for (const node of [...content.childNodes]) {
    const { length } = textOf(node);
    if (units + length > longest || stretch.childNodes.length >= most) end();
    if (isStretch(node)) stretches.push(node as HTMLElement);
    else stretch.append(node);
    units += length;
  }
  end();
  content.replaceChildren(...stretches);
}

/** The text of a block between the blocks in it. */
function cutRuns(block: ParentNode & Node): void {
  let run: ChildNode[] = [];
  let units = 0;
  const end = () => {
    if (units > longest) cutRun(run, units);
    run = [];
    units = 0;
  };
  for (const node of [...block.childNodes]) {
    if (isInline(node)) {
      run.push(node);
      units += textOf(node).length;
    } else end();
  }
  end();
}

/** Elements that a cut goes through are there on both sides of it. */
function cutRun(run: readonly ChildNode[], units: number): void {
  const [first] = run;
  const last = run.at(-1);
  const parent = first?.parentNode;
  if (!first || !last || !parent) return;
  const end = document.createComment('');
  last.after(end);
  const range = document.createRange();
  range.setStartBefore(first);
  for (let left = units; left > 0;) {
    const start = range.startOffset;
    const place = left > longest ? placeAfter(parent, start, longest) : null;
    if (place) range.setEnd(place.node, place.offset);
    else range.setEndBefore(end);
    const stretch = newStretch();
    stretch.append(range.extractContents());
    left -= textOf(stretch).length;
    parent.insertBefore(stretch, parent.childNodes[start] ?? end);
    range.setStartAfter(stretch);
    range.collapse(true);
  }
  end.remove();
}

interface Place {
  readonly node: Text;
  readonly offset: number;
}

/** So many units behind the child, or between words before that. */
function placeAfter(parent: Node, child: number, units: number): Place | null {
  const walker = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT);
  const first = parent.childNodes[child];
  if (!first) return null;
  walker.currentNode = first;
  let left = units;
  let node = first instanceof Text ? first : (walker.nextNode() as Text | null);
  while (node && node.data.length < left) {
    left -= node.data.length;
    node = walker.nextNode() as Text | null;
  }
  return node && { node, offset: betweenWords(node.data, left) };
}

function betweenWords(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - between), at);
  const space = before.search(/\s\S*$/u);
  const offset = space < 0 ? at : at - before.length + space + 1;
  // Both halves of a character stay together.
  return /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') ? offset - 1 || 2 : offset;
}

function newStretch(): HTMLElement {
  const stretch = document.createElement('div');
  stretch.className = 'stretch';
  return stretch;
}

function isStretch(node: Node): boolean {
  return node instanceof HTMLElement && node.className === 'stretch';
}

function isInline(node: Node): boolean {
  return node instanceof Text || (node instanceof Element && inline.has(node.localName));
}

function textOf(node: Node): string {
  return node.textContent ?? '';
}

/** Puts the nodes of a text of any length into the document. */

/**
 * In place of all that the element holds.
 *
 * Under `dir="auto"` Chromium looks for the direction of the whole text anew at each child that comes
 * or goes, which takes time by the square of the children: so the direction is asked for once they are
 * all there.
 */
export function putContent(element: HTMLElement, content: DocumentFragment): void {
  const directed: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.getAttribute('dir') === 'auto') directed.push(at);
  }
  for (const each of directed) each.removeAttribute('dir');
  element.replaceChildren(content);
  for (const each of directed) each.setAttribute('dir', 'auto');
}
