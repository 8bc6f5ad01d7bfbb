/** Protects annotations on their way out and back in: as many, on the same words, saying the same. */
import fc from 'fast-check';
import { describe as suite, expect, it, test } from 'vitest';
import { annotationKinds, type Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { newId } from '../base/values.js';
import { countCodePoints, offsetOfCodePoint } from './code-points.js';
import { exchangeFormats, readAnnotations, writeAnnotations } from './formats.js';
import { placeAnnotations } from './place-annotations.js';
import { actor, annotate, briefingWith, hash, moment } from './testing/exchange.js';
import { idOfUrn, urnOf } from './write-web-annotations.js';

/** Into a file and out of it again, into the same briefing without its annotations. */
function roundTrip(briefing: Briefing, text: string, format = exchangeFormats[0]!) {
  const written = writeAnnotations(format, briefing, { [hash]: text });
  const read = readAnnotations(`x.${format.ending}`, written);
  return placeAnnotations({ ...briefing, annotations: [] }, { [hash]: text }, read);
}

const signs = fc.string({
  unit: fc.constantFrom(
    ...'ab\'"=-+@,;\n\r\t>#<!\\| 😀é漢ש'.split(''),
    '😀',
    'é',
    '<!-- annotation {} -->',
    '\n\n'
  )
});
const texts = signs.map((words) => `One ${words} two.`);
const spans = fc.tuple(fc.nat(40), fc.nat(40));
const notes = fc.record({
  kind: fc.constantFrom(...annotationKinds),
  note: signs,
  tags: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9 }), { maxLength: 3 }),
  replies: fc.array(
    signs.map((words) => ({
      id: newId(),
      note: `r${words}`,
      createdAt: moment,
      modifiedAt: moment,
      by: null
    })),
    { maxLength: 2 }
  ),
  links: fc.constantFrom([], [{ type: 'actor' as const, id: actor }])
});
const cases = fc.tuple(texts, fc.array(fc.tuple(spans, notes, fc.boolean()), { maxLength: 5 }));

suite.each(exchangeFormats)('$name', (format) => {
  it('gives back every annotation as it was', () => {
    fc.assert(
      fc.property(cases, ([text, wanted]) => {
        const bare = briefingWith(text);
        const annotations = wanted.map(([[a, b], said, isOrphan]) => {
          const start = Math.min(a, b, text.length - 1);
          const end = Math.min(text.length, Math.max(a, b, start + 1));
          const made = annotate(bare, text, start, end, said);
          if (!isOrphan) return made;
          const quote = { exact: 'words that stand nowhere at all', prefix: '', suffix: '' };
          const selectors = { quote, position: null };
          return { ...made, target: { ...made.target, selectors, original: selectors } };
        });
        const { briefing, placed, orphans, known, refused } = roundTrip(
          { ...bare, annotations },
          text,
          format
        );
        expect([refused, known]).toEqual([[], 0]);
        expect(placed.length + orphans.length).toBe(annotations.length);
        const sorted = (all: readonly Annotation[]) =>
          all.toSorted((x, y) => (x.id < y.id ? -1 : 1));
        expect(sorted(briefing.annotations)).toEqual(sorted(annotations));
      })
    );
  });

  it('leaves alone what the briefing has already', () => {
    const text = 'One two three.';
    const bare = briefingWith(text);
    const full = { ...bare, annotations: [annotate(bare, text, 4, 7)] };
    const read = readAnnotations(
      `x.${format.ending}`,
      writeAnnotations(format, full, { [hash]: text })
    );
    expect(placeAnnotations(full, { [hash]: text }, read)).toMatchObject({
      briefing: full,
      known: 1
    });
  });

  it('refuses with a sentence what is nothing of the kind', () => {
    expect(() => format.read('{"a": 1}')).toThrow(/^This .+\.$/);
    expect(() => format.read('')).toThrow(/^This .+\.$/);
  });
});

suite('W3C Web Annotation', () => {
  const w3c = exchangeFormats.find(({ ending }) => ending === 'jsonld')!;
  test('counts code points, names its context and makes replies annotations', () => {
    const text = '😀😀 The port reopens.';
    const bare = briefingWith(text);
    const reply = { id: newId(), note: 'Really?', createdAt: moment, modifiedAt: moment, by: null };
    const one = annotate(bare, text, 9, 13, { note: 'A *note*', tags: ['sea'], replies: [reply] });
    const written = writeAnnotations(w3c, { ...bare, annotations: [one] }, { [hash]: text });
    expect(JSON.parse(written)).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:standpoint:page:${bare.id}`,
      type: 'AnnotationPage',
      items: [
        {
          id: urnOf(one.id),
          motivation: 'commenting',
          body: [
            { value: 'A *note*', purpose: 'commenting', format: 'text/markdown' },
            { value: 'sea', purpose: 'tagging' },
            { value: 'key', purpose: 'classifying' }
          ],
          target: {
            selector: [
              { type: 'TextQuoteSelector', exact: 'port' },
              { type: 'TextPositionSelector', start: 7, end: 11 }
            ]
          }
        },
        { motivation: 'replying', target: urnOf(one.id) }
      ]
    });
  });

  test('reads what another program wrote of a text with that address', () => {
    const text = 'The talks go on. The port reopens in June.';
    const foreign = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://other.example/1',
      type: 'Annotation',
      bodyValue: 'When?',
      target: {
        source: 'https://news.example/talks',
        selector: { type: 'TextQuoteSelector', exact: 'reopens in June', prefix: 'The port ' }
      }
    };
    const read = readAnnotations('x.jsonld', JSON.stringify(foreign));
    const { placed } = placeAnnotations(briefingWith(text), { [hash]: text }, read);
    expect(placed).toMatchObject([
      { note: 'When?', kind: 'key', target: { selectors: { position: { start: 26, end: 41 } } } }
    ]);
  });
});

suite('placing', () => {
  const text = 'The talks go on. The port reopens in June.';
  const hypothesis = (exact: string, uri = '') => ({
    rows: [
      { uri, text: 'n', tags: [], target: [{ selector: [{ type: 'TextQuoteSelector', exact }] }] }
    ]
  });
  const place = (rows: object) =>
    placeAnnotations(
      briefingWith(text),
      { [hash]: text },
      readAnnotations('x.json', JSON.stringify(rows))
    );

  test('words of an unnamed text stand in the one text that holds them', () => {
    expect(place(hypothesis('Ships wait')).placed).toMatchObject([{ target: { type: 'card' } }]);
  });
  test('words that stand nowhere stay, as an orphan', () => {
    const { orphans, briefing } = place(hypothesis('The lighthouse keeper resigned yesterday'));
    expect(orphans).toMatchObject([{ target: { type: 'source', selectors: { position: null } } }]);
    expect(briefing.annotations).toEqual(orphans);
  });
  test('a note on a whole page is told, not dropped in silence', () => {
    const { refused } = place({
      rows: [{ uri: 'x', text: 'All wrong', target: [{ source: 'x' }] }]
    });
    expect(refused).toEqual(['A note on a whole page was left out: “All wrong”.']);
  });
  test('a note beyond the limit is told with the reason', () => {
    const [row] = hypothesis('The port reopens').rows;
    const { refused } = place({ rows: [{ ...row, text: 'x'.repeat(20_001) }] });
    expect(refused[0]).toMatch(/^“The port reopens” was left out: note: .+\.$/);
  });
});

test('code points and units are told apart, back and forth', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '漢', '😀', '\ud83d', '\ude00') }),
      fc.nat(20),
      (text, count) => {
        const offset = offsetOfCodePoint(text, count);
        expect(countCodePoints(text, offset)).toBe(Math.min(count, [...text].length));
      }
    )
  );
});

test('an id survives as a URN', () => {
  for (let i = 0; i < 50; i++) {
    const id = newId();
    expect(idOfUrn(urnOf(id))).toBe(id);
  }
  expect(idOfUrn('https://example.org')).toBeNull();
});
