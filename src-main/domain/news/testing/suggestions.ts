/** For tests of what is new: a small briefing, and suggestions told by what matters in them. */
import { newId } from '../../base/values.js';
import { newAnnotation } from '../../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../../briefing/briefing.js';
import { newActor, newIssue } from '../../briefing/entries.js';
import { newSource, type Source } from '../../briefing/source.js';
import { idOf } from '../../ledger/testing/ledger.js';
import type { DraftActor, DraftPosition, Suggestion } from '../../suggestions/suggestion.js';

export const at = '2025-08-17T00:00:00Z';
export const source = (number: number, part: Partial<Source> = {}): Source =>
  newSource({
    id: idOf('N', number),
    text: String(number).padStart(64, '0'),
    importedAt: at,
    ...part
  });
/** The one that suggestions come from; its copy; a third with another origin. */
export const [here, copy, other] = [
  source(1, { title: 'Here', published: '2025-08-15', origin: idOf('E', 901) }),
  source(2, { title: 'Copy', published: '2025-08-14', origin: idOf('E', 901) }),
  source(3, { title: 'Other', published: '2025-08-10' })
] as const;

export const quoteIn = ({ id }: Source, exact: string, annotation = newId()) => ({
  ...newAnnotation(
    { type: 'source', id, selectors: { quote: { exact, prefix: '', suffix: '' }, position: null } },
    at
  ),
  id: annotation
});

export const known: Briefing = {
  ...emptyBriefing('Ferry', new Date(0)),
  sources: [here, copy, other],
  actors: [{ ...newActor('Mara Lind', 'person', idOf('A', 1)), aliases: ['Chair Lind'] }],
  issues: [newIssue('ferry toll', idOf('Q', 1)), newIssue('free parking', idOf('Q', 2))]
};

export const actorNamed = (name: string): DraftActor => ({
  ...{ id: 'a', type: 'person', name, aliases: [], titles: [], mentions: [], confidence: 1 }
});
export const common = {
  key: 'k',
  title: '',
  detail: '',
  place: null,
  plainWords: '',
  rule: '',
  grade: 'likely'
} as const;
export const spanOf = (text: string) => ({ start: 0, end: text.length, text });

export interface Claimed {
  readonly who?: string;
  readonly issue?: string;
  readonly stance?: DraftPosition['stance'];
  readonly words?: string;
  readonly said?: string | null;
}

export function position({
  who = 'Mara Lind',
  issue = 'ferry toll',
  stance = 'opposes',
  words = 'she opposes the ferry toll',
  said = null
}: Claimed): Suggestion {
  const evidence = spanOf(words);
  const drafted: DraftPosition = {
    ...{ id: 'p', actor: 'a', issue, stance, statement: words, evidence, attribution: '' },
    ...{ time: null, why: [], confidence: 1 }
  };
  const actor = actorNamed(who);
  const claim = { position: drafted, actor, direct: false, said, place: null };
  return { ...common, kind: 'position', position: claim, words: evidence };
}

export function statement(text: string, who = 'Mara Lind'): Suggestion {
  const claim = { actor: actorNamed(who), text, direct: true, said: null };
  return { ...common, kind: 'statement', statement: claim, words: spanOf(text) };
}

export function figure(
  value: number,
  measures: string,
  unit = '',
  date: string | null = null,
  denies: number[] = []
): Suggestion {
  const none = { approx: null, confidence: 1 };
  const drafted = { ...spanOf(String(value)), ...none, value, unit, measures, date, denies };
  return { ...common, kind: 'figure', figure: drafted, words: spanOf(String(value)) };
}
