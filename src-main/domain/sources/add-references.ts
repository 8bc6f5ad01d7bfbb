/** References of another program → sources of a briefing, none of them twice. Pure. */
import { maxEntries } from '../base/limits.js';
import type { Briefing } from '../briefing/briefing.js';
import { newSource, noText, type Source } from '../briefing/source.js';
import type { ReadReferences, Reference } from '../references/reference.js';
import { counted } from '../text/joined-words.js';
import { readWebAddress } from './web-address.js';

export interface AddedReferences {
  readonly briefing: Briefing;
  /** Without a text: a reference has none. Their hash is `noText`. */
  readonly added: readonly Source[];
  /** How many the briefing, or the file further up, has already. */
  readonly matched: number;
  /** A sentence for each that was left out. */
  readonly refused: readonly string[];
}

/**
 * One that has the address of a source is that source, and stays as it is there; so is one with its title,
 * unless both have an address and these lead to different pages.
 */
export function addReferences(
  briefing: Briefing,
  { references, refused }: ReadReferences,
  now: Date
): AddedReferences {
  const known = new KnownReferences(briefing.sources);
  const room = maxEntries.sources - briefing.sources.length;
  const added: Source[] = [];
  let [matched, beyond] = [0, 0];
  for (const reference of references) {
    if (known.has(reference)) matched += 1;
    else if (added.length >= room) beyond += 1;
    else {
      const source = newSource({ ...reference, text: noText, importedAt: now.toISOString() });
      added.push(source);
      known.add(source);
    }
  }
  const most = maxEntries.sources.toLocaleString('en');
  const left =
    beyond > 0
      ? [`${counted(beyond, 'reference')} left out: a briefing holds up to ${most} sources.`]
      : [];
  return {
    briefing:
      added.length > 0 ? { ...briefing, sources: [...briefing.sources, ...added] } : briefing,
    added,
    matched,
    refused: [...refused, ...left]
  };
}

/** What was added, matched and left out, in one sentence, and what a source without a text is good for. */
export function referencesInWords({
  added,
  matched,
  refused
}: Omit<AddedReferences, 'briefing'>): string {
  const facts = [
    `${counted(added.length, 'source')} added`,
    ...(matched > 0 ? [`${matched} in the briefing already`] : []),
    ...(refused.length > 0 ? [`${refused.length} left out`] : [])
  ];
  const remark =
    added.length > 0
      ? ' A reference brings no text: such a source can be cited and graded, but has no quotes.'
      : '';
  return `${facts.join(', ')}.${remark}`;
}

type Cited = Pick<Reference, 'title' | 'url'>;

class KnownReferences {
  readonly #pages = new Set<string>();
  /** Pages of what has this title; `''` for what has none. */
  readonly #titles = new Map<string, Set<string>>();

  constructor(sources: readonly Cited[]) {
    for (const source of sources) this.add(source);
  }

  add(cited: Cited): void {
    const page = pageOf(cited);
    if (page !== '') this.#pages.add(page);
    const title = foldedTitle(cited);
    if (title === '') return;
    const pages = this.#titles.get(title) ?? new Set();
    this.#titles.set(title, pages.add(page));
  }

  has(cited: Cited): boolean {
    const page = pageOf(cited);
    if (page !== '' && this.#pages.has(page)) return true;
    const pages = this.#titles.get(foldedTitle(cited));
    return pages !== undefined && (page === '' || pages.has(''));
  }
}

function pageOf({ url }: Cited): string {
  return readWebAddress(url)?.page ?? url.trim();
}

function foldedTitle({ title }: Cited): string {
  return title.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
