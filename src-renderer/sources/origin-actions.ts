/** What a person sees of the origins of her sources, and what she can say of them. The desk carries it out. */
import type { Id } from '../../src-main/domain/base/values.js';
import type { Origin, Source } from '../../src-main/domain/briefing/source.js';
import type { SharedPair } from '../../src-main/domain/origins/find-origins.js';
import type { OriginProposal } from '../../src-main/domain/origins/group-sources.js';

/** The sources of the open briefing by origin. */
export interface OriginsOfSources {
  readonly sources: readonly Source[];
  readonly origins: readonly Origin[];
  /** What has not been answered yet, the closest first; `null` while the texts are compared. */
  readonly proposals: readonly OriginProposal[] | null;
  /** Why the texts could not be compared, in a sentence; `null` when they could. */
  readonly problem: string | null;
}

/** The same words in two texts. */
export interface PassagePair {
  readonly one: string;
  readonly other: string;
  readonly words: number;
}

/** Each but the last is one step that undo takes back. */
export interface OriginActions {
  /** The two are reports of one origin. */
  confirm(proposal: OriginProposal): void;
  /** They have different origins, and are not proposed again. */
  part(proposal: OriginProposal): void;
  /** By hand, whatever their texts share. */
  join(sources: readonly Id[]): void;
  /** The source has an origin of its own, apart from those that it shared one with. */
  takeOut(source: Id): void;
  rename(origin: Id, name: string): void;
  showSource(source: Id): void;
  /** In the order of the first text; `null` when the texts could not be compared. Never rejects. */
  passagesOf(pair: Pick<SharedPair, 'one' | 'other'>): Promise<readonly PassagePair[] | null>;
}
