/** The names by which the other briefings of a library know whom and what a draft tells of. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/values.js';
import { distinctNames, namesButForInitial, sameName } from '../text/fold-name.js';
import type { Draft } from './draft.js';
import { draftedNames, findActor } from './enter.js';
import { knownBySurname, withKnownSurnames } from './known-surnames.js';

/** What a library is asked of a draft. */
export interface NamesQuery {
  /** Its own briefing, which is not counted. */
  readonly briefing: Id;
  readonly actors: readonly AskedActor[];
  /** Wordings of issues. */
  readonly issues: readonly string[];
  /** Whom of the briefing a surname of the draft seems to mean. */
  readonly surnames: readonly SurnameOf[];
}

interface SurnameOf {
  /** In the draft. */
  readonly id: string;
  readonly surname: string;
  readonly name: string;
}

interface AskedActor {
  /** In the draft. */
  readonly id: string;
  readonly names: readonly string[];
  /** A surname that others may go by as well: only whose own name it is counts. */
  readonly isShort: boolean;
}

/** What the library knows, without what it does not know or cannot tell apart. */
export interface LibraryNames {
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    /** How many other briefings know the actor; at least one. */
    readonly briefings: number;
  }[];
  readonly issues: readonly { readonly wording: string; readonly known: string }[];
  /** Of the surnames those that a person has said to be somebody else's, by their ids in the draft. */
  readonly namesakes: readonly string[];
}

/** Whom and what the briefing itself does not know yet. */
export function namesToAsk(
  draft: Draft,
  briefing: Pick<Briefing, 'id' | 'actors' | 'issues'>
): NamesQuery {
  const surnames = knownBySurname(draft, briefing);
  return {
    briefing: briefing.id,
    actors: draft.actors
      .filter((actor) => !findActor(briefing, actor.name, actor))
      .map((actor) => {
        const { name, aliases } = draftedNames(actor.name, actor);
        const isPerson = actor.type === 'person';
        const others = isPerson ? namesButForInitial(name) : [];
        const isShort = isPerson && !/\s/.test(name);
        return { id: actor.id, names: [name, ...aliases, ...others], isShort };
      }),
    issues: [
      ...new Set([...draft.positions.map(({ issue }) => issue), ...mostNamed(draft.topics ?? [])])
    ].filter((wording) => !briefing.issues.some((issue) => sameName(issue.wording, wording))),
    surnames: draft.actors.flatMap(({ id, name: surname }) => {
      const known = surnames.get(id);
      return known ? [{ id, surname, name: known.name }] : [];
    })
  };
}

/** Each is asked by itself, which costs time. */
const mostTopics = 40;

/** Of more than one word, which is too little to tell an issue by; those that are named most often first. */
function mostNamed(topics: NonNullable<Draft['topics']>): readonly string[] {
  const times = new Map<string, number>();
  for (const { wording } of topics) {
    if (/\s/.test(wording)) times.set(wording, (times.get(wording) ?? 0) + 1);
  }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostTopics)
    .map(([wording]) => wording);
}

/** What the library knows where it cannot be asked. */
export const noLibraryNames: LibraryNames = { actors: [], issues: [], namesakes: [] };

/** The draft with the names of the briefing, and where it has none, with those of the library. */
export function withKnownNames(
  draft: Draft,
  briefing: Pick<Briefing, 'actors'>,
  names: LibraryNames
): Draft {
  const surnames = new Map(knownBySurname(draft, briefing));
  for (const id of names.namesakes) surnames.delete(id);
  return withKnownSurnames(withLibraryNames(draft, names), surnames);
}

/** The draft with the names, aliases and wordings of the library in place of its own. */
function withLibraryNames(draft: Draft, { actors, issues }: LibraryNames): Draft {
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const wordings = new Map(issues.map(({ wording, known: label }) => [wording, label]));
  const labelled = <T extends { readonly issue: string }>(each: T): T => {
    const label = wordings.get(each.issue);
    return label === undefined ? each : { ...each, issue: label };
  };
  return {
    ...draft,
    actors: draft.actors.map((actor) => {
      const there = known.get(actor.id);
      if (!there) return actor;
      const { name, aliases, briefings } = there;
      const all = distinctNames([name, ...aliases, actor.name, ...actor.aliases]);
      return { ...actor, name, aliases: all.slice(1), briefings };
    }),
    ...(draft.topics && {
      topics: draft.topics.map((topic) => {
        const label = wordings.get(topic.wording);
        return label === undefined ? topic : { ...topic, wording: label, inLibrary: true as const };
      })
    }),
    positions: draft.positions.map(labelled),
    positionChanges: draft.positionChanges.map(labelled)
  };
}
