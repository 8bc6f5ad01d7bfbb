/** The names by which the other briefings of a library know whom and what a draft tells of. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/values.js';
import { distinctNames, sameName } from '../text/fold-name.js';
import type { Draft } from './draft.js';
import { draftedNames, findActor } from './enter.js';

/** What a library is asked of a draft. */
export interface NamesQuery {
  /** Its own briefing, which is not counted. */
  readonly briefing: Id;
  readonly actors: readonly AskedActor[];
  /** Wordings of issues. */
  readonly issues: readonly string[];
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
}

/** Whom and what the briefing itself does not know yet. */
export function namesToAsk(
  draft: Draft,
  briefing: Pick<Briefing, 'id' | 'actors' | 'issues'>
): NamesQuery {
  return {
    briefing: briefing.id,
    actors: draft.actors
      .filter((actor) => !findActor(briefing, actor.name, actor))
      .map((actor) => {
        const { name, aliases } = draftedNames(actor.name, actor);
        const isShort = actor.type === 'person' && !/\s/.test(name);
        return { id: actor.id, names: [name, ...aliases], isShort };
      }),
    issues: [...new Set(draft.positions.map(({ issue }) => issue))].filter(
      (wording) => !briefing.issues.some((issue) => sameName(issue.wording, wording))
    )
  };
}

/** The draft with the names, aliases and wordings of the library in place of its own. */
export function withLibraryNames(draft: Draft, { actors, issues }: LibraryNames): Draft {
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
    positions: draft.positions.map(labelled),
    positionChanges: draft.positionChanges.map(labelled)
  };
}
