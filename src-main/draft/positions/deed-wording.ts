/** The deed that words tell of, by its verb in “-ing”: "closing the road", of "that the road be closed". */
import { cueLemmaOf } from '../attributions/cues.js';
import type { Reading } from '../reading/reading.js';
import { isTemporal } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';

/** "the road be closed to cars" → "closing the road to cars" */
export function inActive({ text }: Reading, words: readonly Token[]): string | null {
  const be = words.findIndex(({ lower }) => lower === 'be');
  const before = words[be - 1];
  const done = words[be + 1];
  const [first] = words;
  if (!first || !before || !done || !/(?:ed|en|ld|ut|pt|nt|de)$/.test(done.lower)) return null;
  const last =
    words[/^(?:to|should|must|would|could|can|not)$/.test(before.lower) ? be - 2 : be - 1];
  if (!last || words.slice(0, be).some(({ lower, pos }) => pos === 'VERB' || lower === 'not'))
    return null;
  const time = words.findIndex(
    (word, i) => i > be + 2 && (isTemporal(word) || word.text === 'May')
  );
  // "to trawlers from 1 May"
  const when = words.findLastIndex(({ pos }, i) => i < time && pos === 'ADP');
  const rest = words.slice(be + 2, when < be + 2 ? words.length : when);
  const behind =
    rest[0] && rest.length <= 5 && /^(?:ADP|PART)$/.test(rest[0].pos) && rest[0].lower !== 'by'
      ? rest
      : [];
  const end = behind.at(-1);
  const tail = end ? ` ${text.slice(behind[0]?.start, end.end)}` : '';
  return `${gerundOf(verbOfParticiple(done))} ${text.slice(first.start, last.end)}${tail}`;
}

function verbOfParticiple({ lower, lemma }: Token): string {
  if (lemma !== lower) return lemma;
  return cueLemmaOf(lower) ?? lower.replace(/ied$/, 'y').replace(/ed$/, '');
}

/** "cutting" of "cut" */
export function gerundOf(verb: string): string {
  if (/ie$/.test(verb)) return verb.replace(/ie$/, 'ying');
  if (/[^eoy]e$/.test(verb)) return verb.replace(/e$/, 'ing');
  const doubles =
    /^[^aeiou]*[aeiou][bdgmnprt]$/.test(verb) ||
    /(?:mit|(?:re|con|trans|de)fer|gin|bel|get|set|put|run|drop|ban|cut)$/.test(verb);
  return `${verb}${doubles ? verb.slice(-1) : ''}ing`;
}

/** "cut" of "cutting" */
export function lemmaOfGerund({ lower, lemma }: Token): string {
  return lemma === lower ? lower.replace(/ing$/, '').replace(/([bdgmnpt])\1$/, '$1') : lemma;
}
