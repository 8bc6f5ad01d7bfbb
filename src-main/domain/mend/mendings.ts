/** What was mended in a briefing, counted by kind. */

/** In the order in which they are told. */
export const mendingKinds = [
  'same-twice',
  'same-id',
  'evidence',
  'actors',
  'own-speaker',
  'links',
  'unknown-actor',
  'unknown-issue',
  'superseded',
  'contested',
  'origins',
  'updates',
  'key-judgement',
  'circle',
  'place',
  'dismissal',
  'repeated',
  'time'
] as const;
export type MendingKind = (typeof mendingKinds)[number];

export interface Mending {
  readonly kind: MendingKind;
  /** How many entries or references; at least 1. */
  readonly count: number;
}

/** Filled by the steps of mending. */
export class Mendings {
  readonly #counts = new Map<MendingKind, number>();

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  add(kind: MendingKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  all(): readonly Mending[] {
    return mendingKinds.flatMap((kind) => {
      const count = this.#counts.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    });
  }
}

/** What was mended in a briefing, in sentences for a person. Pure. */
type Words = readonly [one: string, many: string];

/** Behind the number. */
const words: Readonly<Record<MendingKind, Words>> = {
  'same-twice': [
    'entry stood twice, the same in all; it stands once now',
    'entries stood twice, the same in all; each stands once now'
  ],
  'same-id': [
    'entry had the id of another; it was given a new one',
    'entries had the ids of others; they were given new ones'
  ],
  evidence: [
    'reference to evidence that is missing was taken out',
    'references to evidence that is missing were taken out'
  ],
  actors: [
    'reference to an actor that is missing was taken out',
    'references to actors that are missing were taken out'
  ],
  'own-speaker': [
    'actor spoke for itself; it speaks for no other now',
    'actors spoke for themselves; they speak for no other now'
  ],
  links: [
    'link of an annotation led nowhere and was taken out',
    'links of annotations led nowhere and were taken out'
  ],
  'unknown-actor': [
    'entry is of an actor that is missing; an “Unknown actor” was put in',
    'entries are of actors that are missing; each missing one is an “Unknown actor” now'
  ],
  'unknown-issue': [
    'position is on an issue that is missing; an “Unknown issue” was put in',
    'positions are on issues that are missing; each missing one is an “Unknown issue” now'
  ],
  superseded: [
    'position superseded an entry that is missing; it supersedes none now',
    'positions superseded entries that are missing; they supersede none now'
  ],
  contested: [
    'position was contested by an entry that is missing; the mark was taken out',
    'positions were contested by entries that are missing; the marks were taken out'
  ],
  origins: [
    'source had an origin that is missing; it stands for itself now',
    'sources had origins that are missing; they stand for themselves now'
  ],
  updates: [
    'source updated one that is missing; it updates none now',
    'sources updated ones that are missing; they update none now'
  ],
  'key-judgement': [
    'key judgement was about something that is missing and was taken out',
    'key judgements were about something that is missing and were taken out'
  ],
  circle: [
    'position superseded itself in the end; in its circle none supersedes a later one now',
    'positions superseded themselves in the end; in their circles none supersedes a later one now'
  ],
  place: [
    'annotation had a place that its text does not have; its words are kept, without a place',
    'annotations had places that their texts do not have; their words are kept, without a place'
  ],
  dismissal: [
    'dismissal was about something that is missing and was taken out',
    'dismissals were about something that is missing and were taken out'
  ],
  repeated: [
    'name, tag or reference stood twice in a list; it stands there once now',
    'names, tags or references stood twice in a list; each stands there once now'
  ],
  time: [
    'time was finer than a millisecond; the rest was cut off',
    'times were finer than a millisecond; the rest was cut off'
  ]
};

/** `what` was mended, such as “copy.json”, and how: a sentence a kind. `null` when nothing was. */
export function mendedInWords(what: string, mended: readonly Mending[]): string | null {
  if (mended.length === 0) return null;
  const sentences = mended.map(
    ({ kind, count }) => `${count.toLocaleString('en')} ${words[kind][count === 1 ? 0 : 1]}.`
  );
  return `${what} contradicted itself, and was mended. ${sentences.join(' ')}`;
}
