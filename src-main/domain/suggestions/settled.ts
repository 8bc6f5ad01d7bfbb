/**
 * What became of each suggestion: still open, accepted, dismissed. The answer is in the briefing
 * itself, so that it is saved with it, undone with it, and holds when the article is drafted again.
 */
import type { Briefing } from '../briefing/briefing.js';
import { type Dismissal, newDismissal } from '../briefing/entries.js';
import { foldName } from '../text/fold-name.js';
import type { Id } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import type { Suggestion } from './suggestion.js';

export type Settlement = 'open' | 'accepted' | 'dismissed';

/** Before the rule of a suggestion that was accepted: it stays away as well, whatever becomes of its entry. */
const acceptedBy = 'accepted: ';

type Settling = Pick<Briefing, 'dismissals' | 'actors'>;

/** By the suggestion's key. An actor whom the briefing knows counts as accepted, however it came in. */
export function settlementsOf(
  suggestions: readonly Suggestion[],
  { dismissals, actors }: Settling,
  source: Id
): ReadonlyMap<string, Settlement> {
  const settled = new Set(
    dismissals
      .filter(({ of, about }) => of === 'suggestion' && about === source)
      .map(({ rule, words }) => `${rule}\n${words}`)
  );
  const known = new Set(actors.flatMap(({ name, aliases }) => [name, ...aliases].map(foldName)));
  return new Map(
    suggestions.map((suggestion) => {
      const { rule, words } = traceOf(suggestion);
      const has = (trace: string) => settled.has(`${clip(trace)}\n${words}`);
      // Statements of actors were offered as quotes once.
      const rules = [rule, rule.replace(/^statement: /, 'quote: ')];
      if (rules.some((each) => has(acceptedBy + each))) return [suggestion.key, 'accepted'];
      if (rules.some(has)) return [suggestion.key, 'dismissed'];
      const isKnown = suggestion.kind === 'actor' && known.has(foldName(suggestion.actor.name));
      return [suggestion.key, isKnown ? 'accepted' : 'open'];
    })
  );
}

/** The briefing, in which the suggestion is settled this way and no other. `open` takes it up again. */
export function settle(
  briefing: Briefing,
  suggestion: Suggestion,
  source: Id,
  as: Settlement,
  now: Date
): Briefing {
  const { rule, words } = traceOf(suggestion);
  const rules = [rule, rule.replace(/^statement: /, 'quote: ')];
  const traces = rules.flatMap((each) => [clip(acceptedBy + each), clip(each)]);
  const isOwn = (d: Dismissal) =>
    d.of === 'suggestion' && d.about === source && d.words === words && traces.includes(d.rule);
  const others = briefing.dismissals.filter((dismissal) => !isOwn(dismissal));
  if (as === 'open') return { ...briefing, dismissals: others };
  const settledBy = clip(as === 'accepted' ? acceptedBy + rule : rule);
  const trace = newDismissal('suggestion', { about: source, rule: settledBy, words }, now);
  return { ...briefing, dismissals: [...others, trace] };
}

/** Kind and rule tell apart what rests on the same words; of actors the name alone counts. */
function traceOf(suggestion: Suggestion): Pick<Dismissal, 'rule' | 'words'> {
  const { kind, rule, words } = suggestion;
  if (kind === 'actor')
    return { rule: kind, words: suggestion.actor.name.slice(0, maxLengths.statement) };
  const stance = kind === 'position' ? ` ${suggestion.position.position.stance}` : '';
  return { rule: `${kind}${stance}: ${rule}`, words: words.text.slice(0, maxLengths.statement) };
}

function clip(rule: string): string {
  return rule.slice(0, maxLengths.tag);
}
