/** What `standpoint team` says of originals that it hands over and fetches, and that one which is missing keeps nothing else back. */
import { expect, test } from 'vitest';
import { ExpectedFailure } from '../domain/base/result.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newSource } from '../domain/briefing/source.js';
import { fakeTeam } from '../team/testing/fake-team.js';
import { fetchOriginals, shareOriginals } from './team-originals.js';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const sourceOf = (title: string, hash: string | null) => ({
  ...newSource({ text: 'c'.repeat(64), importedAt: '2026-01-01T00:00:00Z' }),
  title,
  original:
    hash === null
      ? null
      : { hash, name: `${title}.pdf`, bytes: 12_000_000, mediaType: 'application/pdf' }
});
const notYet = new ExpectedFailure('original-not-here', 'Nobody has handed it over yet.');

function listening() {
  const told = { out: [] as string[], err: [] as string[] };
  const io = {
    out: (text: string) => void told.out.push(text),
    err: (text: string) => void told.err.push(text)
  };
  return { told, io: io as never };
}

test('fetches those of a briefing, tells how far each is, and which could not be had', async () => {
  const sources = [sourceOf('One', first), sourceOf('Pasted', null), sourceOf('Two', second)];
  const team = fakeTeam({} as never);
  team.fetchOriginal = (hash, onProgress) => {
    if (hash === first) return Promise.reject(notYet);
    for (let done = 500_000; done <= 12_000_000; done += 500_000) onProgress?.(done, 12_000_000);
    return Promise.resolve(Buffer.from('%PDF-'));
  };
  const { told, io } = listening();
  await expect(
    fetchOriginals(team, { ...emptyBriefing(''), sources }, {}, io)
  ).rejects.toMatchObject({
    code: 'no-original',
    message: expect.stringMatching(/^1 of 2 original files could not be fetched/) as string
  });
  expect(told.out).toEqual([`${second}  Two.pdf`]);
  expect(told.err[0]).toBe(
    'standpoint: the original of “One” could not be fetched. Nobody has handed it over yet.'
  );
  expect(told.err).toHaveLength(9);
  expect(told.err.at(-1)).toBe('standpoint: fetching the original of “Two”, 12 of 12 MB');
});

test('as JSON, a list says which are there', async () => {
  const sources = [sourceOf('One', first), sourceOf('Two', second)];
  const team = fakeTeam({} as never);
  team.fetchOriginal = (hash) =>
    hash === first ? Promise.reject(notYet) : Promise.resolve(Buffer.from('%PDF-'));
  const { told, io } = listening();
  const briefing = { ...emptyBriefing(''), sources };
  await expect(fetchOriginals(team, briefing, { json: true }, io)).rejects.toThrow('1 of 2');
  expect(JSON.parse(told.out.join('\n'))).toEqual([{ hash: second, name: 'Two.pdf' }]);
});

test('originals that cannot be handed over now are told, and are no failure', async () => {
  const team = fakeTeam({} as never);
  team.handOverOriginals = (onTurn) => {
    onTurn?.(1, 2);
    return Promise.reject(new ExpectedFailure('carrier-full', 'The disk is full.'));
  };
  const { told, io } = listening();
  await shareOriginals(team, io);
  expect(told.err).toEqual([
    'standpoint: handing over original file 1 of 2…',
    'standpoint: not all original files were handed over. The disk is full. “standpoint team update” goes on with them.'
  ]);
});
