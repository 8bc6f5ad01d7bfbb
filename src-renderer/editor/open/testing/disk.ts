/** For tests: a disk that holds one briefing, and what was kept of what was undone. */
import { applyChange } from '../../../../src-main/domain/change/change.js';
import type { Briefing } from '../../../../src-main/domain/briefing/briefing.js';
import { OpenBriefing } from '../open-briefing.svelte.js';
import type { BriefingDisk } from '../saving.svelte.js';

export interface TestDisk extends BriefingDisk {
  readonly state: {
    briefing: Briefing;
    revision: number;
    saves: number;
    /** Whether reading fails. */
    unreadable: boolean;
    /** A sentence with which writing fails; `null` while it does not. */
    failure: string | null;
    /** Of sources, by hash. */
    texts: Readonly<Record<string, string>>;
    readonly kept: { readonly briefing: Briefing; readonly name: string }[];
  };
}

/** As main does it: a change must rest on the latest revision, and is checked as it is applied. */
export function testDisk(start: Briefing): TestDisk {
  const state: TestDisk['state'] = {
    briefing: start,
    revision: 1,
    saves: 0,
    unreadable: false,
    failure: null,
    texts: {},
    kept: []
  };
  async function check(revision: number): Promise<void> {
    await Promise.resolve();
    if (state.failure !== null) throw new Error(state.failure);
    if (revision === state.revision) return;
    throw Object.assign(new Error(`${revision} is not ${state.revision}`), {
      code: 'stale-revision'
    });
  }
  return {
    state,
    async save(_id, revision, change) {
      await check(revision);
      state.briefing = applyChange(state.briefing, change, new Date(0));
      state.saves += 1;
      return (state.revision += 1);
    },
    async keepUndone(_id, revision, change, name) {
      await check(revision);
      state.kept.push({ briefing: applyChange(state.briefing, change, new Date(0)), name });
    },
    async read() {
      await Promise.resolve();
      if (state.unreadable) throw new Error('It cannot be read.');
      return { briefing: structuredClone(state.briefing), revision: state.revision };
    },
    async readTexts() {
      await Promise.resolve();
      const held = state.briefing.sources.map(({ text }) => [text, state.texts[text]] as const);
      return Object.fromEntries(
        held.flatMap(([hash, text]) => (text === undefined ? [] : [[hash, text]]))
      );
    }
  };
}

export function openForTest(
  briefing: Briefing,
  texts: Readonly<Record<string, string>> = {},
  disk: BriefingDisk = testDisk(briefing)
): OpenBriefing {
  return new OpenBriefing({ briefing, revision: 1, texts }, disk);
}
