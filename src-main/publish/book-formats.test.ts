import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
import { newId } from '../domain/base/values.js';
import { readWebAnnotations } from '../domain/exchange/read-web-annotations.js';
import { maxBookBriefings } from '../domain/base/limits.js';
import { fullEdition } from '../domain/publication/edition.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { formatOf, formats, refuseTooMany, writeDocument } from './formats.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
/** The same entries under the same ids, as in a copy that was made of a version. */
const copy: Bundle = {
  ...sample,
  briefing: { ...sample.briefing, id: newId(), title: 'The week before', marking: 'Secret' }
};
const { positions, annotations } = sample.briefing;

const folder = mkdtempSync(join(tmpdir(), 'standpoint-books-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function written(
  ending: string,
  bundles: readonly Bundle[] = [sample, copy],
  profile: 'full' | 'audience' = 'full'
): Promise<string> {
  const path = join(folder, `book.${ending}`);
  const edition = { ...fullEdition, profile };
  await writeDocument({ title: 'Two weeks', parts: bundles, edition }, path, {
    print: () => Promise.reject(new Error('Nothing is to be printed'))
  });
  return readFileSync(path, 'utf8');
}

const endings = formats.filter(({ book }) => book).map(({ ending }) => ending);

test.each(endings)('knows .%s, in any case', (ending) => {
  expect(formatOf(`/tmp/a.b/x.${ending.toUpperCase()}`, true).ending).toBe(ending);
});

test.each(['x.odt', 'x', 'x.annotations.md.gz'])('refuses %s and lists what there is', (path) => {
  expect(() => formatOf(path, true)).toThrow(
    `must end in one of ${endings.map((ending) => `.${ending}`).join(', ')}.`
  );
});

test('prints what the profile leaves, in the order given', async () => {
  const jobs: DocumentJob[] = [];
  const edition = { ...fullEdition, profile: 'audience' as const };
  await writeDocument({ title: ' ', parts: [copy, sample], edition }, join(folder, 'x.pdf'), {
    print: (job) => {
      jobs.push(job);
      return Promise.resolve(new Uint8Array([37]));
    }
  });
  const parts = jobs.flatMap((job) => job.parts);
  expect(parts.map(({ briefing }) => briefing.title)).toEqual([
    'The week before',
    sample.briefing.title
  ]);
  for (const { texts } of parts) expect(Object.values(texts)).toEqual(['']);
});

test('more briefings than a book may hold are refused, and nothing is written', async () => {
  const before = readdirSync(folder);
  const many = Array.from({ length: maxBookBriefings + 1 }, () => sample);
  await expect(written('html', many)).rejects.toThrow(
    'A book holds up to 200 briefings, and these are 201. Nothing was written.'
  );
  expect(readdirSync(folder)).toEqual(before);
});

test('as many briefings as a book may hold are not refused', () =>
  expect(() => refuseTooMany(maxBookBriefings)).not.toThrow());

test('HTML has one anchor a name, and every link leads to one', async () => {
  const html = await written('html');
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, anchor] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(anchor);
  // Without the texts of the sources, most words of the notes are marked nowhere.
  const handed = await written('html', [sample, copy], 'audience');
  for (const [, anchor] of handed.matchAll(/href="#([^"]*)"/g))
    expect(handed).toContain(` id="${anchor}"`);
  const headings = [...html.matchAll(/<h([1-6])[^>]*>([^<]*)/g)].map(([, level, words]) => [
    level,
    words
  ]);
  expect(headings[0]).toEqual(['1', 'Two weeks']);
  expect(headings.filter(([level]) => level === '2').map(([, words]) => words)).toEqual([
    sample.briefing.title,
    'The week before'
  ]);
  expect(html).toContain(
    '<header><p class="marking">Secret · Author’s copy, with private notes</p><p class="kicker"'
  );
});

test('Markdown numbers no two footnotes alike, and defines each that it cites', async () => {
  const markdown = await written('md');
  const cited = [...markdown.matchAll(/\[\^([\d-]+)\](?!:)/g)].map(([, number]) => number);
  const defined = [...markdown.matchAll(/^\[\^([\d-]+)\]:/gm)].map(([, number]) => number);
  expect(new Set(defined).size).toBe(defined.length);
  expect(new Set(cited)).toEqual(new Set(defined));
  expect(markdown.match(/^# .*$/gm)).toEqual([`# ${sample.briefing.title}`, '# The week before']);
});

test('CSV names the briefing of every row', async () => {
  const [head = '', ...rows] = (await written('csv')).trimEnd().split('\r\n');
  expect(head).toMatch(/^\uFEFFbriefing,issue,actor,/);
  expect(rows.filter((row) => row.startsWith('The week before,'))).toHaveLength(positions.length);
  expect(rows).toHaveLength(2 * positions.length);
});

test('JSON-LD is one collection of all annotations, and reads back', async () => {
  const json = await written('jsonld');
  const ids = `${sample.briefing.id}+${copy.briefing.id}`;
  expect(JSON.parse(json)).toMatchObject({
    id: `urn:standpoint:collection:${ids}`,
    first: { id: `urn:standpoint:page:${ids}` }
  });
  const { annotations: read, refused } = readWebAnnotations(json);
  expect(refused).toEqual([]);
  expect(read.map(({ quote }) => quote?.exact).sort()).toEqual(
    [...annotations, ...annotations].map(({ target }) => target.selectors.quote.exact).sort()
  );
});

describe('JSON', () => {
  test('is the list of bundles', async () => {
    expect(JSON.parse(await written('json'))).toEqual([sample, copy]);
  });

  test('for an audience holds no private note of any briefing', async () => {
    const json = await written('json', [sample, copy], 'audience');
    for (const { note } of annotations) if (note) expect(json).not.toContain(note);
  });
});
