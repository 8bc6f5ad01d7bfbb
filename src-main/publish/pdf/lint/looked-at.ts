/** A finished PDF as the rules of its standards look at it. */
import {
  PDFArray,
  PDFDict,
  PDFFlateStream,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  decodePDFRawStream,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib';
import { readGlyphs, readPages, type PageContent } from './page-content.js';

/** An element of the structure. */
export interface Element {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** The standard type that its own one is mapped to. */
  readonly type: string;
  readonly parent: Element | null;
  readonly kids: readonly Element[];
  /** Whether it draws something itself. */
  readonly draws: boolean;
  /** Those that it holds itself. */
  readonly annotations: readonly PDFRef[];
}

/** A rule of ISO 14289-1 (PDF/UA-1), of ISO 19005-3 (PDF/A-3u), or of both. */
export interface PdfRule {
  /** Its clauses; left out where that standard has no such rule. */
  readonly ua?: string;
  readonly archive?: string;
  /** A sentence that is true of a right document. */
  readonly says: string;
  /** Where it is broken. */
  readonly find: (pdf: LookedAt) => Iterable<unknown>;
}

export class LookedAt {
  readonly pages: readonly PageContent[];
  readonly roles: ReadonlyMap<string, string>;
  /** In reading order. */
  readonly elements: readonly Element[];
  readonly #byType = new Map<string, Element[]>();
  /** By type, and by subtype. */
  readonly #dicts = new Map<string, (readonly [PDFRef, PDFDict])[]>();
  readonly #streams: (readonly [PDFRef, PDFStream])[] = [];
  #owners: ReadonlyMap<PDFRef, Element> | null = null;

  /** `bytes`: the file that the document was read from. */
  constructor(
    readonly document: PDFDocument,
    readonly bytes: Uint8Array
  ) {
    this.pages = readPages(document);
    const root = this.dict(this.catalog.get(PDFName.of('StructTreeRoot')));
    const roleMap = this.dict(root?.get(PDFName.of('RoleMap')));
    this.roles = new Map(
      roleMap?.entries().map(([own, type]) => [own.decodeText(), nameOf(type)]) ?? []
    );
    const elements: Element[] = [];
    for (const kid of this.list(root?.get(PDFName.of('K')))) this.#read(kid, null, elements);
    this.elements = elements;
    for (const element of elements) {
      const same = this.#byType.get(element.type);
      if (same) same.push(element);
      else this.#byType.set(element.type, [element]);
    }
    for (const [ref, object] of document.context.enumerateIndirectObjects()) {
      if (object instanceof PDFStream) this.#streams.push([ref, object]);
      const dict = object instanceof PDFStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) continue;
      for (const key of ['Type', 'Subtype']) {
        const name = `${key} ${nameOf(dict.get(PDFName.of(key)))}`;
        const same = this.#dicts.get(name);
        if (same) same.push([ref, dict]);
        else this.#dicts.set(name, [[ref, dict]]);
      }
    }
  }

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  ofType(...types: readonly string[]): readonly Element[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** What stands by itself and is of this `Type`, such as `Font`, or `Subtype`. */
  dicts(key: 'Type' | 'Subtype', name: string): readonly (readonly [PDFRef, PDFDict])[] {
    return this.#dicts.get(`${key} ${name}`) ?? [];
  }

  streams(): readonly (readonly [PDFRef, PDFStream])[] {
    return this.#streams;
  }

  /** The element that holds an annotation. */
  ownerOf(annotation: PDFRef): Element | null {
    this.#owners ??= new Map(
      this.elements.flatMap((element) => element.annotations.map((ref) => [ref, element] as const))
    );
    return this.#owners.get(annotation) ?? null;
  }

  /** Every object, with those within others. */
  *objects(): Generator<PDFObject> {
    for (const [, object] of this.document.context.enumerateIndirectObjects()) {
      yield* withAllInside(object);
    }
  }

  *annotations(): Generator<{
    readonly page: PageContent;
    readonly ref: PDFRef;
    readonly annotation: PDFDict;
    readonly type: string;
  }> {
    for (const page of this.pages) {
      for (const ref of page.page.node.Annots()?.asArray() ?? []) {
        const annotation = this.dict(ref);
        if (!(ref instanceof PDFRef) || !annotation) continue;
        yield { page, ref, annotation, type: nameOf(annotation.get(PDFName.of('Subtype'))) };
      }
    }
  }

  dict(object: PDFObject | undefined): PDFDict | null {
    const found = this.document.context.lookup(object);
    if (found instanceof PDFStream) return found.dict;
    return found instanceof PDFDict ? found : null;
  }

  /** A lone object is a list of one. */
  list(object: PDFObject | undefined): readonly PDFObject[] {
    const found = this.document.context.lookup(object);
    if (found instanceof PDFArray) return found.asArray();
    return object && found ? [object] : [];
  }

  /** By the names of keys on the way from `from`. */
  at(from: PDFDict | null, ...keys: readonly string[]): PDFObject | undefined {
    let found: PDFObject | undefined = from ?? undefined;
    for (const key of keys) found = this.dict(found)?.get(PDFName.of(key));
    return found instanceof PDFRef ? this.document.context.lookup(found) : found;
  }

  name(from: PDFDict | null, ...keys: readonly string[]): string {
    return nameOf(this.at(from, ...keys));
  }

  text(from: PDFDict | null, ...keys: readonly string[]): string {
    return textOf(this.at(from, ...keys));
  }

  number(from: PDFDict | null, ...keys: readonly string[]): number | null {
    const found = this.at(from, ...keys);
    return found instanceof PDFNumber ? found.asNumber() : null;
  }

  /** Plain; empty where there is no such stream. */
  contents(object: PDFObject | undefined): Uint8Array {
    const stream = this.document.context.lookup(object);
    if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode();
    if (stream instanceof PDFFlateStream) return stream.getUnencodedContents();
    return stream instanceof PDFStream ? stream.getContents() : new Uint8Array();
  }

  /** What each glyph of a font stands for; `null` where it does not say. */
  charactersOf(font: PDFDict): ReadonlyMap<string, string> | null {
    const map = this.contents(font.get(PDFName.of('ToUnicode')));
    return map.length > 0 ? readGlyphs(Buffer.from(map).toString('latin1')) : null;
  }

  /** The metadata, as text. */
  get packet(): string {
    return new TextDecoder().decode(this.contents(this.catalog.get(PDFName.of('Metadata'))));
  }

  #read(object: PDFObject, parent: Element | null, into: Element[]): Element | null {
    const dict = this.dict(object);
    if (!dict || !(object instanceof PDFRef)) return null;
    const type = this.standardType(nameOf(dict.get(PDFName.of('S'))));
    const kids: Element[] = [];
    const annotations: PDFRef[] = [];
    let draws = false;
    const element = { ref: object, dict, type, parent, kids, annotations, draws };
    into.push(element);
    for (const kid of this.list(dict.get(PDFName.of('K')))) {
      const held = kid instanceof PDFNumber ? null : this.dict(kid);
      const annotation = held?.get(PDFName.of('Obj'));
      if (kid instanceof PDFNumber || held?.has(PDFName.of('MCID'))) draws = true;
      else if (annotation instanceof PDFRef) annotations.push(annotation);
      else {
        const read = this.#read(kid, element, into);
        if (read) kids.push(read);
      }
    }
    element.draws = draws;
    return element;
  }

  standardType(own: string): string {
    let type = own;
    for (let step = 0; step < 8; step += 1) type = this.roles.get(type) ?? type;
    return type;
  }
}

export function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}

export function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}

function* withAllInside(object: PDFObject): Generator<PDFObject> {
  yield object;
  const inside =
    object instanceof PDFArray
      ? object.asArray()
      : object instanceof PDFDict
        ? object.values()
        : object instanceof PDFStream
          ? [object.dict]
          : [];
  for (const each of inside) yield* withAllInside(each);
}
