/** A picture in a card is one in Word too, at its size; what Word cannot show leaves its description. */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { newCard } from '../../domain/briefing/entries.js';
import { fullEdition } from '../../domain/publication/edition.js';
import { makeBundle } from '../testing/bundle.js';
import { asDocx } from './briefing-docx.js';
import { pictureOf } from './pictures.js';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEUlEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==';
const gif = 'R0lGODlhBQAHAIAAAAAAAP///ywAAAAABQAHAAACBYyPqcsFADs=';
/** No more than what tells the size: a comment, then a frame of 17 × 9. */
const jpeg = Buffer.from('ffd8fffe00046869ffc0000b080009001101011100ffd9', 'hex').toString(
  'base64'
);

test.each([
  ['png', png, [3, 2]],
  ['gif', gif, [5, 7]],
  ['jpeg', jpeg, [17, 9]]
])('the size of a %s is read', (name, data, size) => {
  const picture = pictureOf(`data:image/${name};base64,${data}`);
  expect([picture?.width, picture?.height]).toEqual(size);
});

test.each([
  ['another kind', 'data:image/webp;base64,UklGRg=='],
  ['an address', 'https://a.example/x.png'],
  ['a name that does not fit', `data:image/png;base64,${gif}`],
  ['one that ends early', `data:image/jpeg;base64,${jpeg.slice(0, 12)}`]
])('%s is none', (_what, address) => {
  expect(pictureOf(address)).toBeNull();
});

test('it stands in the document with its description', async () => {
  const bundle = makeBundle(1);
  const body = `![A map](data:image/png;base64,${png})\n\n![A web picture](data:image/webp;base64,UklGRg==)`;
  const briefing = {
    ...bundle.briefing,
    annotations: [],
    cards: [newCard('context', { heading: 'Where', body })]
  };
  const job = { title: null, parts: [{ ...bundle, briefing }], edition: fullEdition };
  const parts = unzipSync(await asDocx(job));
  const document = Buffer.from(parts['word/document.xml']!).toString();
  expect(document).toMatch(/<wp:docPr id="\d+" name="picture" descr="A map"/);
  expect(document).toContain('[A web picture]');
  const stored = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(stored.map((name) => Buffer.from(parts[name]!).toString('base64'))).toEqual([png]);
});
