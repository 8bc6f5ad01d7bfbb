import { describe, expect, test } from 'vitest';
import { describe as selectorsAt } from '../../../src-main/domain/anchoring/locate.js';
import { newAnnotation } from '../../../src-main/domain/briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newActor, newIssue } from '../../../src-main/domain/briefing/entries.js';
import { newSource } from '../../../src-main/domain/briefing/source.js';
import type { OpenVersion, VersionKind } from '../../../src-main/domain/briefing/version.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';
import { testDisk } from '../open/testing/disk.js';
import { setDetails } from '../edits/edits.js';
import { BottomLineDesk } from './bottom-line-desk.svelte.js';

const moment = '2025-08-17T00:00:00.000Z';
const [ann, toll] = [newActor('Ann Lee', 'person'), newIssue('the toll')];
const [old, late] = ['old', 'late'].map((text) =>
  newSource({ title: text, text, importedAt: moment })
);
const marked = ({ id }: { readonly id: Briefing['id'] }) =>
  newAnnotation({ type: 'source', id, selectors: selectorsAt('Yes.', 0, 4) }, moment);
const [first, second] = [marked(old!), marked(late!)];
const both = { actor: ann.id, issue: toll.id };
const before = entry(1, { ...both, stance: 'opposes', evidence: [first.id] });
const after = entry(2, { ...both, supersedes: [before.id], evidence: [second.id] });

const written: Briefing = {
  ...emptyBriefing('Test', new Date(0)),
  bottomLine: 'Ann Lee refuses.',
  ...{ actors: [ann], issues: [toll], sources: [old!], annotations: [first], positions: [before] }
};
const withLate: Briefing = {
  ...written,
  ...{ sources: [old!, late!], annotations: [first, second], positions: [before, after] }
};

function openWith(
  briefing: Briefing,
  versions: readonly (readonly [Briefing, VersionKind])[] = []
) {
  const kept = versions.map(([state, kind], index): OpenVersion => ({
    version: {
      ...{ key: `${String(100 - index).padStart(10, '0')}-${kind}-00000000`, kind, name: '' },
      ...{ keptAt: moment, revision: 100 - index, title: '', modifiedAt: moment, by: null }
    },
    briefing: state
  }));
  const read: string[] = [];
  const disk = {
    ...testDisk(briefing),
    listVersions: () => Promise.resolve(kept.map(({ version }) => version)),
    openVersion(_id: Briefing['id'], key: string) {
      read.push(key);
      return Promise.resolve(kept.find(({ version }) => version.key === key)!);
    }
  };
  const open = new OpenBriefing({ briefing, revision: 101, texts: {} }, disk);
  return { open, read, desk: new BottomLineDesk(open) };
}

const kinds = ({ changes }: BottomLineDesk) => changes.map(({ kind }) => kind);

describe('what changed since the bottom line was written', () => {
  test('is told while it stands, and nothing once it was written anew; undo tells it again', () => {
    const { open, desk } = openWith(written);
    expect(kinds(desk)).toEqual([]);
    open.edit(named.position(after.id), () => withLate);
    expect(kinds(desk)).toEqual(['reversed']);
    open.edit(named.detail('bottomLine'), (b) => setDetails(b, { bottomLine: 'She agrees.' }));
    expect(kinds(desk)).toEqual([]);
    open.undo();
    expect(kinds(desk)).toEqual(['reversed']);
  });

  test('is told of earlier visits by the oldest version with the same words', async () => {
    const others = { ...written, bottomLine: 'Nothing yet.', positions: [] };
    const versions = [
      ...Array.from({ length: 20 }, () => [withLate, 'hourly'] as const),
      [others, 'undone'] as const,
      [written, 'daily'] as const,
      ...Array.from({ length: 20 }, () => [others, 'daily'] as const)
    ];
    const { desk, read } = openWith(withLate, versions);
    expect(kinds(desk)).toEqual([]);
    await desk.lookBack();
    expect(kinds(desk)).toEqual(['reversed']);
    expect(read.length).toBeLessThan(15);
  });

  test('is not what was recorded of a source that was there, and nothing without a bottom line', () => {
    const { open, desk } = openWith({ ...written, positions: [] });
    open.edit(named.position(before.id), () => written);
    expect(kinds(desk)).toEqual([]);
    const { open: empty, desk: none } = openWith({ ...written, bottomLine: '' });
    empty.edit(named.position(after.id), (b) => ({ ...withLate, bottomLine: b.bottomLine }));
    expect(kinds(none)).toEqual([]);
  });
});
