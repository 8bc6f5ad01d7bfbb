/**
 * The language that a text is written in, by its script and its commonest words: enough for what a document
 * says of itself, and without models, whose loading takes longer than to print.
 */

/** UTF-16 units that are looked at. */
const looked = 6_000;
/** Of all words at least so many must be common ones of the language. */
const leastShare = 0.08;
/** And so many more than of the next. */
const lead = 1.25;

/** Scripts that one language is written in above all, in the order in which they decide. */
const scripts: readonly (readonly [script: string, language: string])[] = [
  ['Hebrew', 'he'],
  ['Greek', 'el'],
  ['Hangul', 'ko'],
  ['Hiragana', 'ja'],
  ['Katakana', 'ja'],
  ['Han', 'zh'],
  ['Thai', 'th'],
  ['Georgian', 'ka'],
  ['Armenian', 'hy'],
  ['Devanagari', 'hi'],
  ['Bengali', 'bn'],
  ['Tamil', 'ta'],
  ['Ethiopic', 'am']
];

const commonWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf(
    'the of and to in a is that for on was with as at by it from are be has have this which or but not were had will his they he she we who been would its there than'
  ),
  fr: setOf(
    'le la les de des du et est une un que qui dans pour sur par au aux avec ne pas ce cette ces il elle sont ont été son sa ses leur plus se nous vous mais ou où entre'
  ),
  de: setOf(
    'der die das und ist in zu den dem des ein eine einen einem einer nicht mit von auf für sich als auch es an werden aus er hat dass sie nach wird bei um am sind noch wie über so zum war haben nur oder aber vor zur bis'
  ),
  es: setOf(
    'el la los las de del y que en un una es por con para se no su al lo como más pero sus le ha este esta entre cuando muy sin sobre también fue son está'
  ),
  it: setOf(
    'il lo la i gli le di del della dei e che un una è per con in non si da al alla sono come più ma anche nel nella ha questo questa tra'
  ),
  pt: setOf(
    'o a os as de do da dos das e que em um uma é por com para se não no na ao mais como mas foi são está entre também pela pelo'
  ),
  nl: setOf(
    'de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij nog naar uit door over wordt deze dit heeft'
  ),
  pl: setOf(
    'i w na z się że do nie jest o to jak po co za od przez dla ale tym oraz są który która które'
  ),
  sv: setOf(
    'och att det i en som på är av för med den till inte har de ett om var från men kan så'
  ),
  tr: setOf('ve bir bu için ile de da olarak olan daha çok gibi ancak kadar sonra göre')
};

/** A BCP 47 tag; `null` where the words are too few or of none that it knows. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, looked);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return null;
  const isMostly = (script: string) =>
    count(sample, new RegExp(`\\p{Script=${script}}`, 'gu')) > letters / 2;
  if (isMostly('Arabic')) {
    if (/[ٹڈڑںے]/u.test(sample)) return 'ur';
    return /[پچژگ]/u.test(sample) && /[یک]/u.test(sample) ? 'fa' : 'ar';
  }
  if (isMostly('Cyrillic')) return cyrillic(sample);
  // Japanese is mostly Han at times, and kana tell it.
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample) && !isMostly('Latin')) return 'ja';
  const script = scripts.find(([name]) => isMostly(name));
  if (script) return script[1];
  return isMostly('Latin') ? latin(sample) : null;
}

function cyrillic(sample: string): string {
  const ukrainian = count(sample, /[іїєґ]/giu);
  const russian = count(sample, /[ыэёъ]/giu);
  if (ukrainian === 0 && russian === 0) return 'ru';
  return ukrainian > russian ? 'uk' : 'ru';
}

function latin(sample: string): string | null {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const shares = Object.entries(commonWords)
    .map(([language, common]) => ({
      language,
      share: words.filter((word) => common.has(word)).length / words.length
    }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  if (!first || first.share < leastShare || words.length < 5) return null;
  return first.share >= (second?.share ?? 0) * lead ? first.language : null;
}

/** Whether what is written in a language runs from right to left. */
export function isRightToLeft(language: string): boolean {
  return /^(?:ar|fa|he|iw|ur|yi|ps|sd|ug|dv|ckb|syr)(?:-|$)/iu.test(language);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
