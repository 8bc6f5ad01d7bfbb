/**
 * The heading of a group of paragraphs, from its own words: "Starmer: additional sanctions on
 * Russia would be considered" for an attributed sentence, else the main clause of a sentence that
 * stands on its own. Works on English wording; other languages get the first clause.
 */
import { headingWidth, headline } from './headline.js';

const longestSource = 70;
const saying =
  'said|says|stated|indicated|suggested|argued|announced|warned|insisted|added|noted|told \\p{L}+|claimed|stressed|emphasi[sz]ed|explained|declared|maintained|acknowledged|confirmed|believes?|predicted|estimated|reiterated|cautioned|reported|concluded';
const when =
  "(?:\\s+(?:on|late|early|in|at|during|after)\\s+(?:[\\p{L}\\d’']+\\s+){0,4}?[\\p{L}\\d’']+)?(?:\\s+\\p{L}+day)?";
const attributed = new RegExp(
  `^(.{2,${longestSource}}?)\\s+(?:also\\s+)?(?:${saying})${when}\\s+that\\s+(.+)$`,
  'su'
);
const openers =
  /^(?:however|meanwhile|separately|additionally|moreover|furthermore|in addition|for (?:his|her|its|their) part|also|still|nevertheless|by contrast|on \p{L}+day|but|and)(?:,\s+|\s+(?=the\s))/iu;
const introduction =
  /^(?:according to|following|after|before|despite|amid|in|on|at|with|as|while|when|although|though|since|during|under|for|by|if|prior to)\s[^,"“”;:]{3,90},\s+/iu;
const leansOnText =
  /^(?:he|she|it|they|this|that|these|those|his|her|their|its|the (?:remarks?|comments?|move|statement|decision|announcement))\b/iu;
const titles =
  /\b(?:president|minister|premier|chancellor|secretary|envoy|ambassador|senator|sen\.|representative|rep\.|governor|gov\.|mayor|judge|justice|professor|dr\.?|mr\.?|mrs\.?|ms\.?|chief|director|general|king|queen|prince|princess|pope|commissioner|spokes\p{L}+|leader|chairman|chair|economist|analyst)\b/iu;

/** `sentences` are the group's sentences in order, at least one; longer sentences are cut by the caller. */
export function cardTitle(sentences: readonly string[]): string {
  const flat = sentences.map((sentence) => sentence.replace(/\s+/g, ' ').trim());
  const independent = flat.find((sentence) => !leansOnText.test(sentence.replace(openers, '')));
  return titleOf(independent ?? flat[0] ?? '');
}

function titleOf(sentence: string): string {
  const plain = sentence.replace(openers, '');
  const claim = attributedTitle(plain);
  if (claim) return claim;
  const short = headline(plain) === plain.replace(/\.$/, '');
  return capitalised(headline(short ? plain : mainClause(plain)));
}

/** "Speaker: claim", or `null` when the sentence does not say who said what. */
function attributedTitle(sentence: string): string | null {
  const m = attributed.exec(mainClause(sentence));
  if (!m?.[1] || !m[2] || /[,"“]/.test(m[1]) || leansOnText.test(m[1])) return null;
  const speaker = shortName(m[1]);
  const claim = headline(m[2], headingWidth - speaker.length - 2);
  return claim.endsWith('…') ? capitalised(headline(m[2])) : `${capitalised(speaker)}: ${claim}`;
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
  const isTitled =
    words.length > 1 && titles.test(words.slice(0, -1).join(' ')) && /^\p{Lu}\p{Ll}/u.test(name);
  return isTitled && words.slice(-2).every((word) => /^\p{Lu}/u.test(word)) ? name : source;
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
