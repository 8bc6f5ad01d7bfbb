/** The company that a name keeps: what the words around its mentions say of its kind. */
import type { Token } from '../reading/tagger.js';
import type { JudgedName } from './judge-name.js';
import { isListed } from './name-lists.js';
import { appositionBehind } from './type-of-name.js';
import { kindOfNoun, kindOfVerb } from './word-kinds.js';

const placePrepositions =
  /^(?:in|at|near|into|across|around|outside|toward|towards|to|from|inside|throughout)$/;
/** What only a person does; bodies say things too. */
const living =
  /^(?:became|died|married|grew|studied|met|moved|lived|wrote|sang|recalled|joked|smiled|laughed|replied|felt|thought|knew|loved|spent|graduated|won|retired|resigned|aged|born)$/;
/** Of a sentence on a match, where a city's name is its team's. */
const sport =
  /^(?:match|matches|game|games|season|coach|innings|inning|goal|goals|scored|score|champions|league|playoff|playoffs|quarter-final|semi-final|striker|goalkeeper|midfielder|quarterback|pitcher|wicket|wickets|halftime|half-time|defeated|beat|tournament|cup|championship|touchdown|referee|squad|team)$/;

/** Each as the share of the mentions, in steps: some, most. */
export function evidenceOfCompany(names: readonly JudgedName[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const seen of new Set(companyOf(name))) counts.set(seen, (counts.get(seen) ?? 0) + 1);
  }
  const most = names.length / 2;
  const steps = [...counts].flatMap(([seen, count]) => [
    `some ${seen}`,
    ...(count >= most ? [`most ${seen}`] : [])
  ]);
  return [...steps, `mentions ${names.length > 4 ? 'many' : names.length > 1 ? 'few' : 'one'}`];
}

function companyOf({ name: { sentence, first, last }, title, core }: JudgedName): string[] {
  const { tokens } = sentence;
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  const after = tokens[last + 2];
  const seen: string[] = [];
  const add = (label: string, holds: boolean | undefined) => {
    if (holds) seen.push(label);
  };
  const kind = (label: string, of: string | null) => {
    if (of !== null) seen.push(`${label} ${of}`);
  };
  add('titled', title !== null);
  add('first', first === 0);
  add('behind the', before?.lower === 'the');
  add('behind a', before && /^an?$/.test(before.lower));
  add('behind in', before && placePrepositions.test(before.lower));
  kind('behind', before && placePrepositions.test(before.lower) ? before.lower : null);
  add(
    'behind the in',
    before?.lower === 'the' && placePrepositions.test(tokens[first - 2]?.lower ?? '')
  );
  add('behind of', before?.lower === 'of');
  add(
    'behind a name and of',
    before?.lower === 'of' && /^\p{Lu}/u.test(tokens[first - 2]?.text ?? '')
  );
  add('behind by', before && /^(?:by|with)$/.test(before.lower));
  add('behind for', before?.lower === 'for');
  add('behind against', before && /^(?:against|versus|v|vs|over|beat)$/.test(before.lower));
  add('behind a quotation mark', before && /^[“‘"']$/.test(before.text));
  add(
    'between quotation marks',
    before && /^[“‘"']$/.test(before.text) && next && /^[”’"']$/.test(next.text)
  );
  add('behind its owner', before?.lower === "'s" || before?.pos === 'PRON');
  add('behind an adjective', before?.pos === 'ADJ');
  add('behind a noun', before?.pos === 'NOUN');
  if (before?.pos === 'NOUN') kind('behind noun of', kindOfNoun(before.lower));
  add('behind a verb', before?.pos === 'VERB');
  if (before?.pos === 'VERB') kind('object of', kindOfVerb(before.lemma));
  const ofWhat = before?.lower === 'of' ? tokens[first - 2] : undefined;
  const theOfWhat =
    before?.lower === 'the' && tokens[first - 2]?.lower === 'of' ? tokens[first - 3] : undefined;
  kind('of', ofWhat ? kindOfNoun(ofWhat.lower) : null);
  kind('of the', theOfWhat ? kindOfNoun(theOfWhat.lower) : null);
  add('lives', next && living.test(next.lower));
  add('acts', next?.pos === 'VERB' || next?.pos === 'AUX');
  const deed = next?.pos === 'VERB' ? kindOfVerb(next.lemma) : null;
  // Whoever speaks in an interview is a person; in the news bodies speak too.
  if (deed !== 'speech') kind('does', deed);
  add('owns', next?.lower === "'s");
  add('before a noun', next?.pos === 'NOUN');
  if (next?.pos === 'NOUN') kind('before noun of', kindOfNoun(next.lower));
  add(
    'is based there',
    next?.text === '-' && /^(?:based|born|led|backed|area|wide)$/.test(after?.lower ?? '')
  );
  add('before a bracket', next?.text === '(');
  add('between brackets', before?.text === '(' && next?.text === ')');
  add('before a place', next?.text === ',' && after && isPlace(after));
  add('behind a place', before?.text === ',' && isPlace(tokens[first - 2]));
  add('before who', (next?.text === ',' ? after : next)?.lower === 'who');
  add('before where', (next?.text === ',' ? after : next)?.lower === 'where');
  add('in a row', next && /^(?:and|,)$/.test(next.lower) && /^\p{Lu}/u.test(after?.text ?? ''));
  const called = appositionBehind(tokens, last);
  if (called) kind('called', kindOfNoun(headOf(tokens, called)?.lower ?? ''));
  const isSport = tokens.some(({ lower }) => sport.test(lower));
  add('in sport', isSport);
  add('a place in sport', isSport && isListed(core, 'places', 'towns'));
  return seen;
}

/** What stands before "of", "for", "in" and the like, else the last. */
function headOf(tokens: readonly Token[], [from, to]: readonly [number, number]) {
  for (let i = from; i < to; i++) if (tokens[i + 1]?.pos === 'ADP') return tokens[i];
  return tokens[to];
}

/** "foreign direct investment (FDI)": a thing. */
export function isShortForSmallLetters({ name, core }: JudgedName): boolean {
  const { first, sentence } = name;
  const { tokens } = sentence;
  if (tokens[first - 1]?.text !== '(' || !/^\p{Lu}{2,5}s?$/u.test(core)) return false;
  const letters = core.replace(/s$/, '').toLowerCase();
  const words = tokens.slice(Math.max(0, first - 1 - letters.length), first - 1);
  return (
    words.length === letters.length &&
    words.every(({ text }, i) => text.startsWith(letters[i] ?? ' '))
  );
}

function isPlace(token: Token | undefined): boolean {
  return (
    token !== undefined && /^\p{Lu}/u.test(token.text) && isListed(token.text, 'places', 'towns')
  );
}
