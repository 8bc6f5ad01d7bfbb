/** What accepted suggestions put into a briefing beside their own entry: evidence, actors and issues. Pure. */
import { type Actor, newActor, newIssue } from '../briefing/entries.js';
import {
  type Annotation,
  type AnnotationKind,
  type AnnotationLink,
  newAnnotation
} from '../briefing/annotation.js';
import { describe } from '../anchoring/locate.js';
import type { Range } from '../text/range.js';
import { sentenceWithDenied } from '../text/denied-numbers.js';
import type { Briefing } from '../briefing/briefing.js';
import { type Named, sameName, shareName } from '../text/fold-name.js';
import type { Id } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { actorTypeOf } from './actor-type.js';
import { typeOf } from './fields.js';
import type { DraftActor, Suggestion } from './suggestion.js';

/** Where suggestions come from, and what their evidence is made on. */
export interface Ground {
  readonly source: Id;
  /** The source's rendered text. */
  readonly text: string;
  /** All that the draft suggests: one may settle another. */
  readonly suggestions: readonly Suggestion[];
  readonly now: Date;
}

/** As of now, unless somebody says otherwise. */
export function groundOf(
  source: Id,
  text: string,
  suggestions: readonly Suggestion[],
  now = new Date()
): Ground {
  return { source, text, suggestions, now };
}

/** A briefing with an entry more, or the one that it had already. */
export interface Entered {
  readonly briefing: Briefing;
  readonly id: Id;
}

/** The annotation of exactly these words, made where there is none yet; links are added to it. */
function enterEvidence(
  briefing: Briefing,
  { source, text, now }: Ground,
  { start, end }: Range,
  kind: AnnotationKind,
  links: readonly AnnotationLink[] = []
): Entered {
  const known = briefing.annotations.find(({ target: { id, selectors } }) => {
    const { position } = selectors;
    return id === source && position?.start === start && position.end === end;
  });
  if (known) {
    const fresh = links.filter(({ id }) => !known.links.some((link) => link.id === id));
    if (fresh.length === 0) return { briefing, id: known.id };
    const linked = { ...known, links: [...known.links, ...fresh] };
    const annotations = briefing.annotations.map((a) => (a === known ? linked : a));
    return { briefing: { ...briefing, annotations }, id: known.id };
  }
  const selectors = describe(text, start, end);
  const moment = now.toISOString();
  const annotation: Annotation = newAnnotation({ type: 'source', id: source, selectors }, moment, {
    kind,
    links
  });
  const annotations = [...briefing.annotations, annotation];
  return { briefing: { ...briefing, annotations }, id: annotation.id };
}

/** None where the rendered source shows none of the words. */
export function enterEvidences(
  briefing: Briefing,
  ground: Ground,
  place: Range | null,
  kind: AnnotationKind,
  links: readonly AnnotationLink[] = []
): { readonly briefing: Briefing; readonly evidence: readonly Id[] } {
  if (!place) return { briefing, evidence: [] };
  const entered = enterEvidence(briefing, ground, place, kind, links);
  return { briefing: entered.briefing, evidence: [entered.id] };
}

/** Where the evidence of a number or a date stands: its whole sentence, since alone it proves nothing, with what it corrects. */
export function sentencePlace({ text }: Ground, place: Range | null): Range | null {
  return place && sentenceWithDenied(text, place);
}

/** The actor that goes by one of the names, else a new one. `drafted` is whom the draft means, unless it was renamed. */
export function enterActor(briefing: Briefing, name: string, drafted: DraftActor | null): Entered {
  const known = findActor(briefing, name, drafted);
  if (known) return { briefing, id: known.id };
  const actor = drafted?.name === name ? actorOf(drafted) : newActor(name, actorTypeOf(name));
  return { briefing: { ...briefing, actors: [...briefing.actors, actor] }, id: actor.id };
}

export function findActor(
  briefing: Pick<Briefing, 'actors'>,
  name: string,
  drafted: DraftActor | null = null
): Actor | undefined {
  const named = draftedNames(name, drafted);
  return briefing.actors.find((actor) => shareName(actor, named));
}

/** The names by which the briefing may know the actor. `drafted` is whom the draft means, unless it was renamed. */
export function draftedNames(name: string, drafted: DraftActor | null): Named {
  return { name, aliases: drafted?.name === name ? fullAliases(drafted) : [] };
}

export function actorOf(drafted: DraftActor): Actor {
  return {
    ...newActor(drafted.name.slice(0, maxLengths.actor), typeOf(drafted)),
    aliases: drafted.aliases.map((alias) => alias.slice(0, maxLengths.actor)),
    note: drafted.titles.join('; ')
  };
}

/** A surname alone may be another's, whom the briefing has from another article. */
function fullAliases({ type, aliases }: DraftActor): readonly string[] {
  return type === 'person' ? aliases.filter((alias) => /\s/.test(alias)) : aliases;
}

export function enterIssue(briefing: Briefing, wording: string): Entered {
  const known = briefing.issues.find((issue) => sameName(issue.wording, wording));
  if (known) return { briefing, id: known.id };
  const issue = newIssue(wording);
  return { briefing: { ...briefing, issues: [...briefing.issues, issue] }, id: issue.id };
}
