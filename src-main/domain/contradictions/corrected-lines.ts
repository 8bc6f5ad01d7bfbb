/**
 * Lines of cards, and of the bottom line, that stand word for word in a source whose newer version has them
 * otherwise. Nobody noted them as evidence: a draft took them from there, or a person did. Pure.
 */
import { inOneLine } from '../text/in-one-line.js';
import { carriedAnnotations, type SourceText } from '../anchoring/carry-to-update.js';
import { type LineInSource, WordsOfSources } from '../anchoring/lines-in-sources.js';
import { describe } from '../anchoring/locate.js';
import type { Id } from '../base/values.js';
import { newAnnotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { type TextHash, textOfSource } from '../briefing/source.js';
import { renderedSource, renderMarkdown } from '../markdown/render-markdown.js';
import { correctedEvidence, type CorrectedWords, newestOf } from './corrected-words.js';

type Quoting = Pick<Briefing, 'id' | 'cards' | 'bottomLine'>;

/** All that a newer version of its source has otherwise: evidence, then parts with lines. */
export function correctedWords(
  briefing: Quoting & Parameters<typeof correctedEvidence>[0],
  texts: Readonly<Record<TextHash, string>>
): readonly CorrectedWords[] {
  const lines = new LinesOfVersions(briefing.sources, texts).find(briefing);
  return [...correctedEvidence(briefing, texts), ...lines];
}

/** Two versions of one source whose texts differ. */
interface Versions {
  readonly before: SourceText;
  readonly after: SourceText;
  /** Of the earlier one. */
  readonly words: WordsOfSources;
  /** What stands in the newer one instead, by the place in the earlier one; `null`: the same. */
  readonly newer: Map<string, string | null>;
}

interface CorrectedLine {
  readonly quote: string;
  /** Empty where the newer version has none. */
  readonly words: string;
}

const noClaims = { positions: [], statements: [], events: [], figures: [], outcomes: [] };
const betweenLines = ' … ';

/** Made once for the sources, and asked after each change of a card: what it found before it does not look for again. */
export class LinesOfVersions {
  readonly #versions: readonly Versions[];
  /** Of all texts that no newer version replaces: what stands there is not outdated. */
  readonly #current: WordsOfSources;
  #last: readonly CorrectedWords[] = [];
  readonly #known = new Map<
    Id,
    { readonly markdown: string; readonly name: string; readonly found: readonly CorrectedWords[] }
  >();

  /** @param texts by hash; a version whose text is not among them is passed over. */
  constructor(sources: Briefing['sources'], texts: Readonly<Record<TextHash, string>>) {
    const isNone = sources.every(({ updates }) => updates === null);
    const readable = (isNone ? [] : sources).flatMap((source) => {
      const text = textOfSource(source, texts);
      return text === null ? [] : [{ source, id: source.id, text: renderedSource(source, text) }];
    });
    const byId = new Map(readable.map((each) => [each.id, each]));
    const newest = new Map(
      readable.map(({ id, source }) => [id, newestOf(source, sources, texts)])
    );
    this.#versions = readable.flatMap((before) =>
      (newest.get(before.id) ?? []).flatMap((update): Versions[] => {
        const after = byId.get(update.id);
        if (!after || after.text === before.text) return [];
        return [{ before, after, words: new WordsOfSources([before]), newer: new Map() }];
      })
    );
    this.#current = new WordsOfSources(
      this.#versions.length === 0 ? [] : readable.filter(({ id }) => newest.get(id)?.length === 0)
    );
  }

  /** The bottom line, then the cards in their order; one for each part and newer version. The same list as before where none differs. */
  find({ id, cards, bottomLine }: Quoting): readonly CorrectedWords[] {
    const last = this.#last;
    if (this.#versions.length === 0) return last;
    const found = [
      ...this.#inPart(id, 'Bottom line', bottomLine),
      // What a merge could not keep tells of itself.
      ...cards.flatMap((card) => (card.clash ? [] : this.#inPart(card.id, card.heading, card.body)))
    ];
    const isSame = found.length === last.length && found.every((each, i) => each === last[i]);
    if (!isSame) this.#last = found;
    return this.#last;
  }

  #inPart(quoting: Id, name: string, markdown: string): readonly CorrectedWords[] {
    const known = this.#known.get(quoting);
    if (known?.markdown === markdown && known.name === name) return known.found;
    const text = renderMarkdown(markdown).text;
    const current = this.#current.find(text);
    const byUpdate = new Map<Id, { source: Id; lines: Map<number, CorrectedLine> }>();
    for (const versions of this.#versions) {
      const { before, after } = versions;
      for (const { line, place } of versions.words.find(text)) {
        const words = newerWords(versions, place);
        if (words === null || current.some((other) => covers(other, line))) continue;
        // Both wordings side by side hide nothing.
        if (words !== '' && inOneLine(text).includes(words)) continue;
        // Of three versions the words may stand in the first two.
        const { lines } = byUpdate.get(after.id) ?? { lines: new Map<number, CorrectedLine>() };
        const quote = inOneLine(before.text.slice(place.start, place.end));
        lines.set(line.start, { quote, words });
        byUpdate.set(after.id, { source: before.id, lines });
      }
    }
    const found = [...byUpdate].map(([update, { source, lines }]): CorrectedWords => {
      const all = [...lines.entries()].sort(([one], [other]) => one - other);
      return {
        ...{ quoting, part: name, source, update },
        quote: all.map(([, { quote }]) => quote).join(betweenLines),
        words: all.flatMap(([, { words }]) => words || []).join(betweenLines),
        ...{ noted: null, claims: [], isTakenUp: false }
      };
    });
    this.#known.set(quoting, { markdown, name, found });
    return found;
  }
}

function covers({ line }: LineInSource, other: LineInSource['line']): boolean {
  return line.start <= other.start && other.end <= line.end;
}

/** What the newer version has there instead, empty where it has nothing; `null`: the same words. */
function newerWords(
  { before, after, newer }: Versions,
  { start, end }: LineInSource['place']
): string | null {
  const key = `${start} ${end}`;
  const known = newer.get(key);
  if (known !== undefined) return known;
  const selectors = describe(before.text, start, end);
  // The same carrying as of evidence, of a mark that nobody made and nobody sees.
  const mark = newAnnotation({ type: 'source', id: before.id, selectors }, '');
  const [carried] = carriedAnnotations({ ...noClaims, annotations: [mark] }, before, after);
  const words = inOneLine(carried?.to?.target.selectors.quote.exact ?? '');
  const isSame = carried?.became === 'kept' || words === inOneLine(selectors.quote.exact);
  newer.set(key, isSame ? null : words);
  return isSame ? null : words;
}
