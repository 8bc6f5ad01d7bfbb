/**
 * A page's structure tree → its blocks: what a program that made the PDF knew of its text
 * (PDF 32000-1, 14.8.4). It also says in which order the text is read, and what is none.
 */
import type { RawBlock, Line } from './piece.js';
import { toLinesInOrder } from './lines.js';
import type { MarkedPiece, StructureNode } from './open-pdf.js';

export interface StructuredPage {
  readonly blocks: readonly RawBlock[];
  /** Letters that the structure holds, and all that the page has beside its artifacts. */
  readonly held: number;
  readonly all: number;
  /** What is in no block. */
  readonly rest: readonly MarkedPiece[];
}

/** Roles of what stands for itself. All others are parts of a text. */
const blockRoles =
  /^(?:P|H[1-6]?|Title|L|LI|Table|Caption|Note|FENote|TOC|TOCI|Index|Figure|Formula|BlockQuote|Document|DocumentFragment|Part|Art|Sect|Div|Aside)$/;
/** Deeper, no document is written. */
const deepest = 100;

export function readStructure(
  root: StructureNode,
  pieces: readonly MarkedPiece[],
  page: number
): StructuredPage {
  const reader = new StructureReader(pieces, page);
  reader.readAll(root.children, 0);
  const text = pieces.filter((piece) => !piece.artifact && piece.text.trim() !== '');
  const rest = text.filter((piece) => !reader.taken.has(piece));
  const lettersOf = (some: readonly MarkedPiece[]) =>
    some.reduce((sum, piece) => sum + piece.text.length, 0);
  const all = lettersOf(text);
  return { blocks: reader.blocks, held: all - lettersOf(rest), all, rest };
}

type Child = StructureNode['children'][number];

class StructureReader {
  readonly blocks: RawBlock[] = [];
  readonly taken = new Set<MarkedPiece>();
  readonly #byContent = new Map<string, MarkedPiece[]>();
  readonly #page: number;

  constructor(pieces: readonly MarkedPiece[], page: number) {
    this.#page = page;
    for (const piece of pieces) {
      if (piece.content === null || piece.artifact) continue;
      const known = this.#byContent.get(piece.content);
      if (known) known.push(piece);
      else this.#byContent.set(piece.content, [piece]);
    }
  }

  /** Each block for itself; what stands between blocks is a text. */
  readAll(children: readonly Child[], depth: number): void {
    if (depth > deepest) return;
    let between: Child[] = [];
    const end = () => {
      this.#addText(this.#linesIn(between));
      between = [];
    };
    for (const child of children) {
      if (isInline(child)) between.push(child);
      else {
        end();
        if ('role' in child) this.#read(child, depth + 1);
      }
    }
    end();
  }

  #read(node: StructureNode, depth: number): void {
    const heading = /^(?:H([1-6])?|Title)$/.exec(node.role);
    if (heading) {
      const text = this.#linesIn(node.children);
      const level = node.role === 'Title' ? 1 : Number(heading[1] ?? 2);
      if (text.length > 0) this.blocks.push({ kind: 'heading', text, level });
    } else if (node.role === 'L') this.#readList(node, 0, depth);
    else if (node.role === 'Table') this.#readTable(node, depth);
    else if (/^(?:P|Note|FENote|Caption|TOCI)$/.test(node.role)) this.#readText(node, depth);
    else if (/^(?:Figure|Formula)$/.test(node.role)) {
      const lines = this.#linesIn(node.children).map((line) => [line]);
      if (lines.length > 0) this.blocks.push({ kind: 'lines', lines });
    } else this.readAll(node.children, depth);
  }

  /** A note that hangs in a text comes behind it, and cuts no sentence. */
  #readText(node: StructureNode, depth: number): void {
    this.#addText(this.#linesIn(node.children.filter(isInline)));
    this.readAll(
      node.children.filter((child) => !isInline(child)),
      depth
    );
  }

  #readList(list: StructureNode, level: number, depth: number): void {
    if (depth > deepest) return;
    for (const child of list.children) {
      if (!('role' in child)) continue;
      if (child.role === 'L') this.#readList(child, level + 1, depth + 1);
      else this.#readItem(child, level, depth + 1);
    }
  }

  #readItem(item: StructureNode, depth: number, level: number): void {
    const parts = item.children.flatMap((child) =>
      'role' in child && child.role === 'LBody' ? child.children : [child]
    );
    const label = parts.filter((part) => 'role' in part && part.role === 'Lbl');
    const rest = parts.filter((part) => !label.includes(part));
    const [first] = rest;
    // The words of an item, or those of its first paragraph.
    const head = first && 'role' in first && first.role === 'P' ? [first] : rest.filter(isInline);
    const sign = this.#linesIn(label)
      .map(({ text }) => text)
      .join(' ');
    const text = this.#linesIn(
      head.flatMap((part) => ('role' in part && part.role === 'P' ? part.children : [part]))
    );
    if (text.length > 0) this.blocks.push({ kind: 'item', text, sign, depth });
    for (const part of rest) {
      if (head.includes(part) || !('role' in part)) continue;
      if (part.role === 'L') this.#readList(part, depth + 1, level + 1);
      else this.#read(part, level + 1);
    }
  }

  #readTable(table: StructureNode, depth: number): void {
    const rows = rowsIn(table, 0);
    const cells = rows.map((row) =>
      row.children.filter((cell): cell is StructureNode => 'role' in cell)
    );
    const holdsBlocks = cells.flat().some((cell) => holds(cell, /^(?:L|Table|H[1-6]?)$/, 0));
    const isTable = !holdsBlocks && cells.length > 1 && cells.some((row) => row.length > 1);
    for (const child of table.children) {
      if ('role' in child && child.role === 'Caption') this.#readText(child, depth);
    }
    if (isTable) {
      const read = cells.map((row) => row.map((cell) => this.#linesIn([cell])));
      this.blocks.push({ kind: 'table', rows: read, page: this.#page });
    } else for (const cell of cells.flat()) this.readAll(cell.children, depth + 1);
  }

  #addText(text: readonly Line[]): void {
    if (text.length > 0) this.blocks.push({ kind: 'text', text });
  }

  /** In the order of the tree, which is that of the text. */
  #linesIn(children: readonly Child[]): readonly Line[] {
    const pieces: MarkedPiece[] = [];
    const collect = (child: Child, depth: number) => {
      if ('role' in child) {
        if (depth < deepest) for (const each of child.children) collect(each, depth + 1);
        return;
      }
      for (const piece of this.#byContent.get(child.id) ?? []) {
        if (this.taken.has(piece)) continue;
        this.taken.add(piece);
        pieces.push(piece);
      }
    };
    for (const child of children) collect(child, 0);
    return toLinesInOrder(pieces);
  }
}

function isInline(child: Child): boolean {
  return !('role' in child) || !holds({ role: '', children: [child] }, blockRoles, 0);
}

function holds(node: StructureNode, roles: RegExp, depth: number): boolean {
  if (depth > deepest) return false;
  return node.children.some(
    (child) => 'role' in child && (roles.test(child.role) || holds(child, roles, depth + 1))
  );
}

function rowsIn(node: StructureNode, depth: number): readonly StructureNode[] {
  return node.children.flatMap((child) => {
    if (!('role' in child)) return [];
    if (child.role === 'TR') return [child];
    return /^(?:THead|TBody|TFoot)$/.test(child.role) && depth < 2 ? rowsIn(child, depth + 1) : [];
  });
}
