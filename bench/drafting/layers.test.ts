import { expect, test } from 'vitest';
import { type Layer, layersOf } from './layers.js';
import { isSetAside, type OpenText } from './open-texts.js';
import { sharedWords } from './shared-words.js';

const text =
  'Anna Lunt met the council of Oslo on Monday. She said that the bridge would be closed. Lunt left.';

function mentionOf(words: string, cluster: number, more: Partial<Mention> = {}): Mention {
  const start = text.indexOf(words);
  const base = { type: 'person', form: 'name', salient: false } as const;
  return { ...base, start, end: start + words.length, cluster, ...more };
}
type Mention = NonNullable<OpenText['entities']>[number];

const open: OpenText = {
  id: 'bridge',
  genre: 'news',
  licence: 'CC0',
  text,
  summary: 'A bridge is closed, says Anna Lunt.',
  entities: [
    mentionOf('Anna Lunt', 1, { salient: true }),
    mentionOf('Lunt left', 1, { end: text.indexOf(' left.'), salient: true }),
    mentionOf('Oslo', 2, { type: 'place' }),
    mentionOf('She', 1, { form: 'pronoun', salient: true }),
    mentionOf('the council of Oslo', 3, { type: 'organization', form: 'common' })
  ],
  attributions: [
    {
      attribution: [{ start: text.indexOf('She said'), end: text.indexOf(' that') }],
      content: [{ start: text.indexOf('that the'), end: text.indexOf(' Lunt left') }]
    }
  ]
};

/** Right, found and marked. */
function layerOf(layer: Layer, of: OpenText = open): readonly number[] {
  const { right, found, marked } = layersOf([of])[layer];
  return [right, found, marked];
}

test('what agrees with the annotation counts as right, layer by layer', () => {
  expect(layerOf('attributions with source')).toEqual([1, 1, 1]);
  expect(layerOf('indirect attributions')).toEqual([1, 1, 1]);
  expect(layerOf('persons')).toEqual([1, 1, 1]);
  expect(layerOf('places')).toEqual([1, 1, 1]);
  // A name of the common kind is nobody's to find.
  expect(layerOf('organisations')).toEqual([0, 0, 0]);
  expect(layerOf('alias clusters (B³)')).toEqual([3, 3, 3]);
  expect(layerOf('pronouns')).toEqual([1, 1, 1]);
  expect(layerOf('salient actors')).toEqual([1, 1, 1]);
});

test('what does not agree counts as wrong', () => {
  const other: OpenText = {
    ...open,
    entities: (open.entities ?? []).map((mention) =>
      mention.form === 'name'
        ? { ...mention, type: 'organization', cluster: mention.start }
        : mention
    ),
    attributions: [{ attribution: [{ start: 0, end: 9 }], content: [{ start: 0, end: 9 }] }]
  };
  expect(layerOf('attributions', other)).toEqual([0, 1, 1]);
  expect(layerOf('persons', other)).toEqual([0, 1, 0]);
  expect(layerOf('organisations', other)).toEqual([0, 0, 3]);
  // Two names that are two and were taken for one: each is half right.
  expect(layerOf('alias clusters (B³)', other)[0]).toBeCloseTo(1 + 2 / 3 + 2 / 3);
});

test('a layer that nobody has annotated is not scored', () => {
  const bare: OpenText = { ...open, summary: null, entities: null, attributions: null };
  expect(layerOf('attributions', bare)).toEqual([0, 0, 0]);
  expect(layerOf('persons', bare)).toEqual([0, 0, 0]);
  expect(layerOf('bottom line to a person’s summary', bare)).toEqual([0, 0, 0]);
});

test('a fifth is set aside by name alone, the same one always', () => {
  const names = Array.from({ length: 1_000 }, (_, i) => ({ id: `text-${i}` }));
  const aside = names.filter((name) => isSetAside(name));
  expect(aside.length).toBeGreaterThan(150);
  expect(aside.length).toBeLessThan(250);
  const some = ['bridge', 'ferry', 'court', 'mine', 'vote'].filter((id) => isSetAside({ id }));
  expect(some).toEqual(['mine']);
});

test('words of content are shared by their stems, each once', () => {
  expect(sharedWords('The studies closed.', 'A study closes the bridge.')).toEqual({
    right: 2,
    found: 2,
    marked: 3
  });
  expect(sharedWords('bridge bridge', 'bridge')).toMatchObject({ right: 1, found: 2 });
});
