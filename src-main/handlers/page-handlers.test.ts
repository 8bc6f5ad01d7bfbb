/** When the pages beside the text are made of what the library holds, and when of what was read before. */
import { expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../domain/briefing/briefing.js';
import { newSource } from '../domain/briefing/source.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import type { DocumentVersion } from '../domain/publication/document/fit.js';
import { fullEdition } from '../domain/publication/edition.js';
import { pageHandlers } from './page-handlers.js';
import type { Program } from './program.js';

/** A library that counts how often it is read, and a printer that draws nothing. */
function start(texts: Record<string, string>) {
  const reads: string[] = [];
  const looks: { job: DocumentJob; last: DocumentVersion | null }[] = [];
  const library = {
    folder: '/nowhere',
    open: (id: string) => {
      reads.push(id);
      return Promise.resolve({
        briefing: emptyBriefing('As kept'),
        texts: { ...texts },
        revision: 1
      });
    }
  };
  const program = { library, ending: new AbortController().signal } as unknown as Program;
  const version: DocumentVersion = { detail: {}, showContents: false, scale: 1 };
  const handlers = pageHandlers(program, (job, last) => {
    looks.push({ job, last });
    return Promise.resolve({ pdf: new Uint8Array(), places: [], remark: null, version });
  });
  const look = (briefing: Briefing, typing = true) =>
    handlers['page.look'](briefing, fullEdition, typing);
  return { reads, looks, look, version };
}

const text = 'a'.repeat(64);
const withSource: Briefing = {
  ...emptyBriefing('First'),
  sources: [newSource({ title: 'A source', text, importedAt: '2025-08-17T09:00:00.000Z' })]
};

test('the words are those of the window, and the library is read once while words alone change', async () => {
  const { reads, looks, look, version } = start({ [text]: 'Words.' });
  await look(withSource);
  await look({ ...withSource, title: 'Second' });
  await look({ ...withSource, title: 'Third' }, false);
  expect(reads).toHaveLength(1);
  expect(looks.map(({ job }) => job.parts[0]?.briefing.title)).toEqual([
    'First',
    'Second',
    'Third'
  ]);
  expect(looks.map(({ last }) => last)).toEqual([null, version, null]);
});

test('the library is read again where sources have changed, and until it has their texts', async () => {
  const texts: Record<string, string> = {};
  const { reads, looks, look } = start(texts);
  await look(withSource);
  texts[text] = 'Words.';
  await look(withSource);
  await look(withSource);
  expect(reads).toHaveLength(2);
  expect(looks.at(-1)?.job.parts[0]?.texts).toEqual({ [text]: 'Words.' });
  await look({ ...withSource, sources: [] });
  expect(reads).toHaveLength(3);
});
