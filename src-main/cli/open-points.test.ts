/** `standpoint open-points`: an empty answer is told from a command that did nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../domain/briefing/briefing.js';
import { Bundle } from '../domain/briefing/bundle.js';
import { type Desk, finished, openDesk } from './testing/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.clear());

test('where nothing contradicts it says so, and the JSON is an empty list', async () => {
  const bundle = Bundle.parse(JSON.parse(readFileSync(finished, 'utf8')));
  const briefing: Briefing = {
    ...emptyBriefing('Bare', new Date(0)),
    sources: bundle.briefing.sources
  };
  const bare: Bundle = { ...bundle, briefing };
  writeFileSync(join(desk.place, 'bare.json'), JSON.stringify(bare));
  const [id = ''] = await desk.imported('bare.json');
  expect((await desk.standpoint('open-points', id)).out).toBe(
    'Nothing contradicts, or all of it is settled.'
  );
  expect((await desk.standpoint('open-points', id, '--json')).out).toBe('[]');
});
