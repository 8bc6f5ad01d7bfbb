/** How much a figure tells at a glance. */
import type { Draft } from '../../domain/suggestions/draft.js';

const people =
  /\b(?:people|persons?|civilians?|deaths?|victims?|refugees?|troops|soldiers|workers|patients|votes?|cases|homes|jobs)\b/iu;
const many =
  /\b(?:members|students|inhabitants|residents|households|voters|visitors|users|subscribers|families|children|women|men|passengers|speakers|fans|employees)\b/iu;
const time =
  /\b(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|seconds?|century|centuries|decades?|generations?|year-old|o['’]clock|hr)\b/iu;
/** Counts that say nothing by themselves, such as “3 times” and “two reasons”. */
const vague =
  /^(?:times?|things?|ways?|reasons?|points?|parts?|kinds?|types?|sorts?|steps?|more|different|other|main|categories|versions?|vols?|volumes?|pages?|chapters?|sections?|AD|BC|BCE|CE)\b/u;
/** “vehicles a day” are counted as vehicles. */
const rate = /(?:-an?-| (?:an?|per|each) )[^$]*$/u;
/** UTF-16 units of what stands before it. */
const before = 30;
/** What is counted in fewer is told by the words around it. */
const least = 10;

/** Nothing, 0, to a figure that stands for the story, 3: shares, money and numbers of people. */
export function worthOf(text: string, figure: Draft['figures'][number]): number {
  const { value, text: wording } = figure;
  const unit = figure.unit.replace(rate, '');
  if (/%|per ?cent/i.test(unit) || /[$€£¥₹]/.test(wording)) return 3;
  if (isName(text, figure) || isYear(text, figure)) return 0;
  if (/(?:million|billion|trillion|thousand)/i.test(wording) && !time.test(unit)) return 3;
  if (people.test(unit)) return value < 2 ? 0 : 3;
  if (many.test(unit)) return value < least ? 0 : 3;
  // “a 12-hour flight”
  if (/\d-\p{L}|\p{L}-(?:year|month|week|day|hour|minute)s?\b/u.test(wording)) return 0;
  if (time.test(unit) || vague.test(unit)) return 0;
  if (!/\d/.test(wording)) {
    const isRough = /\b(?:quarters?|thirds?|half(?!-)|tens?|dozens?|hundreds?|thousands?|twice)\b/i;
    return isRough.test(wording) && !/^an? /i.test(wording) ? 2 : 0;
  }
  return value < least ? 0 : 2;
}

/** “Category 3 storm”, “Wave 1 of”, “30 Rock”, “348 Leo”: a number within a name. */
function isName(text: string, { start, unit }: Draft['figures'][number]): boolean {
  const words = text.slice(Math.max(0, start - before), start);
  // Money that was not read as such: “$ 800 rent”.
  if (/[$€£¥₹]\s*$/u.test(words)) return true;
  const word = /(?:^|[\s"“(])(\p{Lu}\p{Ll}+) $/u.exec(words)?.[1];
  const isOpener =
    word === undefined ||
    /^(?:About|After|At|By|Over|In|From|Of|Only|Some|Nearly|The|Between|Within|With|For|All|Another|Almost|Around|More|Less|Than|Up|Under|Just|Some|These|Those|Its|His|Her|Their|Our|My|Last|And|But|Or|To|On|As|Roughly|Approximately|Since|Until|Before|There|Today|Now|Then)$/.test(
      word
    );
  // “12 Democrats”, “180 Officers” count; a lone name does not.
  const isLoneName =
    /^\p{Lu}/u.test(unit) && !/s\b/u.test(unit) && !/^(?:[A-Z]{1,2}|°?[CF])$/.test(unit);
  return !isOpener || isLoneName;
}

/** “In 348 Leo died”. */
function isYear(text: string, { start, text: wording, unit }: Draft['figures'][number]): boolean {
  return (
    /^\d{3,4}(?:\s\p{Lu}|$)/u.test(wording) &&
    (unit === '' || /^\p{Lu}/u.test(unit)) &&
    /\b(?:in|by|since|until|from|around|circa|after|before)\s$/iu.test(
      text.slice(Math.max(0, start - 10), start)
    )
  );
}
