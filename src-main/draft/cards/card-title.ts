/**
 * The heading of a group of paragraphs, from its own words: "Starmer: additional sanctions on
 * Russia would be considered" for an attributed sentence, else the main clause of a sentence that
 * stands on its own. Works on English wording; other languages get the first clause.
 */
import { datelineLength } from '../outline/outline.js';
import { headingWidth, headline } from '../outline/headline.js';
import type { DraftCard } from '../../domain/suggestions/draft.js';
import { namesNobody } from '../../domain/text/name-words.js';

const saying =
  '(?:said|says|stated|indicated|suggested|argued|announced|warned|insisted|added|noted|told \\p{L}+|claimed|stressed|emphasi[sz]ed|explained|declared|maintained|acknowledged|confirmed|believes?|predicted|estimated|reiterated|cautioned|reported|concluded|held|ruled)';
/** Whoever speaks, up to 70 characters without a comma or quotation mark. */
const speaker = '([^,"“”]{2,70}?)';
/** "Speaker said that claim", or without "that" before a noun. */
const speakerFirst = new RegExp(
  `^${speaker} (?:also )?${saying}(?: that |(?= (?:the|an?|no|there|some|all|more) ) )(.+)$`,
  'u'
);
/** "Claim, Speaker said". */
const claimFirst = new RegExp(
  `^([^"]{15,300}?|["“][^"”]{8,300})(?=[,"”]),?(["”]?),? ${speaker} ${saying}\\b`,
  'u'
);
const openers =
  /^(?:however|meanwhile|separately|additionally|moreover|furthermore|in addition|for (?:his|her|its|their) part|also|still|nevertheless|by contrast|on \p{L}+day|but|and)(?:,\s+|\s+(?=the\s))/iu;
const introduction =
  /^(?:according to|following|after|before|despite|amid|in|on|at|with|as|while|when|although|though|since|during|under|for|by|if|prior to)\s[^,"“”;:]{3,90},\s+/iu;
const leansOnText =
  /^(?:he|she|it|they|this|that|these|those|his|her|their|its|the (?:remarks?|comments?|move|statement|decision|announcement))\b/iu;
const titles =
  /\b(?:president|minister|premier|chancellor|secretary|envoy|ambassador|senator|sen\.|representative|rep\.|governor|gov\.|mayor|judge|justice|professor|dr\.?|mr\.?|mrs\.?|ms\.?|chief|director|general|king|queen|prince|princess|pope|commissioner|spokes\p{L}+|leader|chairman|chair|economist|analyst)\b/iu;

/** `sentences` are the group's sentences in order, at least one. */
export function cardTitle(sentences: readonly string[]): string {
  const flat = sentences.map(withoutAsides);
  const independent = flat.find((sentence) => !leansOnText.test(sentence));
  return titleOf(independent ?? flat[0] ?? '');
}

function titleOf(sentence: string): string {
  const claim = attributedTitle(sentence);
  if (claim) return claim;
  const whole = headline(sentence);
  return capitalised(whole.length >= sentence.length - 1 ? whole : headline(mainClause(sentence)));
}

/** "Speaker: claim", or `null` when the sentence does not say who said what. */
function attributedTitle(sentence: string): string | null {
  const first = speakerFirst.exec(mainClause(sentence));
  if (first?.[1] && first[2]) return joined(first[1], first[2]);
  const last = claimFirst.exec(sentence);
  if (last?.[1] && last[3]) return joined(last[3], last[1] + (last[2] ?? ''));
  return null;
}

function joined(source: string, claim: string): string | null {
  if (namesNobody(source) || leansOnText.test(source)) return null;
  if (/\b(?:but|which|who|\p{Ll}+ed|was|were|is|are)\b/u.test(source)) return null;
  const name = shortName(source);
  return `${capitalised(name)}: ${headline(claim, headingWidth - name.length - 2)}`;
}

/** One line, without list marks, openers such as "However,", relative clauses and the weekday of a report. */
function withoutAsides(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ').trim();
  return line
    .slice(datelineLength(line))
    .replace(/^(?:[-*+•–—]|\d{1,3}[.)]) /, '')
    .replace(openers, '')
    .replace(/(?<=\p{L}), (?:which|who|whose|according to) [^,"“”]{3,90}, (?=\p{Ll})/u, ' ')
    .replace(
      / (?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= \p{L}+(?:ed|s)?\b)/u,
      ''
    )
    .replace(
      /(?<= (?:said|stated|announced|warned|argued)) (?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/u,
      ''
    );
}

/** The sentence without an introductory phrase, unless what is left would lean on it. */
function mainClause(sentence: string): string {
  const rest = sentence.replace(introduction, '');
  return rest.length < 20 || leansOnText.test(rest) ? sentence : rest;
}

/** "President Donald Trump" → "Trump"; groups and bare names stay as they are. */
function shortName(source: string): string {
  const words = source.split(' ');
  const name = words.at(-1) ?? source;
  const isTitled = titles.test(words.slice(0, -1).join(' ')) && /^\p{Lu}\p{Ll}/u.test(name);
  return isTitled && words.slice(-2).every((word) => /^\p{Lu}/u.test(word)) ? name : source;
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** What kind of card a piece of text makes, by cues in English wording, quotation marks and figures. */
type Kind = DraftCard['kind'];

/** Words that speak for a kind, with what each occurrence counts. The rest is context. */
const cues: readonly (readonly [Kind, number, RegExp])[] = [
  [
    'constraint',
    1.6,
    /\b(?:constraints?|constrained|requires?|required|requirements?|prohibit\w*|forbid\w*|barred|obstacles?|hurdles?|deadlines?|subject to|depends? on|bound by|cannot|ratif\w+|referendums?|two-thirds majority)\b/gi
  ],
  [
    'outcome',
    1.3,
    /\b(?:outcomes?|scenarios?|could (?:\w+ )?(?:emerge|lead|mean|follow|become|face|force|push|see|be)|may (?:\w+ )?(?:influence|lead|mean|be|follow|need)|might (?:\w+ )?(?:be|lead|mean)|risks? of|is likely to|are likely to|forecasts?|projected|expected to (?:rise|fall|grow|reach))\b/gi
  ],
  [
    'event',
    1.2,
    /\b(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)[’']s (?:\p{L}+ ){0,3}(?:meeting|summit|vote|talks|hearing)|will (?:meet|vote|visit|travel|begin|start|open|host|convene|hold|determine|decide)|agenda|scheduled|due to (?:meet|begin|vote|open)|is expected to (?:cover|meet|begin|vote|open|sign)|met (?:with|in|on)|held talks|took place|signed|resigned|was killed|were killed|was arrested|struck|collapsed|launched)\b/giu
  ],
  [
    'position',
    1,
    /\b(?:reject(?:s|ed)|oppos(?:es|ed|ing|ition)|support(?:s|ed)|back(?:s|ed) (?:the|a|his|her|their|its)|insist(?:s|ed)|demand(?:s|ed)|call(?:s|ed) (?:for|on)|argu(?:es|ed|ing)|urg(?:es|ed)|maintain(?:s|ed)|welcom(?:es|ed|ing)|condemn(?:s|ed)|characteri[sz]ed|want(?:s|ed) to|should|position|emphasi[sz](?:es|ed|ing)|indicate[sd]?|suggest(?:s|ed)|propos(?:es|ed)|said|says|stated|stating)\b/gi
  ],
  [
    'fact',
    0.9,
    /(?:\d[\d.,]*\s?(?:%|per ?cent\b|percent\b|million\b|billion\b|trillion\b|tonnes?\b|km\b)|[$€£¥]\s?\d|\b(?:three-quarters|two-thirds|half of|one in \p{L}+|ranks?|polls?|polling|survey|census|according to data|figures)\b|\b\d{2,}(?:,\d{3})*\b)/giu
  ]
];

export function cardKind(text: string): Kind {
  if (quotedShare(text) > 0.4) return 'quote';
  let best: Kind = 'context';
  let most = 0.8;
  for (const [kind, worth, pattern] of cues) {
    const score = worth * Math.sqrt(text.match(pattern)?.length ?? 0);
    if (score > most) [best, most] = [kind, score];
  }
  return best;
}

function quotedShare(text: string): number {
  const quoted =
    text.match(/[“„][^”“]{1,2000}[”“]|"[^"]{1,2000}"|«[^»]{1,2000}»|「[^」]{1,2000}」/gu) ?? [];
  return quoted.reduce((sum, quote) => sum + quote.length, 0) / Math.max(1, text.length);
}
