/**
 * A document's structure (ISO 32000-1, 14.7): which element owns which words of which page, and
 * which owns which link.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib';

const K = PDFName.of('K');
const S = PDFName.of('S');
const P = PDFName.of('P');
const Pg = PDFName.of('Pg');

/** Words that an element owns: those of one sequence on one page. */
interface OwnedSequence {
  readonly page: PDFRef;
  readonly mcid: number;
}

export class StructureTree {
  readonly #document: PDFDocument;
  readonly #root: PDFDict;
  readonly #elements = new Map<PDFRef, PDFDict>();
  /** Elements by the annotation that they hold. */
  readonly #owners = new Map<PDFRef, PDFRef>();
  /** Pages and annotations to their elements. */
  readonly #parents = new Map<number, PDFObject>();

  /** Throws for a document without a structure: Chromium writes one when asked for tags. */
  constructor(document: PDFDocument) {
    this.#document = document;
    this.#root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    for (const [ref, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || !object.has(S) || !object.has(P)) continue;
      this.#elements.set(ref, object);
      for (const kid of kidsOf(object)) {
        const annotation = kid instanceof PDFDict ? kid.get(PDFName.of('Obj')) : undefined;
        if (annotation instanceof PDFRef) this.#owners.set(annotation, ref);
      }
    }
    this.#readParents(this.#root.lookup(PDFName.of('ParentTree'), PDFDict));
  }

  get elements(): ReadonlyMap<PDFRef, PDFDict> {
    return this.#elements;
  }

  ownerOf(annotation: PDFRef): PDFRef | null {
    return this.#owners.get(annotation) ?? null;
  }

  childrenOf(element: PDFRef): readonly PDFRef[] {
    const dict = this.#elements.get(element);
    return dict ? kidsOf(dict).filter((kid) => kid instanceof PDFRef) : [];
  }

  typeOf(element: PDFRef): string {
    return this.#elements.get(element)?.lookup(S, PDFName).decodeText() ?? '';
  }

  setType(element: PDFRef, type: string): void {
    this.#elements.get(element)?.set(S, PDFName.of(type));
  }

  parentOf(element: PDFRef): PDFRef | null {
    const parent = this.#elements.get(element)?.get(P);
    return parent instanceof PDFRef && this.#elements.has(parent) ? parent : null;
  }

  setIdentifier(element: PDFRef, id: string): void {
    this.#elements.get(element)?.set(PDFName.of('ID'), PDFString.of(id));
  }

  setRoles(roles: Readonly<Record<string, string>>): void {
    this.#root.set(PDFName.of('RoleMap'), this.#document.context.obj({ ...roles }));
  }

  /** All that the element and those below it own, in reading order. */
  sequencesOf(element: PDFRef): readonly OwnedSequence[] {
    const dict = this.#elements.get(element);
    if (!dict) return [];
    const page = dict.get(Pg);
    return kidsOf(dict).flatMap((kid) => {
      if (kid instanceof PDFNumber) {
        return page instanceof PDFRef ? [{ page, mcid: kid.asNumber() }] : [];
      }
      if (kid instanceof PDFRef) return this.sequencesOf(kid);
      const mcid = kid instanceof PDFDict ? kid.get(PDFName.of('MCID')) : undefined;
      const own = kid instanceof PDFDict ? (kid.get(Pg) ?? page) : undefined;
      return mcid instanceof PDFNumber && own instanceof PDFRef
        ? [{ page: own, mcid: mcid.asNumber() }]
        : [];
    });
  }

  /** The element that owns a sequence of the page with this `StructParents` number. */
  ownerOfSequence(parents: number, mcid: number): PDFRef | null {
    const owners = this.#parents.get(parents);
    const owner = owners instanceof PDFArray ? owners.get(mcid) : undefined;
    return owner instanceof PDFRef ? owner : null;
  }

  /** The element itself, then what holds it, up to the root. */
  *ancestry(element: PDFRef): Generator<PDFRef> {
    for (let ref: PDFObject | undefined = element; ref instanceof PDFRef;) {
      const dict: PDFDict | undefined = this.#elements.get(ref);
      if (!dict) return;
      yield ref;
      ref = dict.get(P);
    }
  }

  /** Takes a sequence out of the structure; the caller marks it as an artifact. */
  disown(page: PDFRef, parents: number, mcid: number): void {
    const owner = this.ownerOfSequence(parents, mcid);
    const owners = this.#parents.get(parents);
    if (owners instanceof PDFArray) owners.set(mcid, PDFNull);
    if (!owner) return;
    const own = this.#elements.get(owner)?.get(Pg);
    this.#removeKids(owner, (kid) => {
      if (kid instanceof PDFNumber) return own === page && kid.asNumber() === mcid;
      if (!(kid instanceof PDFDict)) return false;
      const number = kid.get(PDFName.of('MCID'));
      const place = kid.get(Pg) ?? own;
      return number instanceof PDFNumber && number.asNumber() === mcid && place === page;
    });
  }

  /** Gives an annotation to an element. Returns the annotation's `StructParent` number. */
  adopt(element: PDFRef, annotation: PDFRef, page: PDFRef): number {
    const { context } = this.#document;
    const NextKey = PDFName.of('ParentTreeNextKey');
    const number = this.#root.lookup(NextKey, PDFNumber).asNumber();
    this.#root.set(NextKey, PDFNumber.of(number + 1));
    const tree = this.#root.lookup(PDFName.of('ParentTree'), PDFDict);
    const numbers = tree.lookupMaybe(PDFName.of('Nums'), PDFArray);
    if (numbers) {
      numbers.push(PDFNumber.of(number));
      numbers.push(element);
    } else {
      const leaf = context.obj({ Nums: [number, element], Limits: [number, number] });
      tree.lookup(PDFName.of('Kids'), PDFArray).push(context.register(leaf));
    }
    const kids = kidsOf(this.#elements.get(element) ?? context.obj({}));
    const reference = context.obj({ Type: 'OBJR', Obj: annotation, Pg: page });
    this.#elements.get(element)?.set(K, context.obj([...kids, reference]));
    this.#owners.set(annotation, element);
    return number;
  }

  /** Puts an element where `before` stands among the kids of `parent`, or at their end. */
  move(element: PDFRef, parent: PDFRef, before: PDFRef | null): void {
    const dict = this.#elements.get(element);
    const target = this.#elements.get(parent);
    const from = dict?.get(P);
    if (!dict || !target) return;
    if (from instanceof PDFRef) {
      this.#removeKids(from, (kid) => kid === element);
      this.#removeIfBare(from);
    }
    const kids = [...kidsOf(target)];
    const index = before ? kids.indexOf(before) : -1;
    kids.splice(index < 0 ? kids.length : index, 0, element);
    target.set(K, this.#document.context.obj(kids));
    dict.set(P, parent);
  }

  /** Identifiers are those of `ID` on elements; the tree that finds them (14.7.2) is written anew. */
  listIdentifiers(): void {
    const { context } = this.#document;
    const found = [...this.#elements].flatMap(([ref, dict]) => {
      const id = dict.lookup(PDFName.of('ID'));
      return id instanceof PDFString ? [{ id, ref }] : [];
    });
    const IDTree = PDFName.of('IDTree');
    deleteTree(context, this.#root.get(IDTree));
    if (found.length === 0) return void this.#root.delete(IDTree);
    // Code units, since all are of the same few signs.
    found.sort((a, b) => (a.id.asString() < b.id.asString() ? -1 : 1));
    const names = context.obj({ Names: found.flatMap(({ id, ref }) => [id, ref]) });
    this.#root.set(IDTree, context.register(names));
  }

  /** Takes an annotation out of the structure. */
  forget(annotation: PDFRef): void {
    const owner = this.#owners.get(annotation);
    if (!owner) return;
    this.#removeKids(
      owner,
      (kid) => kid instanceof PDFDict && kid.get(PDFName.of('Obj')) === annotation
    );
    this.#owners.delete(annotation);
  }

  /** Puts all of a list item's content but its label into one body, as a list item must have it. */
  giveListBodies(): void {
    const { context } = this.#document;
    for (const [ref, item] of [...this.#elements]) {
      if (this.typeOf(ref) !== 'LI') continue;
      const kids = kidsOf(item);
      const isLabel = (kid: PDFObject) => kid instanceof PDFRef && this.typeOf(kid) === 'Lbl';
      const rest = kids.filter((kid) => !isLabel(kid));
      if (rest.length === 0) continue;
      const body = context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: rest });
      const page = item.get(Pg);
      if (page) body.set(Pg, page);
      const bodyRef = context.register(body);
      this.#elements.set(bodyRef, body);
      for (const kid of rest) if (kid instanceof PDFRef) this.#elements.get(kid)?.set(P, bodyRef);
      this.#moveParents(ref, bodyRef, rest, page);
      item.set(K, context.obj([...kids.filter(isLabel), bodyRef]));
      item.delete(Pg);
    }
  }

  /** What the item itself owned of a page is now owned by its body. */
  #moveParents(
    from: PDFRef,
    to: PDFRef,
    kids: readonly PDFObject[],
    page: PDFObject | undefined
  ): void {
    if (!kids.some((kid) => kid instanceof PDFNumber) || !(page instanceof PDFRef)) return;
    const parents = this.#document.context
      .lookup(page, PDFDict)
      .lookupMaybe(PDFName.of('StructParents'), PDFNumber);
    const owners = parents && this.#parents.get(parents.asNumber());
    if (!(owners instanceof PDFArray)) return;
    owners.asArray().forEach((owner, index) => {
      if (owner === from) owners.set(index, to);
    });
  }

  /** What held nothing but an element that stands elsewhere now. */
  #removeIfBare(element: PDFRef): void {
    const parent = this.parentOf(element);
    if (!parent || this.#elements.get(element)?.has(K) || this.typeOf(element) !== 'NonStruct')
      return;
    this.#removeKids(parent, (kid) => kid === element);
    this.#elements.delete(element);
    this.#document.context.delete(element);
    this.#removeIfBare(parent);
  }

  #removeKids(element: PDFRef, gone: (kid: PDFObject) => boolean): void {
    const dict = this.#elements.get(element);
    if (!dict) return;
    const left = kidsOf(dict).filter((kid) => !gone(kid));
    if (left.length > 0) dict.set(K, this.#document.context.obj([...left]));
    else dict.delete(K);
  }

  #readParents(node: PDFDict): void {
    const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const [key, value] = [numbers[i], numbers[i + 1]];
      const target = value && this.#document.context.lookup(value);
      if (key instanceof PDFNumber && value) {
        this.#parents.set(key.asNumber(), target instanceof PDFArray ? target : value);
      }
    }
    for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
      this.#readParents(this.#document.context.lookup(kid, PDFDict));
    }
  }
}

function kidsOf(element: PDFDict): readonly PDFObject[] {
  const kids = element.lookup(K);
  if (kids instanceof PDFArray) return kids.asArray();
  const only = element.get(K);
  return only ? [only] : [];
}

function deleteTree(context: PDFContext, node: PDFObject | undefined): void {
  const dict = context.lookup(node);
  if (!(dict instanceof PDFDict)) return;
  for (const kid of dict.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
    deleteTree(context, kid);
  }
  if (node instanceof PDFRef) context.delete(node);
}
