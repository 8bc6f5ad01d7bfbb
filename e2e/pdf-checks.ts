/** What must be true of every PDF that Standpoint makes, read with qpdf and poppler. */
import { createHash } from 'node:crypto';
import type { Bundle } from '../src-main/domain/briefing/bundle.js';
import { flat, outlineOf, pagesOf, read, withoutSpace, wordsIn, type Box } from './export-pdf.js';
import { expect } from './fixtures.js';
import { expectedOf, type BookOf, type Expected, type Outlined } from './pdf-expected.js';
import { nameOf, PdfObjects, textOf, type PdfDict, type PdfValue } from './pdf-objects.js';
import { pageCountOf, structureOf, within } from './pdf-structure.js';

export class PdfUnderTest {
  readonly objects: PdfObjects;
  readonly expected: Expected;

  constructor(
    readonly path: string,
    of: Bundle | BookOf
  ) {
    this.objects = new PdfObjects(path);
    this.expected = expectedOf(of);
  }

  isWellFormed(): void {
    const info = read('pdfinfo', this.path);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toContain(`Title:           ${this.expected.title}`);
    expect(textOf(this.objects.catalog['/Lang'])).toBe('en');
    expect(read('qpdf', '--check', this.path)).toContain('No syntax or stream encoding errors');
  }

  /** Neither the browser, nor the machine, nor a person's folder. */
  isSilent(): void {
    expect(read('strings', '-a', this.path)).not.toMatch(/Mozilla|Chrom|Skia|Linux|file:|app:/);
    const everything = this.objects.everything();
    expect(everything).not.toMatch(
      /Mozilla|HeadlessChrome|Skia|app:\/\/|\/tmp\/|urn:standpoint:mark/
    );
  }

  embedsItsFonts(): void {
    const fonts = read('pdffonts', this.path).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) {
      expect(font).toMatch(/ yes yes yes /);
      expect(font).not.toContain('Type 3');
    }
  }

  /** Titles equal headings, in their order and under one another, none twice. */
  hasOutline(): void {
    const wanted = ({ title, kids }: Outlined): Outlined => ({
      title: flat(title),
      kids: kids.map(wanted)
    });
    expect(outlineOf(this.path)).toEqual(this.expected.outline.map(wanted));
  }

  /** Every number in the contents list is the page on which its heading stands. */
  hasContentsNumbers(): void {
    const pages = pagesOf(this.path).map(withoutSpace);
    const listed = this.#links().filter(({ words }) => words.length > 0);
    for (const { anchor, heading } of this.expected.listed) {
      const entry = listed.find((link) => link.anchor === anchor);
      const [, number = ''] = /^.*?(\d+)$/s.exec(withoutSpace(entry?.words ?? '')) ?? [];
      const whole = withoutSpace(heading);
      expect(withoutSpace(entry?.words ?? '')).toBe(
        whole + number.slice(-String(entry?.page).length)
      );
      expect(number.endsWith(String(entry?.page)), heading).toBe(true);
      expect(pages[Number(entry?.page) - 1]).toContain(whole);
    }
  }

  /** The links of the contents list: the first to each anchor, with the words in its box. */
  #links() {
    const destinations = this.#destinations();
    const numbers = new Map(this.objects.pages().map(([ref], index) => [ref, index + 1]));
    const wanted = new Set(this.expected.listed.map(({ anchor }) => anchor));
    return this.objects.pages().flatMap(([, page], index) =>
      this.#annotationsOn(page, '/Link').flatMap((link) => {
        const anchor = textOf(link['/Dest']);
        if (!wanted.delete(anchor)) return [];
        const target = nameOf(this.objects.list(destinations.get(anchor))[0]);
        const words = wordsIn(this.path, index + 1, heightOf(this.objects, page), boxOf(link));
        return { anchor, words, page: numbers.get(target) };
      })
    );
  }

  /** The places in the document that have names. */
  #destinations(): ReadonlyMap<string, PdfValue> {
    const names = this.objects.dict(this.objects.dict(this.objects.catalog['/Names'])['/Dests']);
    const listed = (tree: PdfDict): readonly PdfValue[] => [
      ...this.objects.list(tree['/Names']),
      ...this.objects.list(tree['/Kids']).flatMap((kid) => listed(this.objects.dict(kid)))
    ];
    const pairs = listed(names);
    return new Map(
      pairs.flatMap((each, at) => (at % 2 ? [] : [[textOf(each), pairs[at + 1] ?? null]]))
    );
  }

  /** The words under a highlight are the words of its quote, and its note is said. `every` takes one in so many. */
  hasHighlights(every = 1): void {
    const annotations = this.expected.annotations.filter((_each, index) => index % every === 0);
    const names = new Set(annotations.map(([name]) => name));
    const drawn = new Map<string, string>();
    const notes = new Map<string, string>();
    for (const [index, [, page]] of this.objects.pages().entries()) {
      for (const highlight of this.#annotationsOn(page, '/Highlight')) {
        // One that runs on over the page has the number of that page behind its name.
        const [id = ''] = /^(?:b\d+-)?\w+/.exec(textOf(highlight['/NM'])) ?? [];
        if (!names.has(id)) continue;
        const words = quadsOf(this.objects, highlight)
          .map((box) => wordsIn(this.path, index + 1, heightOf(this.objects, page), box))
          .join('');
        drawn.set(id, (drawn.get(id) ?? '') + words);
        notes.set(id, textOf(highlight['/Contents']));
      }
    }
    const placed = annotations.filter(([, { target }]) => target.selectors.position);
    expect(drawn.size).toBe(placed.length);
    for (const [id, { note, target }] of placed) {
      expect(withoutSpace(drawn.get(id) ?? '')).toBe(withoutSpace(target.selectors.quote.exact));
      expect(notes.get(id)).toContain(note);
    }
  }

  /** Every briefing is inside, and two places name its hash. */
  carriesItsBriefings(): void {
    const files = this.objects.list(this.objects.catalog['/AF']);
    const carried = files.map((file): unknown => {
      const specification = this.objects.dict(file);
      expect(specification['/AFRelationship']).toBe('/Source');
      const stream = this.objects.dict(specification['/EF'])['/F'];
      const bytes = Buffer.from(this.objects.streamOf(stream), 'latin1');
      const hash = createHash('sha256').update(bytes).digest('hex');
      expect(textOf(specification['/Desc'])).toContain(hash);
      expect(this.objects.streamOf(this.objects.catalog['/Metadata'])).toContain(hash);
      return JSON.parse(bytes.toString('utf8'));
    });
    // Which states a briefing has behind it is told by its library, which the test does not look into.
    const told = carried.map((bundle) => ({ ...(bundle as object), behind: undefined }));
    expect(told).toEqual(this.expected.bundles);
  }

  /**
   * No short card, no row of a table and no picture runs over the end of a page, but for a timeline:
   * it goes on under its axis again.
   */
  splitsNothing(): void {
    const elements = structureOf(this.objects).flatMap((root) => [...within(root)]);
    const whole = elements.filter(
      ({ type, dict }) =>
        ['/TR', '/Figure', '/Art'].includes(type) && !textOf(dict['/Alt']).startsWith('Timeline')
    );
    expect(whole.length).toBeGreaterThan(20);
    for (const element of whole) expect(pageCountOf(element)).toBeLessThan(2);
  }

  /** At least a quarter of the last page is used, running head and foot apart. */
  endsOnAFullPage(): void {
    const [last = ''] = read('pdftotext', '-bbox', this.path, '-').split('<page ').slice(-1);
    const height = Number(/height="([\d.]+)"/.exec(last)?.[1]);
    const ends = [...last.matchAll(/yMax="([\d.]+)"/g)].map(([, end]) => Number(end));
    const [top, bottom] = [20, 22].map((millimetres) => (millimetres * 72) / 25.4) as [
      number,
      number
    ];
    const lowest = Math.max(...ends.filter((end) => end < height - bottom + 6));
    expect((lowest - top) / (height - top - bottom)).toBeGreaterThan(0.25);
  }

  #annotationsOn(page: PdfDict, type: string): readonly PdfDict[] {
    return this.objects
      .list(page['/Annots'])
      .map((ref) => this.objects.dict(ref))
      .filter((annotation) => annotation['/Subtype'] === type);
  }
}

function boxOf(annotation: PdfDict): Box {
  return annotation['/Rect'] as unknown as Box;
}

/** A quad lists its upper corners, then its lower ones. */
function quadsOf(objects: PdfObjects, annotation: PdfDict): readonly Box[] {
  const edges = objects.list(annotation['/QuadPoints']).map(Number);
  return Array.from({ length: edges.length / 8 }, (_, index) => {
    const [left = 0, top = 0, right = 0, , , bottom = 0] = edges.slice(index * 8);
    return [left, bottom, right, top] as const;
  });
}

/** The paper's size may stand with all pages at once. */
function heightOf(objects: PdfObjects, page: PdfDict): number {
  const box = page['/MediaBox'] ?? objects.dict(page['/Parent'])['/MediaBox'];
  return Number(objects.list(box)[3]);
}
