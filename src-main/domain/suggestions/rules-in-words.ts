/** What a suggestion says and how it was found, in words that a person can check against the text. */
import type { Draft } from './draft.js';
import { quoted } from '../terms/terms.js';
import type { DraftActor, DraftPosition } from './suggestion.js';

export function actorRule({ titles, type, mentions }: DraftActor): string {
  const [title] = titles;
  if (title !== undefined) return `a name with the title ${quoted(title)}`;
  if (type === 'group') return 'a word for a group that speaks';
  if (type === 'unknown') return 'someone who speaks, kind not known';
  const nouns = {
    person: 'a person',
    state: 'a state',
    organisation: 'an organisation',
    place: 'a place'
  };
  return `the name of ${nouns[type]}${mentions.length > 1 ? ', repeated' : ''}`;
}

/** What the stance rests on, and who is said to hold it. */
export function positionRule({ why, attribution }: DraftPosition, { attributions }: Draft): string {
  const quote = attributions.find(({ id }) => id === attribution);
  const said = quote?.rule
    .replace(/, passive$/, '')
    .split(' ')
    .at(-1);
  const isSaid = said === undefined || why.some((rule) => rule.split(' ').includes(said));
  return [...why, ...(quote && !isSaid ? [quote.rule] : [])].join('; ');
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

/** Verbs that are nothing else, in any form. */
const verb =
  /^(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|wr(?:ite|ites|ote)|(?:ask|add|insist|reject|accept|explain|warn)(?:s|ed)?|(?:announce|agree|argue|declare|refuse|believe)[sd]?|den(?:y|ies|ied)|th(?:ink|inks|ought))$/;

/** A rule of the drafter, such as `cue: said; negation: no`, in plain words. */
export function ruleInWords(rule: string): string {
  const parts = rule.split('; ');
  // Of several only the last is about who speaks; the others tell the stance.
  const speaks = parts.findLastIndex((part) => part.startsWith('cue: '));
  return parts
    .map((part, i) => partInWords(part) + (i === speaks ? ' with its speaker' : ''))
    .join('; ');
}

function partInWords(part: string): string {
  const [, name, words = ''] = /^([a-z ]+): (.+)$/su.exec(part) ?? [];
  switch (name) {
    case 'cue':
      return cueInWords(words);
    case 'condition':
      return `a condition, by ${quoted(words)}`;
    default:
      return part;
  }
}

function cueInWords(words: string): string {
  if (words === 'colon in a headline') return 'a colon in a headline';
  const passive = /^(.+), passive$/u.exec(words)?.[1];
  if (passive !== undefined) return `the passive verb ${quoted(passive)}`;
  if (words.includes(' ')) return `the words ${quoted(words)}`;
  return `the ${verb.test(words) ? 'verb' : 'word'} ${quoted(words)}`;
}

const verbs: Readonly<
  Record<DraftPosition['stance'], { readonly one: string; readonly many: string }>
> = {
  supports: { one: 'supports', many: 'support' },
  opposes: { one: 'opposes', many: 'oppose' },
  conditional: { one: 'sets conditions on', many: 'set conditions on' }
};

/** Where what follows the noun begins: "people familiar with the summit". */
const addition = / (?:of|in|from|at|on|with|for|to|who|that|familiar|close|briefed|present)\b/u;
/** A proper name, such as the United States, is one; "leaders" are many. */
const plural = /(?:^|\s)(?:people|police|\p{Ll}+[^s\P{Ll}]s)$/u;

/** What an actor does to an issue, in agreement with the actor's name. */
export function stanceVerb(actor: string, stance: DraftPosition['stance']): string {
  const noun = actor.split(addition, 1)[0] ?? actor;
  return verbs[stance][plural.test(noun) ? 'many' : 'one'];
}
