/**
 * What "the plan", "the bill" or "the ruling" is called in full, elsewhere in the same text: "pension reform",
 * "a plan to close 40 schools", "Supreme Court ruling".
 */
import { isPossessiveMark, isTemporal } from '../reading/noun-phrases.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Token } from '../reading/tagger.js';
import { clauseAt, wordingOf } from './issue-wording.js';
import { byDeed, byDoing, mostWords, wordCount } from './matter-deeds.js';
import { isTiedToNumber, isVerb, phraseExtent } from './object-phrase.js';
import { gerundOf } from './deed-wording.js';
import { singularNoun, stemsOf } from './issue-stems.js';
import { lawNouns, stanceCueOf, stanceLemmaOf, undoes } from './stance-cues.js';

export interface MatterNames {
  /**
   * `null` where nothing tells more than `head` does.
   *
   * @param before UTF-16 offset.
   * @param owned "the Commission's plan": only what is called a plan elsewhere.
   */
  readonly fullNameOf: (head: string, before: number, owned: boolean) => string | null;
}

/** Sentences back in which a law of another name is taken for "the measure". */
const nearBy = 4;
/** Another one of the kind. */
const others =
  /^(?:similar|other|another|such|rival|previous|earlier|former|original|initial|same|separate|different|new|old|no)$/;
interface Candidate {
  readonly wording: string;
  readonly at: number;
  readonly headline: boolean;
  /** Brought in by "a" or bare, as what is new is. */
  readonly isNew: boolean;
}

export function matterNames(reading: Reading): MatterNames {
  const byHead = new Map<string, { readonly sentence: Sentence; readonly i: number }[]>();
  for (const sentence of reading.sentences) {
    sentence.tokens.forEach((token, i) => {
      if (!/^(?:NOUN|PROPN)$/.test(token.pos)) return;
      const head = singularNoun(token.lower);
      const known = byHead.get(head);
      if (!known) byHead.set(head, [{ sentence, i }]);
      else if (known.length < mostMentions) known.push({ sentence, i });
    });
  }
  const named = new Map<string, readonly Candidate[]>();
  const candidatesOf = (head: string): readonly Candidate[] => {
    const stem = singularNoun(head);
    const known = named.get(stem);
    if (known) return known;
    const found = (byHead.get(stem) ?? []).flatMap(({ sentence, i }) => {
      const candidate = nameAt(reading, sentence, i);
      return candidate ? [candidate] : [];
    });
    named.set(stem, found);
    return found;
  };
  const sentenceAt = (offset: number) =>
    reading.sentences.findLastIndex(({ start }) => start <= offset);
  const fullNameOf = (head: string, before: number, owned: boolean): string | null => {
    const own = candidatesOf(head);
    const ahead = own.filter(({ at }) => at < before);
    const title = own.find(({ headline }) => headline);
    // A title says it shortest.
    if (title) return title.wording;
    const ofKind = () =>
      owned ? [] : kindsFor(head).flatMap((kind) => (kind === head ? [] : candidatesOf(kind)));
    if (statutes.test(head) && !owned) {
      const inTitle = ofKind().find(({ headline }) => headline);
      if (inTitle) return inTitle.wording;
    }
    const introduced = ahead.findLast(({ isNew }) => isNew);
    const same = introduced ?? ahead.at(-1);
    if (same) return same.wording;
    const done = byDoing(reading, head, before) ?? byDeed(reading, head, before);
    if (done !== null) return done;
    const all = ofKind();
    if (all.length > 0) {
      const from = reading.sentences[Math.max(0, sentenceAt(before) - nearBy)]?.start ?? 0;
      const [near] = all
        .filter(({ at }) => at >= from && at < before)
        .toSorted((a, b) => b.at - a.at);
      const inTitle = all.find(({ headline }) => headline);
      const found = near ?? inTitle;
      if (found) return found.wording;
    }
    if (happening.test(head) && !owned) {
      const title = reading.sentences.find(({ headline }) => headline);
      // Of a title that tells of an end or a refusal nobody knows which of the two is meant.
      const isPlain = title?.tokens.every(
        ({ lower, lemma }) =>
          !undoes(lemma) && stanceCueOf(lemma)?.side !== 'opposes' && lower !== 'not'
      );
      const told = isPlain
        ? kindsOfLaw.flatMap((kind) => candidatesOf(kind)).find(({ headline }) => headline)
        : undefined;
      if (told) return told.wording;
    }
    return own[0]?.wording ?? null;
  };
  const told = new Map<string, string | null>();
  return {
    fullNameOf: (head, before, owned) => {
      const key = `${head} ${sentenceAt(before)} ${owned}`;
      const known = told.get(key);
      if (known !== undefined) return known;
      const found = fullNameOf(head, before, owned);
      told.set(key, found);
      return found;
    }
  };
}

const statutes = /^(?:bill|law|legislation|act|measure|ordinance|rule)s?$/;
const levels = /^(?:quota|limit|tax|levy|tariff|toll|cap)$/;

/** What else a thing of that name may be called. */
function kindsFor(head: string): readonly string[] {
  const one = head.replace(/s$/, '');
  const own = (word: string) => (Object.hasOwn(kindsOf, word) ? (kindsOf[word] ?? []) : []);
  if (!lawNouns.has(head) && !lawNouns.has(one)) return own(head);
  const all = [...own(one), ...lawNouns, ...kindsOfLaw];
  // A proposal is about a quota, and none itself.
  return statutes.test(head) ? all : all.filter((kind) => !levels.test(kind));
}

/** What the title tells of. */
const happening = /^(?:decision|move|step|announcement)$/;
/** Of one word; more tell nothing new. */
const mostMentions = 24;
/** What a law may be called besides. */
const kindsOfLaw = [
  'ban',
  'reform',
  'subsidy',
  'levy',
  'tax',
  'limit',
  'quota',
  'cut',
  'amendment',
  'mandate',
  'moratorium',
  'cap',
  'toll',
  'tariff',
  'curfew'
];

/** What is built. */
const works =
  'dam tower pipeline motorway mine plant incinerator bridge tunnel stadium airport runway line reactor'.split(
    ' '
  );
/** What else such a thing may be called. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  deal: ['merger', 'takeover', 'acquisition', 'buyout', 'purchase', 'sale', 'agreement', 'treaty'],
  agreement: ['deal', 'treaty', 'accord', 'pact', 'truce', 'ceasefire'],
  project: works,
  scheme: works,
  reduction: ['cut'],
  truce: ['ceasefire'],
  spending: ['subsidy', 'budget']
};

/** The noun phrase whose head is the token `i`, where it tells more than its head. */
function nameAt(reading: Reading, sentence: Sentence, i: number): Candidate | null {
  const { tokens, headline } = sentence;
  const noun = tokens[i];
  const after = tokens[i + 1];
  if (
    !noun ||
    noun.quoted ||
    (after &&
      (/^(?:NOUN|PROPN)$/.test(after.pos) || isPossessiveMark(after) || /^[-–]$/.test(after.text)))
  )
    return null;
  // "split over fishing quota cut": the last word is no verb there.
  if (headline && after?.pos === 'VERB' && i + 2 >= tokens.length) return null;
  let first = i;
  while (first > 0 && isPart(tokens, first - 1, headline)) first--;
  while (first < i && /^(?:PUNCT|CCONJ|ADV)$/.test(tokens[first]?.pos ?? '')) first++;
  // "a 480-million-pound scheme": no part of a price is a name.
  while (first < i && isTiedToNumber(tokens, first)) first++;
  const opener = tokens[first - 1];
  // "by 81 votes to 67": a count; "a £214 million plant" is named by its kind.
  if (opener?.pos === 'NUM' && !/^(?:m|million|bn|billion)$/.test(opener.lower)) return null;
  const owned = opener !== undefined && isPossessiveMark(opener);
  if (others.test(tokens[first]?.lower ?? '') && !/^(?:new|old)$/.test(tokens[first]?.lower ?? ''))
    return null;
  if (others.test(opener?.lower ?? '')) return null;
  const wording = withTail(reading, tokens, first, i, headline);
  if (
    wording === null ||
    tokens.slice(first, i).some((each) => isTemporal(each) || isCompared(each))
  )
    return null;
  if (stemsOf(wording).size < 2) return null;
  const isNew =
    !owned &&
    (opener === undefined || /^(?:a|an)$/.test(opener.lower) || !/^(?:DET|PRON)$/.test(opener.pos));
  return { wording, at: noun.start, headline, isNew };
}

/** "a slower timetable": not the timetable. */
function isCompared({ pos, lower }: Token): boolean {
  return (
    pos === 'ADJ' &&
    /(?:[^aeiou]er|ier|more|less|further|full)$/.test(lower) &&
    !/^(?:other|former|inner|outer|upper)$/.test(lower)
  );
}

/** What stands before a noun and tells of it. */
function isPart(tokens: readonly Token[], at: number, headline: boolean): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || token.quoted !== next.quoted) return false;
  if (/^[-–]$/.test(token.text)) return tokens[at - 1]?.end === token.start;
  // "energy-from-waste plant"
  if (token.pos === 'ADP' && /^[-–]$/.test(next.text) && next.start === token.end)
    return /^[-–]$/.test(tokens[at - 1]?.text ?? '');
  const before = tokens[at - 1];
  // "board drops phone ban": of a title no plural stands within a name, but a verb.
  if (
    headline &&
    /[^s]s$/.test(token.lower) &&
    !/^(?:sales|arms|sports|rights|savings|drugs|goods|jobs|us)$/.test(token.lower)
  )
    if (before && /^(?:NOUN|PROPN)$/.test(before.pos) && next.pos !== 'PUNCT') return false;
  if (/^(?:ADJ|NOUN|PROPN)$/.test(token.pos)) return !isTemporal(token);
  if (token.pos !== 'VERB' || !before || stanceLemmaOf(token.lower) !== undefined) return false;
  // "backs rail subsidy": two verbs in a row are a verb and a noun.
  if (headline && before.pos === 'VERB') return true;
  return (
    /(?:ed|ing)$/.test(token.lower) &&
    (/^(?:DET|ADJ)$/.test(before.pos) || (before.pos === 'VERB' && /ed$/.test(before.lower)))
  );
}

/** With what hangs on the noun, as far as that is short. */
function withTail(
  reading: Reading,
  tokens: readonly Token[],
  first: number,
  i: number,
  headline: boolean
): string | null {
  const start = tokens[first]?.start ?? 0;
  const core = wordingOf(reading.text.slice(start, tokens[i]?.end));
  const next = tokens[i + 1]?.lower ?? '';
  // "a bill that would let the state set prices", "a plan to close 40 schools"
  const to =
    next === 'to'
      ? i + 2
      : /^(?:that|which)$/.test(next) && /^(?:would|will)$/.test(tokens[i + 2]?.lower ?? '')
        ? i + 3
        : -1;
  if (
    to > 0 &&
    isVerb(tokens[to]) &&
    (lawNouns.has((tokens[i]?.lower ?? '').replace(/s$/, '')) || next === 'to')
  ) {
    const deed = clauseAt({ reading, tokens, max: Math.min(tokens.length - 1, to + 9) }, to);
    const lemma = tokens[to]?.lemma;
    const isWhole = !/^(?:let|make|help|allow|force|require|enable|give|see|have)$/.test(
      lemma ?? ''
    );
    if (deed && lemma && deed.verb && isWhole) {
      const rest = reading.text.slice(tokens[to]?.end, deed.end).trim();
      const wording = `${gerundOf(tokens[to]?.lower ?? lemma)} ${rest}`;
      if (wordCount(wording) <= mostWords + 1) return wordingOf(wording);
    }
  }
  const hangsOn = headline ? /^(?:on|of|for)$/ : /^(?!over$|amid$|[“”]$)/;
  const last = hangsOn.test(next) ? phraseExtent(tokens, i, tokens.length - 1).last : i;
  for (let end = Math.min(last, i + 7); end > i; end--) {
    if (!/^(?:NOUN|PROPN|NUM)$/.test(tokens[end]?.pos ?? '')) continue;
    if (end < last && /^(?:NOUN|PROPN)$/.test(tokens[end + 1]?.pos ?? '')) continue;
    // "on the site | of the former works": which site, nobody could say.
    if (end < last && tokens[end + 1]?.lower === 'of') continue;
    const wording = wordingOf(reading.text.slice(start, tokens[end]?.end));
    if (wordCount(wording) <= mostWords) return wording;
  }
  return wordCount(core) <= mostWords ? core : null;
}
