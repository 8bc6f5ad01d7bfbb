/**
 * The objects of all stances of a text → the issues that they are on, in neutral words. What speaks of one thing
 * gets one wording, so that who is for it and who is against it stand on the same issue.
 */
import type { Reading } from '../reading/reading.js';
import { wordSet } from '../reading/tagger.js';
import { gerundOf } from './deed-wording.js';
import { isLawStem, type ReadWording, wordingReader } from './issue-stems.js';
import { decidedNouns, undoingNouns } from './stance-cues.js';
import { type IssueObject, wordingOf } from './issue-wording.js';
import { wordCount } from './matter-deeds.js';
import { type MatterNames, matterNames } from './matter-names.js';

export interface NamedIssue {
  readonly wording: string;
  /** Whether it is the matter within, on the other side of which the holder stands. */
  readonly turned: boolean;
  /** Whether the wording says less than a person would. */
  readonly vague: boolean;
}

/** Words: a wording is read at a glance. */
const mostWords = 9;
/** Tell nothing by themselves: which one, nobody could say. */
const unspecific = wordSet(`
  act action agreement approach area attempt ban bill call campaign change choice condition cut deal decision demand
  draft effort event idea issue kind law legislation level limit list matter measure meeting motion move offer option
  order package plan policy position process program programme project proposal provision clause report request
  response result role rule ruling scheme step suit system talks team text threat tone verdict vote work lawsuit sentence talk negotiation approval motion
  finding conclusion outcome number figure study paper survey estimate statistic evidence data
  appeal guarantee coalition inquiry reduction transition delay use increase raise rise rate party role
`);
/** Verbs that bring about what they are done to. */
const forwards =
  /^(?:tak(?:e|ing) up|pass(?:ing)?|approv(?:e|ing)|adopt(?:ing)?|enact(?:ing)?|sign(?:ing)?|ratify(?:ing)?|implement(?:ing)?|keep(?:ing)?|maintain(?:ing)?|preserv(?:e|ing)|uphold(?:ing)?)$/;
/** Said of any thing of its kind. */
const leading =
  /^(?:(?:quite|very|rather|the|a|an|any|all|both|each|every|another|such|similar|new|proposed|planned|controversial|so-called|further|possible|potential|full|entire|whole|latest|current|existing|its|his|her|their|our)\s+)+(?=\S+\s+\S)/i;
/** Say nothing without what they refer to: "doing the same". */
const empty =
  /^(?:(?:do|tak|mak|hav|giv|gett|go)ing\s+)?(?:the\s+)?(?:same|so|it|likewise|more|less|that|this|nothing|something|everything|anything|otherwise)(?:\s+(?:thing|way|again|too))?$/i;
/** What something costs is no name of it: "the 480-million-pound scheme". */
const price =
  /(?:(?:US|A|C)?[$€£]\s?)?\b\d[\d.,]*-?(?:(?:million|billion|trillion|m|bn)-)?(?:dollar|euro|pound|yen|rand|peso|franc|krona|kroner|rupee|yuan)-?(?=\s)\s|(?:US|A|C)?[$€£]\s?\d[\d.,]*-(?:million|billion|trillion|m|bn)\s/giu;
/** How large it is goes where more than one word is left: "a 62,000-seat football stadium". */
const size =
  /\b\d[\d.,]*-(?:storey|story|seat|seater|acre|hectare|mile|kilometre|kilometer|km|metre|meter|foot|tonne|ton|megawatt|gigawatt|page|bed|unit|room|home)\s(?=\S+\s\S)/giu;
const amount =
  /^(?:(?:US|A|C)?[$€£]?\s?\d[\d.,]*\s?(?:-|\s)?(?:million|billion|trillion|m|bn)?(?:\s(?:dollars?|euros?|pounds?))?\s)+(?=\p{L})/iu;

/** Only put off by it: whoever wants that may be for it. */
const puttingOff = /^(?:delay|postpon)/;

/**
 * `null` where nothing would tell a person what it is about. In the order of `objects`.
 *
 * @param decided the deeds that somebody has decided on, in the order of the text.
 */
export function nameIssues(
  reading: Reading,
  objects: readonly IssueObject[],
  decided: readonly IssueObject[]
): readonly (NamedIssue | null)[] {
  if (objects.length === 0) return [];
  const inText = matterNames(reading);
  const names: MatterNames = {
    fullNameOf: (head, before, owned) => {
      const full = inText.fullNameOf(head, before, owned);
      if (full !== null || owned || !decidedNouns.has(head)) return full;
      const deed = decided.findLast(({ end }) => end <= before);
      return deed ? labelOf(reading, inText, deed) : null;
    }
  };
  const read = wordingReader();
  const whole = objects.map((object) => labelOf(reading, names, object));
  const within = objects.map((object) =>
    object.undoes && object.inner ? labelOf(reading, names, object.inner) : null
  );
  const turned = objects.map((_, i) => {
    const label = within[i];
    if (!label) return false;
    // "withdraw the order" to close the road: against closing it.
    if (isDeed(label) && !puttingOff.test(objects[i]?.verb?.lower ?? '')) return true;
    return whole.some(
      (other, j) => j !== i && other !== null && !objects[j]?.undoes && isOne(read, other, label)
    );
  });
  const chosen = whole.map((label, i) => (turned[i] ? (within[i] ?? label) : label));
  const shared = joined(read, chosen);
  return shared.map((wording, i) => {
    if (wording === null) return null;
    const { size } = read(wording).stems;
    const isThin = size < 2;
    const others = shared.filter((each) => each === wording).length;
    if (size === 0 || empty.test(wording)) return null;
    const word = wording.toLowerCase();
    if (isThin && (undoingNouns.has(word) || decidedNouns.has(word))) return null;
    if (isThin && unspecific.has(word.replace(/s$/, '')) && others < 2) return null;
    return { wording: capitalised(wording), turned: turned[i] ?? false, vague: isThin };
  });
}

/** In neutral words: a noun phrase in full, or a deed in “-ing”. */
function labelOf(reading: Reading, names: MatterNames, object: IssueObject): string | null {
  if (object.is) return labelOf(reading, names, object.is);
  const { verb, head } = object;
  if (head !== null) {
    const bare = bareHeadOf(object);
    if (bare === null) return cut(plain(object.wording));
    const full = names.fullNameOf(bare.head, object.start, bare.owned);
    // "the companies' proposals": nobody could say which.
    if (full === null && bare.owned) return null;
    return cut(plain(full ?? object.wording));
  }
  if (!verb) return cut(plain(object.wording));
  const { inner } = object;
  // Whoever wants a bill passed is for the bill.
  if (
    inner &&
    inner.head !== null &&
    forwards.test(reading.clean.slice(verb.start, inner.start).trim().toLowerCase())
  )
    return labelOf(reading, names, inner);
  const innerHead = inner && inner.head !== null && inner.vague ? inner.head : null;
  const full =
    innerHead === null || !inner ? null : names.fullNameOf(innerHead, inner.start, false);
  const isGerund = /ing$/.test(verb.lower);
  const lead = isGerund ? verb.text.toLowerCase() : gerundOf(verb.lower);
  if (full !== null && inner && wordCount(full) <= 5) {
    const before = reading.text.slice(verb.end, inner.start);
    const behind = reading.text.slice(inner.end, Math.max(inner.end, object.end));
    const name = /^\S+ing\b/.test(full) ? null : full;
    if (name !== null) return cut(wordingOf(`${lead}${before}${name}${behind}`));
  }
  return cut(wordingOf(`${lead} ${reading.text.slice(verb.end, object.end).trim()}`));
}

/** "the bill", "the Commission's plan", "this proposal": the head, which another name may tell in full. */
function bareHeadOf({ head, vague, owned: isHers, wording: whole }: IssueObject): {
  readonly head: string;
  readonly owned: boolean;
} | null {
  if (head === null) return null;
  const wording = withoutPrice(whole);
  if (wording !== whole && wording.toLowerCase() === head) return { head, owned: false };
  const isLikeIt = /^(?:such|similar|same)\s\S+$/i.test(wording);
  if (vague || isLikeIt) return { head, owned: false };
  if (isHers) return unspecific.has(head.replace(/s$/, '')) ? { head, owned: true } : null;
  const owned = /^\S+(?:\s\S+){0,2}['’]s?\s(\S+)$/.exec(wording);
  if (owned?.[1]?.toLowerCase() === head && unspecific.has(head.replace(/s$/, '')))
    return { head, owned: true };
  return null;
}

function withoutPrice(wording: string): string {
  return wording.replace(price, '');
}

function plain(wording: string): string {
  const bare = withoutPrice(wordingOf(wording))
    .replace(size, '')
    .replace(leading, '')
    .replace(amount, '')
    .replace(leading, '');
  const over = /^(.*?)\s(?:over|amid|despite)\s/i.exec(bare);
  // "rail subsidy over objections", but "control over the port"
  return over?.[1] && !ruling.test(over[1]) ? over[1] : bare;
}

const ruling =
  /(?:control|power|authority|sovereignty|dispute|row|war|oversight|jurisdiction|rule|rights?)$/i;

/** No longer than is read at a glance: cut where a preposition hangs more on it. */
function cut(wording: string): string | null {
  const words = wording.split(/\s+/);
  if (words.length <= mostWords) return wording || null;
  for (let end = mostWords; end > 2; end--) {
    // "the accord between Iran and" names no accord.
    if (words.slice(0, end).some((word) => /^between$/i.test(word))) continue;
    if (
      /^(?:on|to|for|in|with|from|against|at|by|over|under|between|into|about|without|through|that|which|and|as)$/i.test(
        words[end] ?? ''
      )
    )
      return words.slice(0, end).join(' ');
  }
  return null;
}

/** Each in the words of the fullest one that speaks of the same. */
type Read = (wording: string) => ReadWording;

function joined(read: Read, labels: readonly (string | null)[]): (string | null)[] {
  const fullest = [...new Set(labels)]
    .flatMap((label) => label ?? [])
    .sort((a, b) => tells(read, b) - tells(read, a));
  // A bare word would join what has nothing else in common, so each is held against the fullest only.
  const kept: string[] = [];
  const wordingFor = new Map<string, string>();
  for (const label of fullest) {
    const known = kept.find((each) => isOne(read, each, label));
    wordingFor.set(label, known ?? label);
    if (known === undefined) kept.push(label);
  }
  return labels.map((label) => (label === null ? null : (wordingFor.get(label) ?? label)));
}

/** Up to so many words more tell more. */
function tells(read: Read, label: string): number {
  return Math.min(5, read(label).stems.size);
}

/** "mining that drains the valley" is not all mining, nor "the original order" the order. */
const narrower = /\sthat\s|\b(?:original|initial)\s/i;

function isOne(read: Read, one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  if (narrower.test(one) !== narrower.test(other)) return false;
  const [{ stems: a, head: headA }, { stems: b, head: headB }] = [read(one), read(other)];
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  if (fewer.size === 0) return false;
  const common = [...fewer].filter((stem) => more.has(stem)).length;
  const isSame = headA === headB;
  if (isSame)
    return common === fewer.size || (common > 1 && common >= fewer.size - 1 && fewer.size > 2);
  // "closing the school", "school closure": one deed, whichever word is its head.
  if (common === fewer.size && common > 1)
    return fewer.has(headA) && fewer.has(headB) && isDeed(one) !== isDeed(other);
  // "the fishing bill" and "fishing limits"
  const laws = [isLawStem(headA), isLawStem(headB)];
  if (laws[0] === laws[1]) return false;
  const telling = [...fewer].filter((stem) => !isLawStem(stem));
  return telling.length > 1 && telling.every((stem) => more.has(stem));
}

function isDeed(label: string): boolean {
  return /^\S+ing\s/i.test(label);
}

function capitalised(wording: string): string {
  return wording.replace(/^\p{Ll}(?!\p{Lu})/u, (letter) => letter.toUpperCase());
}
