/**
 * Real highlights (ISO 32000-1, 12.5.6.10), which every viewer lists with their notes. A template links the
 * marked words to `markAddress`; Typst gives each page of such a link one annotation with a rectangle a line,
 * at its place in the reading order. It becomes the highlight. The tint is printed; the highlight is clear.
 */
import type { AnnotationKind } from '../domain/briefing/annotation.js';
import { highlightColours, idsInMarkAddress } from '../domain/publication/marks.js';
import {
  asArray,
  asDict,
  pdfDate,
  pdfText,
  type PdfDict,
  type PdfFile,
  type PdfValue
} from './pdf-file.js';

export interface Highlight {
  readonly kind: AnnotationKind;
  /** Plain text; never empty, since it is read aloud. */
  readonly note: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** Left, bottom, right, top; points from the page's lower left. */
type Box = readonly [number, number, number, number];

/** An annotation that Typst made for linked words, and the element that holds it. */
interface MarkedWords {
  readonly ref: PdfValue;
  readonly annotation: PdfDict;
  readonly element: PdfValue;
  readonly ids: readonly string[];
  readonly boxes: readonly Box[];
}

export function makeHighlights(
  file: PdfFile,
  highlights: Readonly<Record<string, Highlight>>
): void {
  const root = file.dict(file.trailer.get('Root')).get('StructTreeRoot');
  const parents = new ParentTree(file, root);
  const drawn = new Set<string>();
  const pages = asArray(file.dict(file.dict(file.trailer.get('Root')).get('Pages')).get('Kids'));
  for (const [index, page] of pages.entries()) {
    const dict = file.dict(page);
    const refs = [...asArray(dict.get('Annots'))].flatMap((each) =>
      typeof each === 'string' && !each.endsWith(' R') ? [] : each
    );
    const words = refs.flatMap((ref) => markedWords(file, ref, parents));
    if (words.length === 0) continue;
    const free = new Set(words);
    for (const id of new Set(words.flatMap(({ ids }) => ids))) {
      const highlight = highlights[id];
      if (!highlight) continue;
      const own = words.filter(({ ids }) => ids.includes(id));
      // One that runs on over the page is two to a viewer, which must not share a name.
      const name = drawn.has(id) ? `${id}-${index + 1}` : id;
      drawn.add(id);
      const boxes = joinedOnLine(own.flatMap((each) => each.boxes));
      const annotation = annotationOf(file, page, highlight, name, boxes);
      const place = own.find((each) => free.delete(each));
      const [first] = own;
      if (place) {
        annotation.set('StructParent', place.annotation.get('StructParent') ?? '0');
        file.set(place.ref, annotation);
        setType(file, place.element, '/Annot');
      } else if (first) {
        const ref = file.add(annotation);
        annotation.set('StructParent', String(parents.add(first.element)));
        adopt(file, first.element, ref, page);
        refs.push(ref);
      }
    }
    // Words of a mark that another piece of it speaks for, or of one that nobody knows.
    for (const { ref, element } of free) {
      refs.splice(refs.indexOf(ref), 1);
      forget(file, element, ref);
      file.drop(ref);
    }
    dict.set('Annots', refs);
    file.set(page, dict);
  }
  parents.write();
}

function markedWords(file: PdfFile, ref: PdfValue, parents: ParentTree): readonly MarkedWords[] {
  const annotation = file.dict(ref);
  const action = annotation.get('A');
  const address = action ? file.dict(action).get('URI') : undefined;
  const ids = typeof address === 'string' ? idsInMarkAddress(address.slice(1, -1)) : [];
  if (ids.length === 0) return [];
  const element = parents.elementOf(annotation.get('StructParent'));
  const numbers = asArray(annotation.get('QuadPoints') ?? annotation.get('Rect')).map(Number);
  const size = annotation.has('QuadPoints') ? 8 : 4;
  const boxes = Array.from({ length: numbers.length / size }, (_, index): Box => {
    const corners = numbers.slice(index * size, (index + 1) * size);
    const across = corners.filter((_, each) => each % 2 === 0);
    const up = corners.filter((_, each) => each % 2 === 1);
    return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
  });
  return [{ ref, annotation, element, ids, boxes }];
}

function annotationOf(
  file: PdfFile,
  page: PdfValue,
  { kind, note, createdAt, modifiedAt }: Highlight,
  name: string,
  boxes: readonly Box[]
): PdfDict {
  const bounds = [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, bottom]) => bottom)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , top]) => top))
  ].map(String);
  const clear = file.addStream(
    {
      ...{ Type: '/XObject', Subtype: '/Form', BBox: bounds },
      Resources: '<</ExtGState<</Clear<</Type/ExtGState/BM/Multiply/CA 0/ca 0>>>>>>',
      Group: '<</S/Transparency>>'
    },
    Buffer.alloc(0)
  );
  const corners = boxes.flatMap(([left, bottom, right, top]) => [
    ...[left, top, right, top],
    ...[left, bottom, right, bottom]
  ]);
  return new Map<string, PdfValue>([
    ['Type', '/Annot'],
    ['Subtype', '/Highlight'],
    ['P', page],
    ['Rect', bounds],
    ['QuadPoints', corners.map(String)],
    ['C', highlightColours[kind].map(String)],
    ['Contents', pdfText(note)],
    ['Subj', pdfText(kind)],
    ['NM', pdfText(name)],
    ['CreationDate', pdfDate(createdAt)],
    ['M', pdfDate(modifiedAt)],
    // Printed with the page.
    ['F', '4'],
    ['AP', new Map([['N', clear]])]
  ]);
}

/** Pieces that follow one another on one line become one, in reading order. */
function joinedOnLine(boxes: readonly Box[]): readonly Box[] {
  const joined: Box[] = [];
  for (const box of boxes.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && Math.abs(last[1] - box[1]) < 1 && box[0] - last[2] < 1) {
      const [left, bottom, right, top] = last;
      joined[joined.length - 1] = [
        left,
        Math.min(bottom, box[1]),
        Math.max(right, box[2]),
        Math.max(top, box[3])
      ];
    } else joined.push(box);
  }
  return joined;
}

function setType(file: PdfFile, element: PdfValue, type: string): void {
  file.set(element, file.dict(element).set('S', type));
}

/** Puts an annotation into an element that holds another already. */
function adopt(file: PdfFile, element: PdfValue, ref: string, page: PdfValue): void {
  const reference = new Map<string, PdfValue>([
    ['Type', '/OBJR'],
    ['Pg', page],
    ['Obj', ref]
  ]);
  const dict = file.dict(element);
  file.set(element, dict.set('K', [...asArray(dict.get('K')), reference]));
}

function forget(file: PdfFile, element: PdfValue, ref: PdfValue): void {
  const dict = file.dict(element);
  const kids = asArray(dict.get('K'));
  const others = kids.filter((kid) => !(kid instanceof Map) || kid.get('Obj') !== ref);
  const holdsMore = others.some((kid) => kid instanceof Map && kid.get('Type') === '/OBJR');
  if (!holdsMore) dict.set('S', '/Span');
  file.set(element, dict.set('K', others));
}

/** Which element holds what a number stands for (14.7.4.4): an annotation, or the words of a page. */
class ParentTree {
  readonly #numbers: PdfValue[];
  #next = 0;
  #isChanged = false;

  constructor(
    private readonly file: PdfFile,
    private readonly root: PdfValue | undefined
  ) {
    const tree = file.dict(file.dict(root).get('ParentTree'));
    this.#numbers = [...asArray(tree.get('Nums'))];
    for (let at = 0; at < this.#numbers.length; at += 2) {
      this.#next = Math.max(this.#next, Number(this.#numbers[at]) + 1);
    }
  }

  elementOf(number: PdfValue | undefined): PdfValue {
    const index = this.#numbers.findIndex((each, at) => at % 2 === 0 && each === number);
    const element = this.#numbers[index + 1];
    if (index < 0 || element === undefined) throw new Error('Typst made a link of no element');
    return element;
  }

  /** Returns the number for one more annotation of an element. */
  add(element: PdfValue): number {
    this.#isChanged = true;
    this.#numbers.push(String(this.#next), element);
    this.#next += 1;
    return this.#next - 1;
  }

  write(): void {
    if (!this.#isChanged) return;
    const dict = asDict(this.file.get(this.root));
    dict.set('ParentTree', new Map([['Nums', this.#numbers]]));
    if (dict.has('ParentTreeNextKey')) dict.set('ParentTreeNextKey', String(this.#next));
    this.file.set(this.root, dict);
  }
}
