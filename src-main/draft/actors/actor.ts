/** An actor as it is put together from its mentions. */
import type { Draft } from '../../domain/suggestions/draft.js';
import type { Sentence } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import type { ActorType } from './type-of-name.js';

type MentionKind = Draft['actors'][number]['mentions'][number]['kind'];

export interface FoundMention extends Range {
  readonly kind: MentionKind;
  /** The name as it stands there, without a title; empty for a pronoun. */
  readonly name: string;
  readonly sentence: Sentence;
  /** Tokens of the sentence, inclusive. */
  readonly first: number;
  readonly last: number;
}

export interface FoundActor {
  type: ActorType;
  name: string;
  /** Whether the type is more than a guess. */
  sure: boolean;
  readonly titles: Set<string>;
  readonly mentions: FoundMention[];
}

/** Small words that a last name may begin with: "de Groot", "von der Leyen", "bin Salman". */
export const particles =
  /^(?:de|la|le|al|el|bin|von|van|der|den|del|della|di|da|das|dos|du|ibn|ben|abu|ten|ter|zu)$/;

/** Of these at most the whole name tells that they are no words of another kind: "ten Hag". */
export const doubtfulParticles = /^(?:la|le|al|el|den|ben|ten|ter|da|das|du|zu|di|abu)$/;

/** A last name by itself: "Van der Berg". */
export function opensWithParticle(name: string): boolean {
  return particles.test(name.split(' ')[0]?.toLowerCase() ?? '') && name.includes(' ');
}

/** "Groot" of "de Groot", "Sisi" of "al-Sisi" */
export function withoutParticles(surname: string): string {
  const words = surname.replace(/^(?:al|el)-(?=\p{Lu})/iu, '').split(' ');
  const own = words.findIndex((word) => !particles.test(word.toLowerCase()));
  return words.slice(Math.max(0, own)).join(' ');
}

/** A person's last name: "Jr." and the like are none. */
export function surnameOf(name: string): string {
  const words = name.replace(/,? (?:Jr|Sr|II|III)\.?$/, '').split(/\s+/);
  const particle = words.findIndex((word, i) => i > 0 && particles.test(word.toLowerCase()));
  return particle > 0 ? words.slice(particle).join(' ') : (words.at(-1) ?? name);
}
