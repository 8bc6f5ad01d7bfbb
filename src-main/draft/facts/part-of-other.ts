/** Numbers that are part of something else and no figure: of a score, an age, a year, a room. */
import type { NumberGroups } from './written-figures.js';

/** “a 6-3 decision”: the first is the greater, or it is said to be one. */
const scored =
  /^\s(?:decisions?|rulings?|votes?|verdicts?|judge?ments?|majority|split|tie|draw|wins?|victory|defeat|loss|lead|margin|opinion|scoreline)\b/;

function isScore(before: string, digits: string, after: string): boolean {
  const first = /(?<![\d.,])(\d{1,3})[–-]$/.exec(before)?.[1];
  return first !== undefined && (Number(first) >= Number(digits) || scored.test(after));
}

/** A year, a clock time, an ordinal, a range's half, "no one", "one of them": no figures. */
export function isPartOfOther(
  text: string,
  from: number,
  to: number,
  groups: NumberGroups
): boolean {
  const before = text.slice(Math.max(0, from - 14), from).toLowerCase();
  const after = text.slice(to, to + 24).toLowerCase();
  const plain = !groups['share'] && !groups['currency'] && !groups['magnitude'];
  // "a 42-year-old man", "a six-figure sum"
  if (
    plain &&
    /^-(?:(?:year|month|week|day)s?-old|figure|digit|pronged|sided|fold|star|way)/.test(after)
  )
    return true;
  if (groups['digits']) {
    if (plain && isScore(before, groups['digits'], after)) return true;
    // "the 2014–15 season"
    if (plain && /\b(?:1[5-9]|20)\d{2}[–-]$/.test(before)) return true;
    if (/^(?:st|nd|rd|th)\b|^:\d|^\/\d|^-\d{1,2}\b(?!\d)|^,\d/.test(after) && plain) return true;
    if (/^\s?(?:a\.?m|p\.?m|o'clock)\b/.test(after)) return true;
    if (
      plain &&
      /^(?:1[5-9]|20)\d{2}$/.test(groups['digits']) &&
      !/^\s+(?:[a-z]+-)?[a-z]{3,}s\b/.test(after)
    )
      return true;
    if (
      plain &&
      /\b(?:article|section|chapter|page|no\.|number|room|flight|resolution|route|highway|part|act|level|phase|day|covid-?|g|f-|mp|lot)\s?$/.test(
        before
      )
    )
      return true;
    return (
      /^\p{L}/u.test(after) &&
      !/^(?:kg|km|m|cm|mm|c|f|mw|gw|kw|mph|kph|ft|lb|oz|g|l)\b/.test(after) &&
      plain
    );
  }
  if (groups['words'] && plain) {
    // "one strategist", "the two sides": no count that anybody would check.
    if (/^one$/i.test(groups['words'])) return !/^ (?:in|out of) \w/.test(after);
    const pair = /^ (?:sides|countries|men|women|leaders|nations|parties|other)\b/;
    return /^two$/i.test(groups['words']) && pair.test(after);
  }
  return false;
}
