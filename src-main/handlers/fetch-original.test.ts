/** Protects who opens an original of a shared library: it is fetched when she asks, and where it cannot be, a sentence says so. */
import { expect, test } from 'vitest';
import { ExpectedFailure } from '../domain/base/result.js';
import { newSource } from '../domain/briefing/source.js';
import { originalsToTakeAlong, readOrFetchOriginal } from './fetch-original.js';

const hash = 'a'.repeat(64);
const original = { hash, name: 'Report.pdf', bytes: 12, mediaType: 'application/pdf' };
const bare = newSource({ text: 'b'.repeat(64), importedAt: '2026-01-01T00:00:00Z' });
const source = { ...bare, title: 'Report', original };
const pdf = Buffer.from('%PDF-1.7 abc');

function placeWith(here: Buffer | null, others: Buffer | ExpectedFailure | null) {
  const asked: string[] = [];
  const fetched: number[] = [];
  const stop = new AbortController();
  return {
    asked,
    fetched,
    stop,
    fetching: { signal: stop.signal, onFetch: (done: number) => void fetched.push(done) },
    place: {
      library: {
        originals: () => Promise.resolve(new Set(here ? [hash] : [])),
        readOriginal: () => {
          asked.push('library');
          return Promise.resolve(here);
        }
      },
      libraries: {
        team: others && {
          fetchOriginal: (
            _hash: string,
            onProgress?: (done: number, of: number) => void
          ): Promise<Uint8Array> => {
            asked.push('others');
            onProgress?.(6, 12);
            return others instanceof ExpectedFailure
              ? Promise.reject(others)
              : Promise.resolve(others);
          }
        }
      }
    }
  };
}

const notYet = new ExpectedFailure('original-not-here', 'Nobody has handed it over yet.');
const away = new ExpectedFailure('carrier-away', 'The server cannot be reached.');

test('what is here is read, and nobody else asked', async () => {
  const { place, asked, fetched, fetching } = placeWith(pdf, notYet);
  expect(await readOrFetchOriginal(place, source, fetching)).toBe(pdf);
  expect([asked, fetched]).toEqual([['library'], []]);
});

test('what only others have is fetched, and told as it comes, but not as lost here', async () => {
  const { place, asked, fetched, fetching } = placeWith(null, pdf);
  expect(await readOrFetchOriginal(place, source, fetching)).toBe(pdf);
  expect([asked, fetched]).toEqual([['others'], [0, 6]]);
});

test.each([
  [
    null,
    /“Report” is not in this library: it is damaged.*Adding “Report\.pdf” again brings it back/
  ],
  [notYet, /“Report” is not in this library, and could not be fetched\. Nobody has handed it over/],
  [away, /could not be fetched\. The server cannot be reached\. The text of the source is whole/]
])('where it cannot be had, a sentence says so', async (others, message) => {
  const { place, fetching } = placeWith(null, others);
  await expect(readOrFetchOriginal(place, source, fetching)).rejects.toMatchObject({
    code: 'no-original',
    message: expect.stringMatching(message) as string
  });
});

test('cancelled, it says that and nothing else', async () => {
  const cancelled = new ExpectedFailure('cancelled', 'It was cancelled.');
  const { place, stop, fetching } = placeWith(null, cancelled);
  stop.abort(cancelled);
  await expect(readOrFetchOriginal(place, source, fetching)).rejects.toBe(cancelled);
  const take = originalsToTakeAlong(place, fetching, () => undefined);
  await expect(take(hash)).rejects.toBe(cancelled);
});

test('a file that takes originals along fetches them; what cannot be had is left out, and those out of reach are asked once', async () => {
  const told: string[] = [];
  const say = (sentence: string) => void told.push(sentence);
  const { place, fetching } = placeWith(null, pdf);
  expect(await originalsToTakeAlong(place, fetching, say)(hash)).toBe(pdf);
  const late = placeWith(null, notYet);
  const take = originalsToTakeAlong(late.place, late.fetching, say);
  expect([await take(hash), await take(hash)]).toEqual([null, null]);
  expect([late.asked, told]).toEqual([['others', 'others'], []]);
  const offline = placeWith(null, away);
  const takeNone = originalsToTakeAlong(offline.place, offline.fetching, say);
  expect([await takeNone(hash), await takeNone(hash)]).toEqual([null, null]);
  expect([offline.asked, told]).toEqual([
    ['others'],
    ['Not all original files could be fetched. The server cannot be reached.']
  ]);
  const alone = placeWith(pdf, null);
  expect(await originalsToTakeAlong(alone.place, alone.fetching, say)(hash)).toBe(pdf);
});
