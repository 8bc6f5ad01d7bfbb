/** Where the article says that a position changed: two stances on one issue, and the words of change. */
import type { FoundActor } from '../actors/actor.js';
import type { FindActor } from '../actors/find-actors.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import type { FoundPosition } from './find-positions.js';

export interface FoundChange {
  readonly marker: Range;
  readonly actor: FoundActor;
  readonly before: FoundPosition;
  readonly after: FoundPosition;
  readonly confidence: number;
}

/** Says outright that there was a change. */
const changed =
  /\b(?:(?:has|have|had) (?:\p{L}+ )?(?:evolved|changed|shifted|softened|hardened|reversed|wavered)|revers(?:es|ed|ing) (?:course|(?:his|her|their|its|a) (?:position|stance|decision|opposition))|chang(?:es|ed) (?:his|her|their|its) (?:mind|position|stance|tune|view)|backtrack(?:s|ed)|back-?ped(?:als|alled|aled)|flip-flopped|walk(?:s|ed) back|U-turns?|switch(?:es|ed) (?:sides|(?:his|her|their|its) (?:vote|position|stance|support))|c[ao]mes? (?:a)?round|no longer (?:supports?|opposes?|backs?|demands?|insists?|wants?)|drop(?:s|ped) (?:\p{L}+ ){0,3}?(?:demands?|opposition|support|insistence|objections?)|abandon(?:s|ed) (?:\p{L}+ ){0,3}?(?:demands?|opposition|support|position|plan)|withdr(?:aws|ew) (?:\p{L}+ ){0,2}?(?:support|opposition|objections?)|soften(?:s|ed) (?:his|her|their|its) (?:stance|position|tone)|in a (?:reversal|shift|U-turn|change)|a (?:sharp |marked )?(?:reversal|shift|departure) (?:from|in))\b/iu;
/** Speaks of what was said before. */
const formerly =
  /\b(?:previously (?:said|indicated|opposed|supported|argued|called|insisted|rejected|demanded|backed)|once (?:supported|opposed|called|said|backed)|had (?:previously |earlier |long |initially )?(?:said|indicated|argued|insisted|opposed|supported|called|demanded|rejected|promised|wanted|backed|favou?red|refused|vowed|ruled out)|initially (?:said|opposed|supported|rejected|refused|backed)|used to (?:say|support|oppose|back))\b/iu;
/** More than this is no article, and each costs a look at all positions. */
const mostChanges = 30;
/** Before what was so then. */
const long =
  /\b(?:initially|previously|originally|earlier|once|long|at first|last year|in (?:19|20)\d\d)\s*,?\s*(?:\p{L}+\s)?$/iu;
/** UTF-16 units before a verb that may still tell when it was so. */
const besideCue = 24;
/** Sentences between the marker and the positions it is about. */
const reach = 3;

/** The positions that stand, and the changes among them: what was held before is kept only as a change tells of it. */
export function settleChanges(
  reading: Reading,
  told: readonly FoundPosition[],
  findActor: FindActor
): { readonly positions: readonly FoundPosition[]; readonly changes: readonly FoundChange[] } {
  const changes = findChanges(reading, told, findActor);
  const earlier = new Set(changes.map(({ before }) => before));
  const turned = changes.flatMap(({ after }) => (told.includes(after) ? [] : [after]));
  const standing = told.filter((position) => !position.former || earlier.has(position));
  return {
    positions: [...standing, ...turned].sort((a, b) => a.evidence.start - b.evidence.start),
    changes
  };
}

function findChanges(
  { clean, sentences }: Reading,
  positions: readonly FoundPosition[],
  findActor: FindActor
): FoundChange[] {
  const found: FoundChange[] = [];
  for (const sentence of sentences) {
    if (found.length === mostChanges) break;
    const text = clean.slice(sentence.start, sentence.end);
    const outright = changed.exec(text);
    const match = outright ?? formerly.exec(text);
    const earlier = positions.find(({ former, sentence: at }) => former && at === sentence.index);
    const now = positions.find(
      ({ cue, sentence: at }) =>
        cue !== null &&
        at === sentence.index &&
        /\bnow\s$/i.test(clean.slice(cue.start - 5, cue.start))
    );
    const marker = match
      ? {
          start: sentence.start + match.index,
          end: sentence.start + match.index + match[0].length
        }
      : (earlier?.cue ?? now?.cue);
    if (!marker || isDenied(clean, sentence, marker)) continue;
    const actor = actorOf(sentence, marker, positions, findActor);
    if (!actor) continue;
    const near = positions.filter((position) => isNear(position, actor, sentence));
    const former = near.find((position) => isFormer(clean, sentences, position));
    const before = former ?? (outright || now ? contraryBefore(near) : undefined);
    const after =
      before &&
      near.find(
        (position) =>
          position !== before &&
          position.stance !== before.stance &&
          position.sentence >= before.sentence &&
          isOneIssue(position.issue, before.issue) &&
          !isFormer(clean, sentences, position)
      );
    if (!after && outright) {
      const turned = turnedBy(clean, sentence, marker, near);
      if (turned) found.push({ marker, actor, ...turned, confidence: 0.7 });
    }
    if (!before || !after) continue;
    if (found.some((change) => change.before === before && change.after === after)) continue;
    found.push({ marker, actor, before, after, confidence: outright ? 0.8 : 0.65 });
  }
  return found;
}

function isNear(position: FoundPosition, actor: FoundActor, { index }: Sentence): boolean {
  return position.actor === actor && Math.abs(position.sentence - index) <= reach + 1;
}

/** "has not changed her mind", "refused to reverse course": there was no change. */
function isDenied(clean: string, { start }: Sentence, marker: Range): boolean {
  return (
    unchanged.test(clean.slice(Math.max(start, marker.start - 40), marker.start)) ||
    /(?:\bnot|n't|\bnever)\b/.test(clean.slice(marker.start, marker.end))
  );
}

const unchanged =
  /\b(?:not|n't|never|[Nn]obody|[Nn]o|without|refus\w*|declin\w*|den(?:y|ied|ies)|whether|[Ii]f|[Uu]nless|might|may|could|would|urg\w+|call\w* (?:on|for))\s(?:[^,;:.]*\s)?$/;
/** Give up what was opposed, or what was supported; all other words of change may turn either. */
const toSupport = /\b(?:opposition|objections?|a?round|no longer opposes?)$/i;
const fromSupport = /\b(?:support|no longer (?:supports?|backs?))$/i;
/** What came after something else came before it. */
const inOrder = /[.;]|(?<!\bha[sdv]e? )\b(?:after|because|having|since|when|if)\b/i;

/** "backed the mine in 2021, said she had changed her mind": the other side, which the words of change tell. */
function turnedBy(
  clean: string,
  { index, start, end }: Sentence,
  marker: Range,
  near: readonly FoundPosition[]
): Pick<FoundChange, 'before' | 'after'> | null {
  // "had changed" is of a mind, or of the weather.
  const told = turningMind.exec(clean.slice(marker.start, Math.min(end, marker.end + 24)));
  if (!told || marker.start + told.index > marker.end) return null;
  const words = told[0];
  const before = near.findLast(
    ({ stance, sentence, evidence, cue, former }) =>
      sentence === index &&
      stance !== 'conditional' &&
      cue !== null &&
      evidence.end <= marker.start &&
      (former || /(?:ed|was|were)\b/.test(clean.slice(cue.start, cue.end))) &&
      !inOrder.test(clean.slice(evidence.end, marker.start))
  );
  if (!before) return null;
  const wasFor = before.stance === 'supports';
  if ((wasFor && toSupport.test(words)) || (!wasFor && fromSupport.test(words))) return null;
  const pause = clean.slice(marker.end, end).search(/[,;:.!?—–”]/);
  const evidence = {
    start: Math.max(start, before.evidence.end),
    end: pause < 0 ? end : marker.end + pause
  };
  const lead = /^[\s,;—–]*(?:(?:and|but|yet)\s)?/.exec(clean.slice(evidence.start, evidence.end));
  const range = { ...evidence, start: evidence.start + (lead?.[0].length ?? 0) };
  return {
    before,
    after: {
      ...before,
      stance: wasFor ? 'opposes' : 'supports',
      statement: clean.slice(range.start, range.end).replace(/\s+/g, ' '),
      evidence: range,
      cue: marker,
      former: false,
      attribution: null,
      why: [`change: ${words.toLowerCase()}`],
      confidence: Math.min(0.7, before.confidence)
    }
  };
}

const turningMind =
  /\bchang(?:es|ed) (?:his|her|their|its) (?:mind|position|stance|tune|view)\b|\brevers(?:es|ed) (?:course|(?:his|her|their|its) (?:position|stance|opposition|support|decision))\b|\bswitch(?:es|ed) (?:sides|(?:his|her|their|its) (?:vote|position|support|stance))\b|\bc[ao]mes? (?:a)?round\b|\b(?:drop(?:s|ped)|withdr(?:aws|ew|awn)|abandon(?:s|ed)) (?:\p{L}+ ){0,2}?(?:opposition|objections?|support)\b|\bno longer (?:supports?|opposes?|backs?)\b/iu;

function isFormer(
  clean: string,
  sentences: readonly Sentence[],
  { cue: words, sentence: index, former }: FoundPosition
): boolean {
  if (former) return true;
  if (!words) return false;
  const cue = clean.slice(words.start, words.end);
  if (/^(?:had|once|previously|initially|used to)\b/i.test(cue)) return true;
  // "initially opposed the dam but now supports it": only of what stands beside the words.
  const from = Math.max(sentences[index]?.start ?? 0, words.start - besideCue);
  const [beside = ''] = /[^,;:.]*$/.exec(clean.slice(from, words.start)) ?? [];
  return formerly.test(`${beside}${cue}`) || long.test(beside);
}

/** Where words say that there was a change, the first of two stances that differ on one issue. */
function contraryBefore(near: readonly FoundPosition[]): FoundPosition | undefined {
  return near.find((one, i) =>
    near.slice(i + 1).some((other) => other.issue === one.issue && other.stance !== one.stance)
  );
}

/** Whoever stands before the marker in the sentence, else whoever speaks in it or right after it. */
function actorOf(
  sentence: Sentence,
  marker: Range,
  positions: readonly FoundPosition[],
  findActor: FindActor
): FoundActor | null {
  const speaker = positions.find(
    ({ sentence: index, cue }) =>
      index === sentence.index && cue !== null && cue.start < marker.end && marker.start < cue.end
  );
  if (speaker) return speaker.actor;
  const named = findActor({ start: sentence.start, end: marker.start });
  const speaks = (actor: FoundActor | null) =>
    actor !== null && positions.some((position) => isNear(position, actor, sentence));
  const owner = ownerBefore(sentence, marker, findActor);
  if (speaks(owner)) return owner;
  if (speaks(named)) return named;
  return (
    positions.find(
      (position) =>
        position.sentence > sentence.index && position.sentence - sentence.index <= reach
    )?.actor ??
    owner ??
    named
  );
}

/** "Trump's position has evolved" */
function ownerBefore(
  { tokens, start }: Sentence,
  marker: Range,
  findActor: FindActor
): FoundActor | null {
  const mark = tokens.find(({ lower, end }) => lower === "'s" && end <= marker.start);
  return mark ? findActor({ start, end: mark.start }) : null;
}

/** Whether two wordings share a word that says what they are about. */
function isOneIssue(a: string, b: string): boolean {
  const words = contentWords(b);
  return [...contentWords(a)].some((word) => words.has(word));
}

function contentWords(wording: string): Set<string> {
  const words = wording.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?:es|s|ing|ed)$/, '')));
}
