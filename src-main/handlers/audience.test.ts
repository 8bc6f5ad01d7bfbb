/** What leaves the house for an audience, in every format that is written without a browser. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unpackDocx } from '../article/docx/read-docx.js';
import { readZip } from '../disk/zip.js';
import { Bundle } from '../domain/briefing/bundle.js';
import { fullEdition, type Profile } from '../domain/publication/edition.js';
import { formats, writeDocument } from '../publish/formats.js';
import { withPrivateWords } from '../publish/testing/private-words.js';

const { bundle, words } = withPrivateWords(
  Bundle.parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
    )
  )
);
const folder = mkdtempSync(join(tmpdir(), 'standpoint-audience-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const endings = formats.map(({ ending }) => ending);
const wordsOfFile = 'What the file of a source says';
const options = {
  // What a browser would be given to print, and what would be attached.
  print: (job: unknown) => Promise.resolve(new TextEncoder().encode(JSON.stringify(job))),
  original: () => Promise.resolve(Buffer.from(wordsOfFile))
};

function alone(profile: Profile) {
  return { title: null, parts: [bundle], edition: { ...fullEdition, profile } };
}

/** All that a file holds, unpacked. */
async function contentOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.standpoint')) {
    return [...(await readZip(bytes, () => undefined))].flat().map(String).join('\n');
  }
  if (!path.endsWith('.docx')) return bytes.toString('utf8');
  return Object.values(unpackDocx(path, bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
}

async function found(path: string): Promise<readonly string[]> {
  const content = await contentOf(path);
  // An audience is given no file that a source was read from.
  if (!path.includes('full')) expect(content).not.toContain(wordsOfFile);
  return words.filter((word) => content.includes(word));
}

test('its author keeps every word', async () => {
  expect(Bundle.parse(bundle)).toEqual(bundle);
  expect(words.length).toBeGreaterThan(15);
  for (const ending of ['json', 'standpoint']) {
    const path = join(folder, `full.${ending}`);
    await writeDocument(alone('full'), path, options);
    expect(await found(path)).toEqual(words);
    expect((await contentOf(path)).includes(wordsOfFile)).toBe(ending === 'standpoint');
  }
});

test.each(endings)('no private word is in .%s', async (ending) => {
  const path = join(folder, `audience.${ending}`);
  await writeDocument(alone('audience'), path, options);
  expect(await found(path)).toEqual([]);
});

test.each(formats.filter(({ book }) => book).map(({ ending }) => ending))(
  'nor in a book as .%s',
  async (ending) => {
    const path = join(folder, `book.${ending}`);
    await writeDocument(
      { ...alone('audience'), title: 'Book', parts: [bundle, bundle] },
      path,
      options
    );
    expect(await found(path)).toEqual([]);
  }
);

test('nor in the states that changes are told between', async () => {
  const [{ by = null } = {}] = bundle.briefing.positions;
  expect(words).toContain(by?.device);
  const version = {
    ...{
      key: '0000000001-visit-00000000',
      kind: 'visit' as const,
      name: '',
      revision: 1,
      title: ''
    },
    ...{ keptAt: '2025-08-17T09:00:00Z', modifiedAt: '2025-08-17T09:00:00Z', by }
  };
  const state = { briefing: bundle.briefing, version };
  const written = { before: state, after: state };
  const edition = { ...fullEdition, profile: 'audience', template: 'changes' } as const;
  const part = { ...bundle, written };
  const [one, book] = [join(folder, 'changes.pdf'), join(folder, 'changes-book.pdf')];
  await writeDocument({ title: null, parts: [part], edition }, one, options);
  await writeDocument({ title: 'Book', parts: [part, part], edition }, book, options);
  expect(await contentOf(one)).toContain('"before"');
  expect((await contentOf(book)).match(/"before"/g)).toHaveLength(2);
  expect([...(await found(one)), ...(await found(book))]).toEqual([]);
});
