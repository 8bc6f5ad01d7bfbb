/**
 * What became of each suggestion: still open, accepted, dismissed. The answer is in the briefing
 * itself, so that it is saved with it, undone with it, and holds when the article is drafted again.
 * What was dismissed stays dismissed in the other versions and copies of its source, where its
 * sentence is unchanged.
 */
import type { Briefing } from '../briefing/briefing.js';
import { type Dismissal, newDismissal } from '../briefing/entries.js';
import { type Source, type TextHash, textOfSource } from '../briefing/source.js';
import { foldName } from '../text/fold-name.js';
import type { Id } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import type { Suggestion } from './suggestion.js';
import { readsTheSame } from './unchanged-sentence.js';

export type Settlement = 'open' | 'accepted' | 'dismissed';

/** Before the rule of a suggestion that was accepted: it stays away as well, whatever becomes of its entry. */
const acceptedBy = 'accepted: ';

type Settling = Pick<Briefing, 'dismissals' | 'actors' | 'sources'>;
/** Of the sources, by hash. */
type Texts = Readonly<Record<TextHash, string>>;

/** By the suggestion's key. An actor whom the briefing knows counts as accepted, however it came in. */
export function settlementsOf(
  suggestions: readonly Suggestion[],
  { dismissals, actors, sources }: Settling,
  source: Id,
  texts: Texts
): ReadonlyMap<string, Settlement> {
  const settled = new Set<string>();
  const elsewhere = new Map<string, Source[]>();
  const others = new Map(versionsAndCopies(sources, source).map((each) => [each.id, each]));
  for (const { of, about, rule, words } of dismissals) {
    if (of !== 'suggestion') continue;
    if (about === source) settled.add(`${rule}\n${words}`);
    const other = others.get(about);
    const trace = `${rule}\n${inOneLine(words)}`;
    if (other) elsewhere.set(trace, [...(elsewhere.get(trace) ?? []), other]);
  }
  const known = new Set(actors.flatMap(({ name, aliases }) => [name, ...aliases].map(foldName)));
  const settlementOf = (suggestion: Suggestion): Settlement => {
    const { words } = traceOf(suggestion);
    const rules = rulesOf(suggestion);
    if (rules.some((rule) => settled.has(`${clip(acceptedBy + rule)}\n${words}`))) {
      return 'accepted';
    }
    if (rules.some((rule) => settled.has(`${clip(rule)}\n${words}`))) return 'dismissed';
    if (suggestion.kind === 'actor' && known.has(foldName(suggestion.actor.name))) {
      return 'accepted';
    }
    const dismissedIn = rules.flatMap(
      (rule) => elsewhere.get(`${clip(rule)}\n${inOneLine(words)}`) ?? []
    );
    const text = textOf(sources, source, texts);
    const isUnchanged = (other: Source) =>
      readsTheSame(suggestion, text, textOfSource(other, texts));
    return dismissedIn.some(isUnchanged) ? 'dismissed' : 'open';
  };
  return new Map(suggestions.map((suggestion) => [suggestion.key, settlementOf(suggestion)]));
}

/** The briefing, in which the suggestion is settled this way and no other. */
export function settle(
  briefing: Briefing,
  suggestion: Suggestion,
  source: Id,
  as: Exclude<Settlement, 'open'>,
  now: Date
): Briefing {
  const { rule, words } = traceOf(suggestion);
  const settledBy = clip(as === 'accepted' ? acceptedBy + rule : rule);
  const trace = newDismissal('suggestion', { about: source, rule: settledBy, words }, now);
  return {
    ...briefing,
    dismissals: [...briefing.dismissals.filter((each) => !isOwn(each, suggestion, source)), trace]
  };
}

/** The briefing, in which the suggestion is open: also what dismissed it in another version or copy is gone. */
export function takeUpAgain(
  briefing: Briefing,
  suggestion: Suggestion,
  source: Id,
  texts: Texts
): Briefing {
  const { sources } = briefing;
  const text = textOf(sources, source, texts);
  const { words } = traceOf(suggestion);
  const rules = rulesOf(suggestion).map(clip);
  const unchanged = versionsAndCopies(sources, source)
    .filter((other) => readsTheSame(suggestion, text, textOfSource(other, texts)))
    .map(({ id }) => id);
  const isElsewhere = (each: Dismissal) =>
    each.of === 'suggestion' &&
    unchanged.includes(each.about) &&
    inOneLine(each.words) === inOneLine(words) &&
    rules.includes(each.rule);
  return {
    ...briefing,
    dismissals: briefing.dismissals.filter(
      (each) => !isOwn(each, suggestion, source) && !isElsewhere(each)
    )
  };
}

function isOwn(dismissal: Dismissal, suggestion: Suggestion, source: Id): boolean {
  const traces = rulesOf(suggestion).flatMap((rule) => [clip(acceptedBy + rule), clip(rule)]);
  return (
    dismissal.of === 'suggestion' &&
    dismissal.about === source &&
    dismissal.words === traceOf(suggestion).words &&
    traces.includes(dismissal.rule)
  );
}

/** The other sources that are a version of it, older or newer, or share its origin, by however many steps. */
function versionsAndCopies(sources: readonly Source[], id: Id): readonly Source[] {
  const found = new Set(sources.filter((source) => source.id === id));
  const originOf = (source: Source) => source.origin ?? source.id;
  // Those that are added meanwhile are looked at too.
  for (const one of found) {
    for (const other of sources) {
      const isVersion = one.updates === other.id || other.updates === one.id;
      if (isVersion || originOf(one) === originOf(other)) found.add(other);
    }
  }
  return [...found].filter((source) => source.id !== id);
}

function textOf(sources: readonly Source[], id: Id, texts: Texts): string | null {
  const source = sources.find((each) => each.id === id);
  return source ? textOfSource(source, texts) : null;
}

/** The rule, and the one by which the same was found before: statements of actors were offered as quotes once. */
function rulesOf(suggestion: Suggestion): readonly string[] {
  const { rule } = traceOf(suggestion);
  return [...new Set([rule, rule.replace(/^statement: /, 'quote: ')])];
}

/** Another version may break its lines elsewhere. */
function inOneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
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
