/** The files that sources were read from, out of the library or, where it is shared, from the others: only when somebody asks for one. */
import { ExpectedFailure } from '../domain/base/result.js';
import {
  type Original,
  type Source,
  type TextHash,
  titleOfSource
} from '../domain/briefing/source.js';
import { quoted } from '../domain/terms/terms.js';
import type { Library } from '../store/library.js';
import type { Team } from '../team/team.js';

interface Place {
  readonly library: Pick<Library, 'readOriginal' | 'originals'>;
  readonly libraries: { readonly team: Pick<Team, 'fetchOriginal'> | null };
}

interface Fetching {
  readonly signal: AbortSignal;
  /** Told of one that is being fetched, in bytes. */
  readonly onFetch: (done: number, of: number) => void;
}

/** Throws `no-original` with why it cannot be had, or the reason of the signal. */
export async function readOrFetchOriginal(
  { library, libraries: { team } }: Place,
  source: Source & { readonly original: Original },
  { signal, onFetch }: Fetching
): Promise<Uint8Array> {
  const title = quoted(titleOfSource(source));
  const { hash, name, bytes: size } = source.original;
  // What others have is no damage here, and so is not told as one.
  const isHere = team === null || (await library.originals()).has(hash);
  const bytes = isHere ? await library.readOriginal(hash) : null;
  if (bytes) return bytes;
  if (team === null) {
    throw new ExpectedFailure(
      'no-original',
      `The original of ${title} is not in this library: it is damaged, was lost, or never came with its briefing. Its text is whole. Adding ${quoted(name)} again brings it back.`
    );
  }
  onFetch(0, size);
  try {
    return await team.fetchOriginal(hash, onFetch, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof ExpectedFailure)) throw error;
    throw new ExpectedFailure(
      'no-original',
      `The original of ${title} is not in this library, and could not be fetched. ${error.message} The text of the source is whole.`
    );
  }
}

/** For a file that takes originals along: `null` for one that cannot be had. Once the others cannot be reached, that is said and none is asked for again. */
export function originalsToTakeAlong(
  { library, libraries: { team } }: Place,
  { signal, onFetch }: Fetching,
  say: (sentence: string) => void
): (hash: TextHash) => Promise<Uint8Array | null> {
  let isAway = false;
  return async (hash) => {
    if (team === null || (await library.originals()).has(hash)) {
      const bytes = await library.readOriginal(hash);
      if (bytes || team === null) return bytes;
    }
    if (isAway) return null;
    try {
      return await team.fetchOriginal(hash, onFetch, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof ExpectedFailure)) throw error;
      isAway = error.code.startsWith('carrier-');
      if (error.code !== 'original-not-here') {
        say(`Not all original files could be fetched. ${error.message}`);
      }
      return null;
    }
  };
}
