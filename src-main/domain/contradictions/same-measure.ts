/**
 * When two figures are of one measure: a cautious guess, since two numbers of two measures are no
 * contradiction. Pure.
 *
 * A measure is read as the noun phrase that is counted or measured (its head), what is said of that (the
 * rest), names, and limits such as “first”, “per” or “without”. Heads and limits must be the same, the
 * rest of one must stand in the other's, and where one says where and the other does not, they must have
 * more than a verb in common.
 */
import { mayBeOneDay, type PartialDate } from '../base/values.js';
import type { Figure } from '../briefing/entries.js';
import { foldName } from '../text/fold-name.js';
import { areCompatible, quantityOf, sayTheSame } from '../text/read-quantity.js';

export type ComparedFigure = Pick<Figure, 'wording' | 'value' | 'unit' | 'measures' | 'date'>;

/**
 * What two figures for one measure and time say: `same` number, rounded at most, or numbers of which
 * only one can be right. `null` where they are not comparable, or where one allows the other.
 * @param ofOneSource whether both rest on one source alone, which seldom contradicts itself: then only
 * the very same words are one measure.
 */
export function compareFigures(
  one: ComparedFigure,
  other: ComparedFigure,
  ofOneSource: boolean
): 'same' | 'differ' | null {
  if (!tellsMeasure(one) || !tellsMeasure(other)) return null;
  const [a, b] = [readMeasure(one), readMeasure(other)];
  if (ofOneSource ? a.written !== b.written : !areOneMeasure(a, b)) return null;
  if (!overlap(one.date, other.date)) return null;
  const [first, second] = [quantityOf(one), quantityOf(other)];
  if (sayTheSame(first, second)) return 'same';
  return areCompatible(first, second) ? null : 'differ';
}

/** A whole sentence, with the number in it, does not tell what of it is measured. */
function tellsMeasure({ measures, wording }: ComparedFigure): boolean {
  return measures.trim() !== '' && !foldName(measures).includes(foldName(wording));
}

/**
 * Whether both have one unit and measure something with a word of it in common, as a correction and what it corrects do.
 * @param least words where what is counted is among them
 */
export function haveWordsInCommon(
  one: ComparedFigure,
  other: ComparedFigure,
  least: 1 | 2
): boolean {
  const [a, b] = [readMeasure(one), readMeasure(other)];
  if (a.own !== b.own) return false;
  const inOther = wordsRead(b);
  const common = [...wordsRead(a)].filter((word) => inOther.has(word));
  // The unit that is what is counted is one of the words.
  return common.length >= (a.own === null && one.unit.trim() !== '' ? least : 1);
}

/** Whether a sentence has all words of what a figure measures. */
export function tellsMeasureOf(sentence: string, figure: ComparedFigure): boolean {
  // What begins a sentence looks like a name.
  const wordsOfText = (text: string) =>
    wordsRead(read({ measures: text.toLowerCase(), unit: figure.unit }));
  const words = wordsOfText(figure.measures);
  return words.size > 0 && isIn(words, wordsOfText(sentence));
}

function wordsRead({ head, rest, names }: ReadMeasure): ReadonlySet<string> {
  return new Set([...head, ...rest, ...names]);
}

/** What is said of no time may be of any. */
function overlap(one: PartialDate | null, other: PartialDate | null): boolean {
  if (one === null || other === null) return true;
  return mayBeOneDay(one, other);
}

interface ReadMeasure {
  /** As written, folded, with the unit: what is the same here is one measure whatever else is read. */
  readonly written: string;
  /** Equal for all measures that may be the same. */
  readonly bucket: string;
  readonly head: ReadonlySet<string>;
  readonly rest: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
  /** See `ownUnit`. */
  readonly own: string | null;
  /** Then one word tells what it measures: “inflation”. */
  readonly isShareOrMoney: boolean;
}

const words = (list: string) => new Set(list.trim().split(/\s+/));

const empty = words(`
  a an the this that these those who whom which what whose and or as than it its they their them he his
  she her we our you your i my there of on to in at by from over into about through during between under
  for with among around across off out up near is are be been being was were am will would shall should
  can could may might must do does did has have had having s also so far now then just already currently
  some any all both each every such other alone only still number numbers figure rate rates level levels
  total proportion share percentage amount sum
`);
/** Start what is said of the head. */
const openers = words(`
  a an the of on to in at by from over into about through during between under for with without among
  around across off out near that who whom which whose as than per against before after since until not
  is are was were be been will would has have had can could may might must killed dead died missing sent
  built lost spent sold paid held left cut cast made given taken hurt hit bought won found kept born torn
  shot
`);
/** What makes another measure of the same words. */
const limiting = words(`
  not no never without against before after since until per average median mean first second third fourth
  fifth half quarter last next previous earlier later recent annual annually yearly monthly weekly daily
  hourly another additional more further extra new newly remaining rest least most maximum minimum peak
  record change rise fall year month week day hour century decade season
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
`);
/** Units that measure things rather than count them. */
const measuring = words(`
  year month week day hour minute second km kilometre kilometer mile metre meter m cm mm foot feet inch
  kg kilogram gram tonne ton pound ounce litre liter gallon barrel acre hectare degree knot mph kph mw gw kw
  megawatt gigawatt kilowatt volt time
`);
const oneMeaning: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    kill: 'killed dead die died dies dying death deaths fatality fatalities perished',
    injure: 'injured injury injuries wounded hurt',
    unemployment: 'unemployed jobless joblessness',
    rise: 'rise rose risen rising increase increased grew grown growth gain jumped',
    fall: 'fall fell fallen falling decline declined decrease decreased drop dropped',
    send: 'sent sends sending',
    build: 'built',
    lose: 'lost loss losses',
    spend: 'spent',
    sell: 'sold',
    pay: 'paid',
    hold: 'held',
    leave: 'left leaves leaving',
    flee: 'fled flees fleeing',
    make: 'made making',
    give: 'gave given giving',
    take: 'took taken taking',
    win: 'won winning',
    buy: 'bought',
    find: 'found',
    shoot: 'shot shooting',
    people: 'person persons',
    man: 'men',
    woman: 'women',
    child: 'children'
  }).flatMap(([meaning, forms]) =>
    [meaning, ...forms.split(' ')].map((form) => [form, meaning] as const)
  )
);
/** Say no more of money than that it is money. */
const ofMoney = words('package money funding funds worth');
/** Said of a person where a noun says it: “350 deaths” are people killed. */
const fates = new Set(['kill', 'injure']);
/** Measures of more words are sentences, which only the very same words make one. */
const mostWords = 14;

interface Read {
  readonly word: string;
  readonly plain: string;
  readonly isName: boolean;
}

const readBefore = new WeakMap<object, ReadMeasure>();

/** Equal for all figures that may be of one measure, so that few are compared. @param figure never changes. */
export function bucketOf(figure: Pick<Figure, 'measures' | 'unit'>): string {
  return readMeasure(figure).bucket;
}

/** Entries keep their identity while they stay as they are, so each is read once. */
function readMeasure(figure: Pick<Figure, 'measures' | 'unit'>): ReadMeasure {
  const known = readBefore.get(figure) ?? read(figure);
  readBefore.set(figure, known);
  return known;
}

function read({ measures, unit }: Pick<Figure, 'measures' | 'unit'>): ReadMeasure {
  const written = `${foldName(measures)}\n${foldName(unit)}`;
  const own = ownUnit(unit);
  const isMoney = own !== null && /\p{Sc}/u.test(own);
  const all = wordsOf(
    own === null && !startsWith(measures, unit) ? `${unit} ${measures}` : measures
  );
  const at = all.findIndex(
    ({ plain }, i) => openers.has(plain) || (i > 0 && /(?:ed|ing)$/.test(plain))
  );
  const end = at < 0 ? all.length : at;
  const head = new Set<string>();
  const rest = new Set<string>();
  const names = new Set<string>();
  const limits = new Set<string>();
  all.forEach(({ word, plain, isName }, i) => {
    if (/^\d/.test(plain) || limiting.has(plain) || limiting.has(word)) limits.add(word);
    else if (empty.has(plain) || (isMoney && ofMoney.has(plain))) return;
    else if (isName) names.add(plain);
    else if (i < end && !fates.has(word)) head.add(word);
    else rest.add(word);
  });
  // “Households that the storm left without power”
  if (limits.has('without')) rest.delete('leave');
  // “A death toll of 12” counts people.
  if ([...rest].some((word) => fates.has(word))) {
    head.delete('toll');
    if (head.size === 0) head.add('people');
  }
  return {
    ...{ written, head, rest, names, limits, own },
    bucket: [own ?? '', ...[...head].sort()].join(' '),
    isShareOrMoney: isMoney || own === '%' || own === 'points'
  };
}

/** Whether the two may be compared: never where that is in doubt. */
function areOneMeasure(one: ReadMeasure, other: ReadMeasure): boolean {
  if (one.written === other.written) return true;
  if (one.bucket !== other.bucket || !areEqual(one.limits, other.limits)) return false;
  if (sizeOf(one) > mostWords || sizeOf(other) > mostWords) return false;
  const [shorter, longer] = one.rest.size <= other.rest.size ? [one, other] : [other, one];
  if (!isIn(shorter.rest, longer.rest)) return false;
  const namesAreEqual = areEqual(one.names, other.names);
  if (namesAreEqual && shorter.rest.size === longer.rest.size) {
    return sizeOf(one) >= (one.isShareOrMoney ? 1 : 2);
  }
  // “Voters in Kallo” are not the voters who oppose the toll.
  if (shorter.rest.size === 0 || longer.rest.size > 2 * shorter.rest.size) return false;
  if (namesAreEqual) return sizeOf(shorter) >= 2;
  const oneIsNameless = one.names.size === 0 || other.names.size === 0;
  return oneIsNameless && shorter.rest.size >= 2;
}

function sizeOf({ head, rest, names }: ReadMeasure): number {
  return head.size + rest.size + names.size;
}

/** `null` of a unit that is what is counted. */
function ownUnit(unit: string): string | null {
  const folded = foldName(unit);
  if (folded === '') return null;
  if (/^(?:%|per\s?cent|pc)$/u.test(folded)) return '%';
  if (/^percentage points?$/u.test(folded)) return 'points';
  if (/^(?:us)?\$$|^usd$|^(?:us )?dollars?$/u.test(folded)) return '$';
  if (/^€$|^eur$|^euros?$/u.test(folded)) return '€';
  if (/^£$|^gbp$/u.test(folded)) return '£';
  if (/\p{Sc}/u.test(folded)) return folded;
  const [only, second] = wordsOf(folded);
  return only && !second && measuring.has(only.word) ? only.word : null;
}

function startsWith(measures: string, unit: string): boolean {
  return foldName(measures).startsWith(foldName(unit));
}

function wordsOf(text: string): readonly Read[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.,]\d+)*/gu)].map(([written], i) => {
    const plain = foldName(written);
    // The first word has a capital where somebody wrote the measure as a title.
    const isName = i > 0 && /^\p{Lu}/u.test(written) && !limiting.has(plain);
    return { plain, word: meaningOf(plain), isName };
  });
}

function meaningOf(word: string): string {
  const known = Object.hasOwn(oneMeaning, word) ? oneMeaning[word] : undefined;
  return known ?? stem(word);
}

/** Without the endings of plurals and verbs: crude, but the same for both measures. */
function stem(word: string): string {
  const plural =
    word.length > 3 ? word.replace(/(?<=[^aeious])ies$/, 'y').replace(/(?<![su])s$/, '') : word;
  if (limiting.has(plural) || measuring.has(plural)) return plural;
  const bare = plural.length > 4 ? plural.replace(/(?:ed|ing)$/, '') : plural;
  const single = bare.length < plural.length ? bare.replace(/([bdgmnprt])\1$/, '$1') : bare;
  return single.length > 3 ? single.replace(/e$/, '') : single;
}

function isIn(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  for (const word of some) if (!all.has(word)) return false;
  return true;
}

function areEqual(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && isIn(one, other);
}
