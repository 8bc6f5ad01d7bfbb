/** Two people who write at the same time: nobody's sentence is mixed, and both wordings stay. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { CardClash } from '../../../src-main/domain/briefing/entries.js';
import { newId } from '../../../src-main/domain/base/values.js';
import type { TeamChange } from '../../../src-main/domain/team/team-change.js';
import { addCard, setCard, setDetails } from '../edits/edits.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { named } from './step-names.js';
import { TeamPage } from './testing/team-pages.js';
import { bodyIn, twoPages, typeIn } from './testing/two-pages.js';
import { randomBelow } from './testing/walk.js';

const one = newId();
const text = 'Kyiv refuses the offer. The port opens. The road is free.';
const start: Briefing = setCard(
  addCard(emptyBriefing('Start', new Date(0)), null, 'note', one),
  one,
  {
    body: text,
    heading: 'Kyiv'
  }
);

/** Both have the briefing open; `meet` hands on what they have saved, as far as there is anything. */
interface Two {
  readonly ann: OpenBriefing;
  readonly maria: OpenBriefing;
  readonly meet: (who: number) => void;
  /** What the library of either holds. */
  readonly saved: (open: OpenBriefing) => Briefing;
}

const ways: Readonly<Record<string, () => Two>> = {
  'in one library': () => {
    const { ours, theirs, tell, disk } = twoPages(start);
    return { ann: ours, maria: theirs, meet: tell, saved: () => disk.state.briefing };
  },
  'in a team': () => {
    const log: TeamChange[] = [];
    const pages = [new TeamPage('Ann', start, log), new TeamPage('Maria', start, log)] as const;
    const [ann, maria] = [pages[0].open, pages[1].open];
    return {
      ...{ ann, maria },
      meet: (who) => pages[who]?.exchange(),
      saved: (open) => pages[open === ann ? 0 : 1].disk.state.briefing
    };
  }
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function settle({ ann, maria, meet }: Two): Promise<void> {
  for (let i = 0; i < 6; i++) {
    expect([await ann.flush(), await maria.flush()]).toEqual([true, true]);
    meet(0);
    meet(1);
  }
  expect({ ...ann.briefing, modifiedAt: '' }).toEqual({ ...maria.briefing, modifiedAt: '' });
}

function differencesIn({ briefing }: OpenBriefing): readonly CardClash[] {
  return briefing.cards.flatMap(({ clash }) => clash ?? []);
}

describe.each(Object.keys(ways))('%s', (way) => {
  let two: Two;
  beforeEach(() => {
    two = ways[way]!();
  });
  afterEach(() => {
    for (const open of [two.ann, two.maria]) open.close();
  });

  test('two who change one sentence get no third one: what the one types stands, the other’s is noted', async () => {
    typeIn(two.ann, one, text.replace('refuses', 'accepts'));
    typeIn(two.maria, one, text.replace('offer', 'plan'));
    await two.maria.flush();
    two.meet(1);
    two.meet(0);
    expect(bodyIn(two.ann, one)).toBe(text.replace('refuses', 'accepts'));
    await settle(two);
    const [difference, ...others] = differencesIn(two.ann);
    const said = [bodyIn(two.ann, one), difference?.other.words].toSorted();
    expect(said).toEqual([text.replace('refuses', 'accepts'), text.replace('offer', 'plan')]);
    expect(others).toEqual([]);
  });

  test('undo leaves a step in whose sentence the other has written since, and says so', async () => {
    typeIn(two.ann, one, text.replace('refuses', 'accepts'));
    await settle(two);
    typeIn(two.maria, one, bodyIn(two.maria, one).replace('offer', 'plan'));
    await settle(two);
    const both = text.replace('refuses the offer', 'accepts the plan');
    expect([two.ann.undo().kind, bodyIn(two.ann, one)]).toEqual(['tangled', both]);
    expect([two.maria.undo().kind, bodyIn(two.maria, one)]).toEqual([
      'moved',
      text.replace('refuses', 'accepts')
    ]);
  });

  const walks = bySize({ usual: 60, full: 1_000 });
  test(`${walks} walks: never a sentence that nobody wrote, one difference for each place, no word lost`, async () => {
    for (let seed = 1; seed <= walks; seed++) {
      two = ways[way]!();
      await walk(two, seed);
      for (const open of [two.ann, two.maria]) open.close();
    }
  });
});

/** Each word once, so that it can be told whose it is. */
async function walk(two: Two, seed: number): Promise<void> {
  const below = randomBelow(seed);
  const [ann, maria] = [two.ann, two.maria];
  const sentences = new Set(sentencesIn(start));
  const mine = new Map([ann, maria].map((open) => [open, new Set<string>()] as const));
  const saved = new Set<string>();
  let unsaved = new Map<OpenBriefing, readonly string[]>();
  let count = 0;
  const check = (what: unknown) => {
    for (const open of [ann, maria]) {
      const places = differencesIn(open).map(({ entry, path }) => `${entry}/${path}`);
      const mixed = sentencesIn(open.briefing).filter((each) => !sentences.has(each));
      const gone = (unsaved.get(open) ?? []).filter(
        (word) => !textsIn(open.briefing).join(' ').includes(word)
      );
      expect([seed, what, mixed, gone, places]).toEqual([seed, what, [], [], [...new Set(places)]]);
    }
  };
  for (let step = 0; step < 60; step++) {
    const who = below(2);
    const open = who === 0 ? ann : maria;
    const kind = below(12);
    unsaved = new Map(
      [ann, maria].map((each) => {
        for (const word of wordsIn(two.saved(each))) saved.add(word);
        const now = kind < 7 ? '' : textsIn(each.briefing).join(' ');
        const words = [...mine.get(each)!].filter((word) => now.includes(word) && !saved.has(word));
        return [each, words] as const;
      })
    );
    if (kind < 6) {
      const word = `${who === 0 ? 'a' : 'm'}${String(count++).padStart(3, '0')}z`;
      mine.get(open)!.add(word);
      write(open, word, below);
      for (const each of sentencesIn(open.briefing)) sentences.add(each);
    } else if (kind < 7) {
      const before = textsIn(open.briefing).join(' ');
      if (below(4) === 0) open.redo();
      else open.undo();
      const now = textsIn(open.briefing).join(' ');
      for (const word of [...mine.get(open)!]) {
        if (now.includes(word) || !before.includes(word)) continue;
        mine.get(open)!.delete(word);
      }
    } else if (kind < 9) {
      expect(await open.flush()).toBe(true);
    } else if (kind < 11) two.meet(who);
    else await vi.advanceTimersByTimeAsync(400);
    check([step, kind, who]);
  }
  await settle(two);
  unsaved.clear();
  check('end');
  const held = JSON.stringify(ann.briefing);
  const lost = [...mine.values()]
    .flatMap((words) => [...words])
    .filter((word) => !held.includes(word));
  expect([seed, lost]).toEqual([seed, []]);
}

function wordsIn(briefing: Briefing): readonly string[] {
  return JSON.stringify(briefing).match(/[am]\d+z/g) ?? [];
}

function textsIn({ cards, bottomLine }: Briefing): readonly string[] {
  return [
    bottomLine,
    ...cards.filter(({ clash }) => !clash).flatMap(({ heading, body }) => [heading, body])
  ];
}

function sentencesIn(briefing: Briefing): readonly string[] {
  return textsIn(briefing)
    .flatMap((each) => each.split(/(?<=[.]) /))
    .map((each) => each.trim());
}

function write(open: OpenBriefing, word: string, below: (limit: number) => number): void {
  const put = (before: string) => {
    const places = [...before.matchAll(/ |$/g)].map(({ index }) => index);
    const at = places[below(places.length)] ?? 0;
    const end = below(8) === 0 ? '.' : '';
    return `${before.slice(0, at)} ${word}${end}${before.slice(at)}`;
  };
  const kind = below(8);
  const card = open.briefing.cards.find(({ id }) => id === one)!;
  if (kind === 0) {
    open.edit(named.cardHeading(one), (b) => setCard(b, one, { heading: put(card.heading) }), 'h');
  } else if (kind === 1) {
    open.edit(
      named.detail('bottomLine'),
      (b) => setDetails(b, { bottomLine: put(b.bottomLine) }),
      'l'
    );
  } else typeIn(open, one, put(card.body), below(3) === 0);
}
