/** What the window is doing when it is ended, and what must be there afterwards. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../src-main/domain/base/values.js';
import { fullEdition } from '../../src-main/domain/publication/edition.js';
import { openLibrary } from '../../src-main/store/open-library.js';
import {
  AtWork,
  type Kill,
  type Left,
  libraryOf,
  lookInto,
  type Outcome,
  partsIn,
  wordsIn
} from './at-work.js';
import { importing } from './importing.js';

export type Kind = (kill: Kill) => Promise<Outcome>;

/** Writing goes on; whatever stood there when the window said “Saved” is there. */
async function writing(kill: Kill): Promise<Outcome> {
  const work = await AtWork.start(kill);
  const word = (n: number) => `Word${kill.round}x${n}.`;
  await work.beginWriting();
  await work.endAmid(async () => {
    for (let n = 1; ; n += 1) {
      await work.page.keyboard.type(`${word(2 * n - 1)} ${word(2 * n)} `);
      await work.saved();
      work.acknowledge();
    }
  }, 'SIGKILL');
  const left = await lookInto(libraryOf(kill));
  const { acknowledged } = work;
  return { acknowledged, faults: [...left.wrong, ...missing(left, word, 2 * acknowledged)] };
}

/** Told to end: also what was only typed is saved, and an export is whole or not there. */
async function terminating(kill: Kill): Promise<Outcome> {
  const folder = join(kill.home, 'exports');
  mkdirSync(folder, { recursive: true });
  const target = join(folder, 'terminating.pdf');
  await rm(target, { force: true });
  const work = await AtWork.start(kill);
  const word = (n: number) => `Typed${kill.round}x${n}.`;
  let isExported = false;
  await work.answerWith(target);
  await work.beginWriting();
  const code = await work.endAmid(async () => {
    const [first] = await work.call('library.list');
    if (first && kill.round % 2 === 0) {
      void work.call('export.write', [first.id], 'pdf', fullEdition, 'alone').then(
        () => (isExported = true),
        // Stopped on the way.
        () => undefined
      );
    }
    for (let n = 1; !work.isOver; n += 1) {
      await work.page.keyboard.type(`${word(n)} `);
      work.acknowledge();
    }
  }, 'SIGTERM');
  const left = await lookInto(libraryOf(kill));
  const { acknowledged } = work;
  return {
    acknowledged,
    faults: [
      ...(code === 0 ? [] : [`The program ended with ${code}.`]),
      ...left.wrong,
      ...missing(left, word, acknowledged),
      ...partsIn(folder).map((name) => `${name} was left beside the export.`),
      ...faultsOfPdf(target, isExported)
    ]
  };
}

/** An export is the whole new file or none, and the library is as it was. */
async function exporting(kill: Kill): Promise<Outcome> {
  const folder = join(kill.home, 'exports');
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `export ${kill.round}.pdf`);
  const work = await AtWork.start(kill);
  await work.answerWith(target);
  const listed = await work.call('library.list');
  await work.endAmid(async () => {
    for (;;) {
      await work.call('export.write', [listed[0]!.id], 'pdf', fullEdition, 'alone');
      work.acknowledge();
    }
  }, 'SIGKILL');
  const left = await lookInto(libraryOf(kill));
  const { acknowledged } = work;
  return {
    acknowledged,
    faults: [
      ...left.wrong,
      ...(left.briefings.length === listed.length ? [] : ['The library is not as it was.']),
      ...faultsOfPdf(target, acknowledged > 0)
    ]
  };
}

/** Edits, versions that were kept, and states that were restored, are there. */
async function versions(kill: Kill): Promise<Outcome> {
  const work = await AtWork.start(kill);
  const id = await work.call('briefing.create');
  const kept: string[] = [];
  let revision = 1;
  await work.endAmid(async () => {
    for (let n = 1; ; n += 1) {
      const fields = { title: `Title ${n}` };
      revision = await work.call('briefing.save', id, revision, { fields });
      work.acknowledge();
      const { key, name } = await work.call('versions.keep', id, `Version ${n}`);
      kept.push(name);
      work.acknowledge();
      if (n % 3 !== 0) continue;
      revision = await work.call('versions.restore', id, revision, key);
      work.acknowledge();
    }
  }, 'SIGKILL');
  const left = await lookInto(libraryOf(kill));
  const found = left.briefings.find(({ briefing }) => briefing.id === id)?.revision ?? 0;
  const names = await versionNames(libraryOf(kill), id);
  return {
    acknowledged: work.acknowledged,
    faults: [
      ...left.wrong,
      ...kept.filter((name) => !names.includes(name)).map((name) => `“${name}” is not there.`),
      ...(found < revision ? [`Revision ${revision} is not there, but ${found}.`] : [])
    ]
  };
}

/** What came in of a backup is whole, nothing else is touched, and restoring again brings the rest. */
async function restoring(kill: Kill): Promise<Outcome> {
  const path = join(kill.home, `backup ${kill.round}.zip`);
  const titles = await makeBackup(join(kill.home, `from ${kill.round}`), path, kill.round);
  const work = await AtWork.start(kill);
  await work.answerWith(path);
  const own = `Own ${kill.round}`;
  const id = await work.call('briefing.create');
  await work.call('briefing.save', id, 1, { fields: { title: own } });
  work.acknowledge();
  let isRestored = false;
  await work.endAmid(async () => {
    await work.call('library.restoreBackup');
    isRestored = true;
    work.acknowledge();
  }, 'SIGKILL');
  const left = await lookInto(libraryOf(kill));
  const there = left.briefings.map(({ briefing }) => briefing.title);
  const came = titles.filter((title) => there.includes(title));
  const library = await openLibrary(libraryOf(kill));
  const again = await library.restoreBackup(path);
  const all = (await library.list()).map(({ title }) => title);
  await library.close();
  return {
    acknowledged: work.acknowledged,
    faults: [
      ...left.wrong,
      ...(there.includes(own) ? [] : [`“${own}” is not there.`]),
      ...(isRestored && came.length < titles.length ? [`Only ${came.length} came back.`] : []),
      ...(again.same === came.length ? [] : [`${again.same} are the same, not ${came.length}.`]),
      ...titles.filter((title) => !all.includes(title)).map((title) => `“${title}” is not there.`)
    ]
  };
}

export const kinds = {
  writing,
  terminating,
  exporting,
  versions,
  restoring,
  importing
} satisfies Record<string, Kind>;
export const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];

/** Of forty briefings, so that a kill finds it half restored. Returns their titles. */
async function makeBackup(folder: string, path: string, round: number): Promise<readonly string[]> {
  const library = await openLibrary(folder);
  const titles = Array.from({ length: 40 }, (_, n) => `Backed up ${round}x${n}`);
  for (const title of titles) {
    await library.create({ ...emptyBriefing(title), bottomLine: 'x'.repeat(9_000) }, {});
  }
  await library.backUp(path);
  await library.close();
  await rm(folder, { recursive: true });
  return titles;
}

async function versionNames(folder: string, id: Id): Promise<readonly string[]> {
  const library = await openLibrary(folder, { readOnly: true });
  try {
    return (await library.versions(id)).map(({ name }) => name);
  } finally {
    await library.close();
  }
}

function missing(left: Left, word: (n: number) => string, upTo: number): readonly string[] {
  const words = wordsIn(left);
  const all = Array.from({ length: upTo }, (_, i) => word(i + 1));
  return all.filter((each) => !words.includes(each)).map((each) => `“${each}” is not there.`);
}

function faultsOfPdf(path: string, exported: boolean): readonly string[] {
  if (!existsSync(path)) return exported ? [`${path} was exported, and is not there.`] : [];
  const bytes = readFileSync(path);
  const isWhole =
    bytes.subarray(0, 5).toString() === '%PDF-' && /%%EOF\s*$/.test(bytes.toString('latin1'));
  return isWhole ? [] : [`${path} is not whole.`];
}
