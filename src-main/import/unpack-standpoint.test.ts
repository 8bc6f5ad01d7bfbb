/** Protects whoever is sent a Standpoint file: of a hostile one nothing comes in, and she is told why. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maxStandpointEntries } from '../domain/base/limits.js';
import { ZipWriter } from '../disk/zip.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { testFolder } from '../store/testing/folder.js';
import { readBundleFile } from './import-bundle.js';
import { importCarried, readCarriedFile } from './import-carried.js';
import { sent } from './testing/sent-briefing.js';

let place: string;
let file: string;
let library: Library;
beforeEach(async () => {
  place = await testFolder('hostile-file');
  file = join(place, 'sent.standpoint');
  library = await openLibrary(join(place, 'library'));
});
afterEach(async () => {
  await library.close();
  await rm(place, { recursive: true, force: true });
});

describe('a hostile file is refused in a sentence, and nothing of it is taken in', () => {
  const out = sent([['One.', Buffer.from('%PDF-')]]);
  const [text = ''] = Object.keys(out.texts);
  const [original = ''] = Object.keys(out.originals);
  const good = (): Map<string, Buffer> =>
    new Map([
      ['briefing.json', json()],
      [`texts/${text}`, Buffer.from('One.')],
      [`originals/${original}`, Buffer.from('%PDF-')]
    ]);
  const json = (changes: object = {}, head: object = { profile: 'full' }) =>
    Buffer.from(
      JSON.stringify({
        schema: 'standpoint-briefing/4',
        ...head,
        briefing: { ...out.briefing, ...changes }
      })
    );
  const having = (name: string, bytes: Buffer) => good().set(name, bytes);

  async function zipped(entries: ReadonlyMap<string, Buffer>): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    const zip = new ZipWriter((piece) => pieces.push(piece));
    for (const [name, bytes] of entries) await zip.add(name, bytes, { pack: bytes.length > 100 });
    await zip.end();
    return Buffer.concat(pieces);
  }

  function without(name: string): Map<string, Buffer> {
    const entries = good();
    entries.delete(name);
    return entries;
  }

  test('while a good one comes in, folders or none', async () => {
    await writeFile(file, await zipped(having('texts/', Buffer.alloc(0))));
    expect((await readBundleFile(file)).bundle.briefing).toEqual(out.briefing);
  });

  const limits = {
    entries: new Map(
      Array.from({ length: maxStandpointEntries + 1 }, (_, i) => [
        `texts/${i.toString(16).padStart(64, '0')}`,
        Buffer.alloc(0)
      ])
    ),
    unpacked: new Map(
      Array.from({ length: 101 }, (_, i) => [
        `texts/${i.toString(16).padStart(64, '0')}`,
        Buffer.alloc(5_000_000)
      ])
    )
  };

  test.each<[string, () => Map<string, Buffer>, RegExp]>([
    ['without a briefing', () => without('briefing.json'), /: it holds no briefing\.json\.$/],
    ['without a text', () => without(`texts/${text}`), /: the text of “Source 0” is missing\.$/],
    [
      'with another text',
      () => having(`texts/${text}`, Buffer.from('Two.')),
      /: the text of “Source 0” is not the one that was exported\.$/
    ],
    [
      'with another original',
      () => having(`originals/${original}`, Buffer.from('MZ')),
      /: the original file [0-9a-f]{64} is not the one that was exported\.$/
    ],
    [
      'that says not for whom it is',
      () => having('briefing.json', json({}, {})),
      /: it does not say for whom it was written\.$/
    ],
    ['of no JSON', () => having('briefing.json', Buffer.from('{')), /: it is not valid JSON\.$/],
    ['of an empty list', () => having('briefing.json', Buffer.from('[]')), /an empty list\.$/],
    [
      'that is no briefing',
      () => having('briefing.json', json({ title: 7 })),
      /: briefing\.title: .+\.$/
    ],
    ...[
      '../evil.pdf',
      '/etc/passwd',
      'C:\\evil.exe',
      'originals/../../evil',
      `originals/${original}/x`,
      'texts/x',
      'run.sh',
      'briefing.json\u0000.sh'
    ].map((name): [string, () => Map<string, Buffer>, RegExp] => [
      `with an entry named ${JSON.stringify(name)}`,
      () => having(name, Buffer.from('x')),
      /: it holds ".+", which no Standpoint file has\.$/
    ]),
    [
      'with a text beyond the limit',
      () => having(`texts/${'0'.repeat(64)}`, Buffer.alloc(5_000_001)),
      /^texts\/0+ in sent\.standpoint has 5\.1 MB; a text may have up to 5 MB\. Nothing of it was taken in\.$/
    ],
    [
      'with too many entries',
      () => limits.entries,
      /^sent\.standpoint has 20,001 entries; a Standpoint file may have up to 20,000 entries\./
    ],
    [
      'that unpacks to too much',
      () => limits.unpacked,
      /^sent\.standpoint unpacks to 505 MB; a Standpoint file may have up to 500 MB\./
    ]
  ])('%s', async (_what, entries, sentence) => {
    await writeFile(file, await zipped(entries()));
    const imported = await importCarried(library, () => readCarriedFile(file));
    expect(imported).toMatchObject({ ids: [], refused: [expect.stringMatching(sentence)] });
    expect(await library.list()).toEqual([]);
  });

  test.each([
    ['words', /it is no zip file\.$/],
    ['', /^sent\.standpoint is empty\.$/]
  ])('of %j', async (content, sentence) => {
    await writeFile(file, content);
    const imported = await importCarried(library, () => readCarriedFile(file));
    expect(imported).toMatchObject({ ids: [], refused: [expect.stringMatching(sentence)] });
  });
});
