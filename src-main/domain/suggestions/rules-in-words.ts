/** How a suggestion was found, in words that a person can check against the text. */
import type { Draft } from '../draft.js';
import { quoted } from '../terms.js';
import type { DraftActor, DraftPosition } from './suggestion.js';

export function actorRule({ titles, type, mentions }: DraftActor): string {
  const [title] = titles;
  if (title !== undefined) return `a name with the title ${quoted(title)}`;
  if (type === 'group') return 'a word for a group that speaks';
  if (type === 'unknown') return 'someone who speaks, kind not known';
  const nouns = { person: 'person', state: 'state', organisation: 'organisation', place: 'place' };
  return mentions.length > 1
    ? `the name of a ${nouns[type]}, repeated`
    : `the name of a ${nouns[type]}`;
}

/** What the stance rests on, and who is said to hold it. */
export function positionRule({ why, attribution }: DraftPosition, { attributions }: Draft): string {
  const quote = attributions.find(({ id }) => id === attribution);
  return [...why, ...(quote ? [quote.rule] : [])]
    .filter((rule, i, all) => all.indexOf(rule) === i)
    .join('; ');
}

export function dateRule({ anchor }: Draft['dates'][number]): string {
  switch (anchor) {
    case 'explicit':
      return 'a date as written';
    case 'article-date':
      return 'counted from the day of the article';
    case 'none':
      return 'the article does not say of which day it is';
  }
}
