/** A question such as “who opposes a ceasefire?” as the filters that it means. Pure. */
import type { Stance } from '../briefing/entries.js';

/** What is asked, as people put it. */
const verbs: readonly (readonly [string, Stance])[] = [
  ['conditionally supports?', 'conditional'],
  ['supports?', 'supports'],
  ['(?:opposes?|(?:is|are) against)', 'opposes'],
  ['(?:is|are) neutral (?:on|about)', 'neutral'],
  ['(?:is|are) unclear (?:on|about)', 'unclear']
];
const questions = verbs.map(
  ([verb, stance]) => [new RegExp(`^\\s*who ${verb}(?=[\\s?]|$)(.*)$`, 'isu'), stance] as const
);
/** They say nothing of what is asked about, and the wording of an issue may lack them. */
const little = new Set(['a', 'an', 'the', 'that', 'this', 'it', 'to', 'of', 'on', 'in']);

/**
 * The same in the language of searches: `stance:opposes issue:ceasefire`, with each word for itself, since
 * an issue may word it otherwise. Filters and phrases in it are kept. What is no such question comes back
 * as it is.
 */
export function filtersOfQuestion(text: string): string {
  for (const [question, stance] of questions) {
    const about = question.exec(text)?.[1]?.replace(/\?\s*$/, '');
    if (about === undefined) continue;
    const parts = about.match(/\w+:\s*(?:"[^"]*"?|\S+)|"[^"]*"?|\S+/gu) ?? [];
    const asked = parts
      .filter((part) => !little.has(part.toLowerCase()))
      .map((part) => (/^\w+:/u.test(part) ? part : `issue:${part}`));
    return [`stance:${stance}`, ...asked].join(' ');
  }
  return text;
}
