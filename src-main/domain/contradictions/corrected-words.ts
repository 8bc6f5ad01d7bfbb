/**
 * Evidence of a briefing that a newer version of the source says otherwise, such as a transcript that was
 * corrected. Told by the same carrying that shows the change beside the source. Pure.
 */
import { inOneLine } from '../text/in-one-line.js';
import { carriedAnnotations } from '../anchoring/carry-to-update.js';
import type { Annotation } from '../briefing/annotation.js';
import { Id } from '../base/values.js';
import { z } from '../base/zod.js';
import type { Briefing } from '../briefing/briefing.js';
import { changeEvidence, type Claims, entriesWithEvidence } from '../briefing/evidence.js';
import { type Source, type TextHash, textOfSource } from '../briefing/source.js';
import type { Range } from '../text/range.js';
import { sentenceAround } from '../text/sentences.js';
import { renderedSource } from '../markdown/render-markdown.js';

export const CorrectedWords = z
  .strictObject({
    /**
     * The evidence, on the version that it was taken from. Or the card whose lines stand there word for word,
     * though nobody noted them as evidence; of the bottom line the briefing.
     */
    quoting: Id,
    /** What such a part is called; `null` of evidence. */
    part: z.string().nullable(),
    /** What stands in the earlier version. */
    quote: z.string(),
    /** That version. */
    source: Id,
    /** The newest version of that source. */
    update: Id,
    /** What stands there instead; empty where the words are gone. */
    words: z.string(),
    /** An annotation of the newest version on these words; `null`: none stands there. */
    noted: Id.nullable(),
    /** Of the positions, figures and the like that rest on the words; none of a part. */
    claims: z.array(Id).readonly(),
    /** Whether each of these is superseded, or rests on the newest version as well. */
    isTakenUp: z.boolean()
  })
  .readonly();
export type CorrectedWords = z.infer<typeof CorrectedWords>;

type CorrectedIn = Pick<Briefing, 'sources' | 'annotations'> & Claims;

/**
 * In the order of the annotations. White space does not count.
 *
 * @param texts by hash; a version whose text is not among them is passed over.
 */
export function correctedEvidence(
  briefing: CorrectedIn,
  texts: Readonly<Record<TextHash, string>>
): readonly CorrectedWords[] {
  if (!briefing.sources.some(({ updates }) => updates !== null)) return [];
  const claims = new Map(entriesWithEvidence(briefing).map((claim) => [claim.id, claim]));
  const superseded = new Set(briefing.positions.flatMap(({ supersedes }) => supersedes));
  const evidence = new Set([...claims.values()].flatMap((claim) => claim.evidence));
  const cited = new Set(
    briefing.annotations.flatMap(({ id, target }) => (evidence.has(id) ? [target.id] : []))
  );
  const textOf = (source: Source) => {
    const text = textOfSource(source, texts);
    return text === null ? null : { id: source.id, text: renderedSource(source, text) };
  };
  const found = briefing.sources.flatMap((source) => {
    if (!cited.has(source.id)) return [];
    const before = textOf(source);
    if (before === null) return [];
    return newestOf(source, briefing.sources, texts).flatMap((update) => {
      const after = textOf(update);
      if (after === null || before.text === after.text) return [];
      return carriedAnnotations(briefing, before, after).flatMap((carried): CorrectedWords[] => {
        const { from, to } = carried;
        const words = to?.target.selectors.quote.exact ?? '';
        const isSame = inOneLine(words) === inOneLine(from.target.selectors.quote.exact);
        const there = to?.target.selectors.position ?? null;
        if (carried.claims.length === 0) return [];
        const around =
          carried.became === 'kept' || isSame
            ? otherNamesAround(before.text, from.target.selectors.position, after.text, there)
            : { quote: from.target.selectors.quote.exact, words };
        if (!around) return [];
        const stand = briefing.annotations.filter(({ target }) => {
          const { position } = target.selectors;
          if (target.id !== update.id) return false;
          return !there || (position && position.start < there.end && there.start < position.end);
        });
        const standing = new Set(stand.map(({ id }) => id));
        const isTakenUp = carried.claims.every(
          (id) => superseded.has(id) || claims.get(id)?.evidence.some((each) => standing.has(each))
        );
        const noted = there ? (stand[0]?.id ?? null) : null;
        return [
          {
            quoting: from.id,
            part: null,
            ...around,
            source: source.id,
            update: update.id,
            noted,
            claims: carried.claims,
            isTakenUp
          }
        ];
      });
    });
  });
  const place = new Map(briefing.annotations.map(({ id }, index) => [id, index]));
  const placeOf = ({ quoting }: CorrectedWords) => place.get(quoting) ?? 0;
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * The sentences in which the same words stand, where these name others now, such as another speaker; `null`
 * where they name the same.
 */
function otherNamesAround(
  before: string,
  old: Range | null,
  after: string,
  now: Range | null
): Pick<CorrectedWords, 'quote' | 'words'> | null {
  if (!old || !now) return null;
  const [quote, words] = [sentenceAround(before, old), sentenceAround(after, now)];
  const namesIn = (sentence: string, { start, end }: Range, text: string) => {
    const rest = sentence.replace(inOneLine(text.slice(start, end)), ' ');
    return [...rest.matchAll(/(?<=\S\s+)\p{Lu}[\p{L}’'-]+/gu)].join(' ');
  };
  return namesIn(quote, old, before) === namesIn(words, now, after)
    ? null
    : { quote: inOneLine(quote), words: inOneLine(words) };
}

/**
 * Each claim that rests on the old words rests on the new ones too, with an annotation for these where
 * none stands there; the entries say what they said. The briefing itself where the words are gone.
 */
export function citeNewerVersion(
  briefing: Briefing,
  texts: Readonly<Record<TextHash, string>>,
  found: CorrectedWords,
  now = new Date()
): Briefing {
  const cited = newerEvidence(briefing, texts, found, now);
  if (!cited) return briefing;
  const { claims, noted } = found;
  const annotations = noted ? briefing.annotations : [...briefing.annotations, cited];
  return changeEvidence({ ...briefing, annotations }, (evidence, claim) =>
    claims.includes(claim) && !evidence.includes(cited.id) ? [...evidence, cited.id] : evidence
  );
}

/** The annotation that stands on the newer words, or a new one for them; `null` where the words are gone. */
export function newerEvidence(
  briefing: Briefing,
  texts: Readonly<Record<TextHash, string>>,
  { quoting, update, noted }: CorrectedWords,
  now = new Date()
): Annotation | null {
  if (noted) return briefing.annotations.find(({ id }) => id === noted) ?? null;
  const old = briefing.annotations.find(({ id }) => id === quoting);
  const [before, after] = [old?.target.id, update].map((id) => {
    const source = briefing.sources.find((each) => each.id === id);
    const text = source && textOfSource(source, texts);
    return source && text ? { id: source.id, text: renderedSource(source, text) } : null;
  });
  if (!old || !before || !after) return null;
  const alone = { ...briefing, annotations: [old] };
  return carriedAnnotations(alone, before, after, now)[0]?.to ?? null;
}

/** Where two are newer versions of one, both are. */
export function newestOf(
  { id }: Source,
  sources: readonly Source[],
  texts: Readonly<Record<TextHash, string>>,
  older: ReadonlySet<Id> = new Set()
): readonly Source[] {
  if (older.has(id)) return [];
  const seen = new Set([...older, id]);
  return sources
    .filter(({ updates }) => updates === id)
    .flatMap((update) => {
      const newer = newestOf(update, sources, texts, seen);
      if (newer.length > 0 || seen.has(update.id)) return newer;
      return textOfSource(update, texts) === null ? [] : [update];
    });
}
