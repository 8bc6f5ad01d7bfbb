/** An answer to who stands where: whom it shows first, and how many hold what in one sentence. Pure. */
import type { Stance } from '../../../src-main/domain/briefing/entries.js';
import type {
  AcrossGroup,
  AcrossPosition
} from '../../../src-main/domain/ledger/across-briefings.js';
import type { NameKind } from '../../../src-main/domain/ledger/register.js';

type Held = Stance | 'denied';

/** In the order in which they are told, of one actor and of several, and of issues. */
const words: Readonly<Record<Held, readonly [string, string, string]>> = {
  opposes: ['opposes', 'oppose', 'opposed'],
  supports: ['supports', 'support', 'supported'],
  conditional: ['on conditions', 'on conditions', 'on conditions'],
  neutral: ['is neutral', 'are neutral', 'neutral'],
  unclear: ['is unclear', 'are unclear', 'unclear'],
  denied: ['denies a stance', 'deny a stance', 'denied']
};

const heldIn = ({ position }: AcrossPosition): Held =>
  position.status === 'denied' ? 'denied' : position.stance;

function inOrder(asked: Stance | null): readonly Held[] {
  const all = Object.keys(words) as Held[];
  return asked === null ? all : [asked, ...all.filter((held) => held !== asked)];
}

/** Those who hold the stance that is asked for, and what the others hold; with `null` all are asked for. */
export function sortAnswer(
  groups: readonly AcrossGroup[],
  asked: Stance | null
): {
  readonly asked: readonly AcrossGroup[];
  readonly others: readonly (readonly [Held, readonly AcrossPosition[]])[];
} {
  if (asked === null) return { asked: groups, others: [] };
  const all = groups.flatMap(({ positions }) => positions);
  return {
    asked: groups
      .map(({ name, positions }) => ({
        name,
        positions: positions.filter((each) => heldIn(each) === asked)
      }))
      .filter(({ positions }) => positions.length > 0),
    others: inOrder(asked)
      .slice(1)
      .map((held) => [held, all.filter((each) => heldIn(each) === held)] as const)
      .filter(([, positions]) => positions.length > 0)
  };
}

/**
 * Such as “4 oppose, 2 support, 1 on conditions, as of 16 Aug 2025.”
 *
 * @param by of what the groups are.
 * @param day such as “as of 16 Aug 2025”; empty where none is known.
 */
export function answerInWords(
  groups: readonly AcrossGroup[],
  { asked, by, day }: { readonly asked: Stance | null; readonly by: NameKind; readonly day: string }
): string {
  const counts = inOrder(asked).flatMap((held) => {
    const count = groups.filter(({ positions }) =>
      positions.some((p) => heldIn(p) === held)
    ).length;
    return count > 0 ? [[held, count] as const] : [];
  });
  if (counts.length === 0) return 'Nobody is on record.';
  const told = counts.map(([held, count], i) => {
    const of = by === 'issue' && i === 0 ? (count === 1 ? ' issue' : ' issues') : '';
    const verb = words[held][by === 'issue' ? 2 : count === 1 ? 0 : 1];
    return `${count.toLocaleString('en')}${of} ${verb}`;
  });
  const isMissing = asked !== null && by === 'actor' && counts[0]?.[0] !== asked;
  if (isMissing) told.unshift(`Nobody on record ${words[asked][0].replace(/^on /, 'is on ')}`);
  return `${[...told, ...(day === '' ? [] : [day])].join(', ')}.`;
}
