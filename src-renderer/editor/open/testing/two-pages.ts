/** For tests: pages that have one briefing of one library open, each told by main of what the other saves. */
import type { Briefing } from '../../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../../src-main/domain/base/values.js';
import { setCard } from '../../edits/edits.js';
import { settleCard } from '../../edits/carry-annotations.js';
import { OpenBriefing } from '../open-briefing.svelte.js';
import type { SavedElsewhere } from '../saving.svelte.js';
import { named } from '../step-names.js';
import { testDisk, type TestDisk } from './disk.js';

export interface TwoPages {
  readonly disk: TestDisk;
  readonly ours: OpenBriefing;
  readonly theirs: OpenBriefing;
  /** Main tells what it has saved; until then a page knows nothing of it. */
  readonly tell: () => void;
}

export function twoPages(start: Briefing): TwoPages {
  const disk = testDisk(start);
  const untold: { readonly to: OpenBriefing; readonly news: SavedElsewhere }[] = [];
  const open = (author: string, other: () => OpenBriefing) =>
    new OpenBriefing(
      { briefing: structuredClone(start), revision: 1, texts: {} },
      {
        ...disk,
        async save(id, revision, change) {
          const saved = await disk.save(id, revision, structuredClone(change));
          const news = { revision: saved, change: structuredClone(change), authors: [author] };
          untold.push({ to: other(), news });
          return saved;
        }
      },
      null,
      () => ({ name: author, device: author })
    );
  const ours: OpenBriefing = open('Ann', () => theirs);
  const theirs: OpenBriefing = open('Maria', () => ours);
  return {
    disk,
    ours,
    theirs,
    tell: () => untold.splice(0).forEach(({ to, news }) => to.takeIn(news))
  };
}

/** As an editor does it for every key. */
export function typeIn(open: OpenBriefing, id: Id, body: string, isNewStep = false): void {
  if (isNewStep) open.endTyping();
  open.type(
    named.cardText(id, 'typing'),
    (b) => setCard(b, id, { body }),
    `card-body:${id}`,
    (now, before) => settleCard(now, before, id, new Map())
  );
}

export function bodyIn(open: OpenBriefing, id: Id): string {
  return open.briefing.cards.find((card) => card.id === id)?.body ?? '';
}
