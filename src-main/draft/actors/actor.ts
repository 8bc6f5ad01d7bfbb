/** An actor as it is put together from its mentions. */
import type { Draft } from '../../domain/suggestions/draft.js';
import type { Sentence } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import { particles } from './small-words.js';
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
  /** A pronoun for somebody of another paragraph, where this one speaks of somebody who may be meant too. */
  readonly unsure?: boolean;
}

export interface FoundActor {
  type: ActorType;
  name: string;
  /** Whether the type is more than a guess. */
  sure: boolean;
  readonly titles: Set<string>;
  readonly mentions: FoundMention[];
}

/** A person's last name: "Jr." and the like are none. */
export function surnameOf(name: string): string {
  const words = name.replace(/,? (?:Jr|Sr|II|III)\.?$/, '').split(/\s+/);
  const particle = words.findIndex((word, i) => i > 0 && particles.test(word.toLowerCase()));
  return particle > 0 ? words.slice(particle).join(' ') : (words.at(-1) ?? name);
}
