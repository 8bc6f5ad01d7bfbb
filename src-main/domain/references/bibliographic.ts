/** What references say beyond the fields of a source: kind, key, journal, volume, pages, names in parts. Pure. */
import { Bibliographic } from '../briefing/source.js';
import { onOneLine } from './one-line.js';

export type Kind = Bibliographic['kind'];
export type NameParts = Bibliographic['authors'][number];

/** All on one line each; `null` where it says nothing, or more than we hold. */
export function tidied(written: Bibliographic): Bibliographic | null {
  const tidy = {
    kind: written.kind,
    key: onOneLine(written.key),
    authors: written.authors
      .map(({ family, given }) => ({ family: onOneLine(family), given: onOneLine(given) }))
      .filter(({ family, given }) => family !== '' || given !== ''),
    container: onOneLine(written.container),
    volume: onOneLine(written.volume),
    issue: onOneLine(written.issue),
    pages: onOneLine(written.pages),
    doi: onOneLine(written.doi).replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
  };
  const { kind, authors, ...words } = tidy;
  const isEmpty = authors.length === 0 && Object.values(words).every((each) => each === '');
  if (isEmpty && (kind === 'other' || kind === 'webpage')) return null;
  const parsed = Bibliographic.safeParse(tidy);
  return parsed.success ? parsed.data : null;
}

/** The names of a source in parts, as long as its author is still told as these are. */
export function namePartsOf(
  author: string,
  bibliographic: Bibliographic | null
): readonly NameParts[] | null {
  const authors = bibliographic?.authors ?? [];
  if (authors.length === 0) return null;
  const told = [naturalName, invertedName].map((name) => authors.map(name).join('; '));
  return told.includes(author) ? authors : null;
}

/** Such as “Ada Byron”. */
export function naturalName({ family, given }: NameParts): string {
  return [given, family].filter((part) => part !== '').join(' ');
}

/** Such as “Byron, Ada”. */
export function invertedName({ family, given }: NameParts): string {
  return [family, given].filter((part) => part !== '').join(', ');
}

/** “Byron, Ada” in its parts; a name without a comma is whole. */
export function partsOfInverted(name: string): NameParts {
  const [family = '', ...given] = name.split(',').map((part) => part.trim());
  return { family, given: given.join(', ') };
}

const bodies =
  /\b(?:agency|assembly|association|bank|bureau|centre|center|commission|committee|council|court|department|embassy|federation|foundation|government|group|house|institute|ministry|network|news|office|organi[sz]ation|parliament|party|post|press|radio|review|secretariat|service|society|team|times|tribunal|union|university)\b/i;

/** Of a name as people bear them, such as “Ada King Byron”; `null` where it may be a body’s or is told otherwise. */
export function partsOfPerson(name: string): NameParts | null {
  const isPerson =
    /^\p{Lu}[\p{L}’-]*\.?(?: (?:\p{Lu}\.|\p{Lu}[\p{L}’-]+|de|van|von|der|den)){1,3}$/u.test(name) &&
    / \p{Lu}[\p{L}’-]+$/u.test(name) &&
    !bodies.test(name);
  if (!isPerson) return null;
  const words = name.split(' ');
  const particle = words.findIndex((word) => /^\p{Ll}/u.test(word));
  const at = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}
