/** Which of a draft's sayings show at a glance who says what: with words of somebody who is sure to say them. */
import type { Draft } from '../../domain/suggestions/draft.js';
import type { DraftQuote } from '../../domain/suggestions/suggestion.js';
import type { Range } from '../../domain/text/range.js';
import { readQuotations } from '../reading/quotations.js';
import { hasNoName } from './limits.js';

type Actor = Draft['actors'][number];

/** From here the drafter is likely right. */
const likely = 0.9;
/** UTF-16 units between a name and the pronoun that stands for it. */
const furthest = 500;

/** Only thought or learned, not said. */
const thinking =
  /\b(?:kn[eo]w\p{L}*|reali[sz]\p{L}+|learn\p{L}*|assum\p{L}+|underst\p{L}+|notic\p{L}+|remember\p{L}*|determin\p{L}+|discover\p{L}*|consider\p{L}*|decid\p{L}+|found|find|felt|hear\p{L}*|see[sn]?|saw)\b/iu;
/** Says something only with a clause or a quotation behind it: “wrote a novel”, “called it X”, “added a wing”. */
const ofThings =
  /\b(?:wr[io]t\p{L}*|portray\p{L}*|recommend\p{L}*|call\p{L}*|assert\p{L}*|maintain\p{L}*|add\p{L}*|record\p{L}*|profess\p{L}*|declar\p{L}*|rais\p{L}*|celebrat\p{L}*|complet\p{L}*|publish\p{L}*|post\p{L}*|report\p{L}*|describ\p{L}*|continu\p{L}*|order\p{L}*)\b/iu;
const opensClause = /\b(?:that|how|why|what|whether)\b|^\s*(?:when|where|who|if|as|to)\b/iu;
/** UTF-16 units: what is quoted in less is a name or a word. */
const worded = /["“«][^"”»]{24,}/u;
const aside = /^(?:when|after|before|once|until|since|because)\b[^,]*$/iu;
/** What holds for a thing, and not what somebody says. */
const noSpeaker =
  /\b(?:system|rules?|laws?|standards?|traditions?|principles?|plans?|schedules?|methods?|definitions?|customs?|style|model|needs?|order|size|age|type|calendar)$/iu;

export class Sayings {
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #withStance: ReadonlySet<string>;
  /** Where the text itself names persons, in order: who is named in a quotation does not speak. */
  readonly #named: readonly { readonly start: number; readonly end: number; readonly id: string }[];

  /** @param paragraphs in which quotations are looked for. */
  constructor(
    private readonly text: string,
    private readonly draft: Draft,
    paragraphs: readonly Range[]
  ) {
    const { quotations } = readQuotations(text, paragraphs);
    const isQuoted = (place: number) =>
      quotations.some(({ start, end }) => start <= place && place < end);
    this.#actors = new Map(draft.actors.map((actor) => [actor.id, actor]));
    this.#withStance = new Set(draft.positions.flatMap(({ attribution }) => attribution ?? []));
    this.#named = draft.actors
      .filter(({ type }) => type === 'person')
      .flatMap(({ id, mentions }) =>
        mentions
          .filter(({ kind, start }) => /name/.test(kind) && !isQuoted(start))
          .map(({ start, end }) => ({ start, end, id }))
      )
      .sort((a, b) => a.start - b.start);
  }

  /** In the order of the text. */
  sure(): readonly (DraftQuote & { readonly by: Actor })[] {
    return this.draft.attributions.flatMap((saying) => {
      const by = this.#actors.get(saying.actor ?? '');
      return by && this.#isSure(saying, by) ? [{ ...saying, by }] : [];
    });
  }

  /** Whose “its director, Ann Lee” is: the one body that the sentence before names; empty where that is not plain. */
  ownerOf({ source }: Pick<DraftQuote, 'source'>): string {
    if (!source || !/^(?:its|their)\b/iu.test(source.text)) return '';
    const end = startOfSentence(this.text, source.start);
    const start = startOfSentence(this.text, this.text.slice(0, end).trimEnd().length - 1);
    const bodies = this.draft.actors.filter(
      ({ type, mentions }) =>
        /^(?:organisation|state|group)$/.test(type) &&
        mentions.some((each) => /name/.test(each.kind) && each.start >= start && each.end <= end)
    );
    return bodies.length === 1 ? bodies[0]!.name : '';
  }

  #isSure(saying: DraftQuote, by: Actor): boolean {
    const { nested, fragment, confidence, source, cue } = saying;
    if (nested || fragment || confidence < likely || !source) return false;
    if (!/^(?:person|organisation|state|group)$/.test(by.type) || hasNoName(by.name)) return false;
    if (/\b(?:who|which|that)$/i.test(source.text)) return false;
    if (cue && !this.#saysSomething(saying, cue)) return false;
    if (saying.kind === 'indirect' && this.#isInAside(source.start)) return false;
    if (/^according to/i.test(cue?.text ?? '') && !isNamedAlone(source.text, by)) return false;
    return !/^(?:he|she|it|they)$/i.test(source.text) || this.#isMeant(source.start, by);
  }

  #saysSomething({ id, kind, content }: DraftQuote, cue: NonNullable<DraftQuote['cue']>): boolean {
    if (thinking.test(cue.text)) return false;
    if (!ofThings.test(cue.text) || this.#withStance.has(id)) return true;
    const behind = content.find(({ start }) => start >= cue.end);
    if (!behind) return true;
    const words = this.text.slice(cue.end, behind.start + 8);
    if (/\bcall/i.test(cue.text))
      return /^\s*(?:on|for)\b/.test(words) || /\b(?:on|for)$/.test(cue.text);
    // “maintains its position: no ships”, but not “wrote three plays: …”
    if (/:\s*[^:]{0,10}$/.test(words) && !/\bwr/i.test(cue.text)) return true;
    const quoted = this.text.slice(cue.end, content.at(-1)?.end);
    return (kind !== 'indirect' && worded.test(quoted)) || opensClause.test(words);
  }

  /** “When Bush proposed the treaty, it was a threat”: the writer says it, of a time when something was said. */
  #isInAside(place: number): boolean {
    return aside.test(this.text.slice(startOfSentence(this.text, place), place));
  }

  /** Whether the last person named before the sentence, or in it the speaker alone, is whom the pronoun means. */
  #isMeant(place: number, by: Actor): boolean {
    if (by.type !== 'person') return true;
    const begun = startOfSentence(this.text, place);
    const within = this.#named.findLast(({ start, end }) => start >= begun && end <= place);
    if (within?.id === by.id) return true;
    const before = this.#named.findLast(({ end }) => end <= begun);
    return before?.id === by.id && place - before.end <= furthest;
  }
}

function startOfSentence(text: string, place: number): number {
  const before = text.slice(Math.max(0, place - furthest), place);
  const ends = [...before.matchAll(/[.!?…]["”’)\]]*\s+(?=["“‘(\p{Lu}])|\n/gu)];
  const last = ends.at(-1);
  return place - before.length + (last ? last.index + last[0].length : 0);
}

/** “the trade union”, but not “the Northern system” of an actor “Northern”. */
function isNamedAlone(source: string, { mentions }: Actor): boolean {
  if (noSpeaker.test(source)) return false;
  const name = nameWithin(source, mentions);
  const before = source.slice(0, Math.max(0, source.indexOf(name)));
  return (before.match(/\p{Lu}\p{L}+/gu)?.length ?? 0) < 3;
}

function nameWithin(source: string, mentions: Actor['mentions']): string {
  return mentions.find(({ text, kind }) => /name/.test(kind) && source.includes(text))?.text ?? '';
}
