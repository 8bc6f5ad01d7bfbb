/**
 * What every step of the history is called, where it is seen, and in which fields it can be taken back. The
 * words go on from “Undid:” and “Undo”. Over 300 lines because all steps are named in one table, in one manner.
 */
import type { Briefing, Submission } from '../../../src-main/domain/briefing/briefing.js';
import type { Outcome } from '../../../src-main/domain/briefing/entries.js';
import { cutToLength } from '../../../src-main/domain/text/cut-to-length.js';
import {
  fieldOf,
  ownField,
  replyField,
  type FieldKey
} from '../../../src-main/domain/briefing/field.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import type { StepKind } from '../../cards/cut-words.js';
import type { History } from './history.js';
import { detailWords, judgementWords, submissionWords } from './page-one-parts.js';
import type { ViewOrDrawer } from './view.js';

export interface StepName {
  /** Worked out when they are asked for; the states are those around the step. */
  readonly words: (before: Briefing, after: Briefing) => string;
  readonly place: StepPlace;
  readonly fields: readonly FieldKey[];
  /** Whether it is nothing but typing in its one field. */
  readonly isTyping: boolean;
}

/** The step that undo (`past`) or redo (`future`) comes to next, in words; `null` for none. */
export function wordsOfNext(
  { past, present, future }: History<Briefing, StepName>,
  way: 'past' | 'future'
): string | null {
  const step = way === 'past' ? past.at(-1) : future[0];
  if (!step) return null;
  const { state, what } = step;
  return way === 'past' ? what.words(state, present) : what.words(present, state);
}

const sourceWords = {
  title: 'title',
  publisher: 'publisher',
  author: 'author',
  url: 'address',
  published: 'day',
  accessed: 'day of access',
  language: 'language',
  unnamedPeople: 'description of unnamed people',
  reliability: 'reliability',
  credibility: 'credibility',
  updates: 'earlier version'
} as const;
const nameWords = {
  name: 'name',
  wording: 'wording',
  type: 'type',
  aliases: 'aliases',
  tags: 'tags',
  note: 'note',
  speaksFor: 'affiliation'
} as const;
const outcomeWords = {
  likelihood: 'likelihood',
  confidence: 'confidence',
  horizon: 'day',
  evidence: 'evidence'
} as const;
const cardTextWords: Readonly<Record<StepKind, string>> = {
  typing: 'text of',
  deleting: 'text of',
  paste: 'paste into',
  cut: 'cut from',
  move: 'moved text in',
  format: 'format in'
};
const headPlace: StepPlace = { what: 'head' };

export const named = {
  detail(part: keyof typeof detailWords): StepName {
    return { ...typing(() => detailWords[part], headPlace, ownField(part)) };
  },
  submission: (part: keyof Submission) =>
    typing(() => submissionWords[part], { what: 'submission' }, ownField(`submission/${part}`)),
  judgementAdded: (id: Id) => plain(() => 'adding a key judgement', at('judgement', id)),
  judgementRemoved: (id: Id) => plain(() => 'removing a key judgement', at('judgement', id)),
  judgementMoved: (id: Id) => plain(() => 'moving a key judgement', at('judgement', id)),
  judgementPart: (id: Id, part: keyof typeof judgementWords) =>
    typing(
      () => `${judgementWords[part]} of a key judgement`,
      at('judgement', id),
      fieldOf('keyJudgements', id, part)
    ),
  /** Of the outcome that it is about. */
  judgedOutcome: (id: Id, outcomeId: Id, part: keyof Outcome) =>
    typing(
      (...b) => `${part === 'statement' ? 'words' : part} of ${outcome(b, outcomeId)}`,
      at('judgement', id),
      fieldOf('outcomes', outcomeId, part)
    ),
  yardstick: () => plain(() => 'words of likelihood', viewed('registers')),

  cardText(id: Id, step: StepKind): StepName {
    const field = fieldOf('cards', id, 'text');
    return typing((...b) => `${cardTextWords[step]} ${card(b, id)}`, at('card', id), field);
  },
  cardHeading(id: Id): StepName {
    const field = fieldOf('cards', id, 'heading');
    return typing((...b) => `heading of ${card(b, id)}`, at('card', id), field);
  },
  cardPortionMark(id: Id): StepName {
    const field = fieldOf('cards', id, 'portionMark');
    return typing((...b) => `marking of ${card(b, id)}`, at('card', id), field);
  },
  cardKeyPoint(id: Id): StepName {
    const field = fieldOf('cards', id, 'keyPoint');
    return typing((...b) => `key point of ${card(b, id)}`, at('card', id), field);
  },
  cardKind: (id: Id) => inCard(id, 'kind of'),
  cardAdded: (id: Id) => plain((...b) => `adding ${card(b, id)}`, at('card', id)),
  cardRemoved: (id: Id) => plain((...b) => `deleting ${card(b, id)}`, at('card', id)),
  bottomLineConfirmed: () => plain(() => 'confirming the bottom line', headPlace),
  cardConfirmed: (id: Id) => plain((...b) => `confirming ${card(b, id)}`, at('card', id)),
  lineConfirmed: (id: Id, words: string, isRight: boolean) =>
    plain(
      () => `${isRight ? 'confirming' : 'taking back the confirmation of'} the line ${cut(words)}`,
      at('card', id)
    ),
  cardMoved: (id: Id) => plain((...b) => `moving ${card(b, id)}`, at('card', id)),
  cardSplit: (id: Id, added: Id) => inCard(id, 'splitting', added),
  draftedIn: (title: string) => plain(() => `the draft of ${cut(title)}`, headPlace),
  wordsAdded: (id: Id, words: string) => inCard(id, `adding ${cut(words)} to`),
  draftDeclined: (title: string) =>
    plain(() => `setting the draft of ${cut(title)} aside`, headPlace),
  wordsDeclined: (words: string) => plain(() => `setting ${cut(words)} aside`, viewed('brief')),
  cardsMerged: (id: Id) => inCard(id, 'merging the next card into'),

  highlight: (id: Id) => onWords(id, 'highlight of'),
  kind: (id: Id) => onWords(id, 'kind of the annotation on'),
  annotationRemoved: (id: Id) => onWords(id, 'deleting the annotation on'),
  annotationPlaced: (id: Id) => onWords(id, 'new place of the annotation on'),
  wordsAccepted: (id: Id) => onWords(id, 'accepting the words'),
  wordsKept: (id: Id) => onWords(id, 'card of the words'),
  links: (id: Id) => onWords(id, 'links on'),
  note(id: Id): StepName {
    const field = fieldOf('annotations', id, 'note');
    return typing((...b) => `note on ${quote(b, id)}`, at('annotation', id), field);
  },
  reply(id: Id, reply: Id): StepName {
    const field = replyField(id, reply);
    return typing((...b) => `reply on ${quote(b, id)}`, at('annotation', id), field);
  },
  tags(id: Id): StepName {
    const fields = [fieldOf('annotations', id, 'tags')];
    return { ...onWords(id, 'tags on'), fields };
  },
  tagRenamed: (tag: string) => plain(() => `new name of the tag ${cut(tag)}`, viewed('brief')),
  tagRemoved: (tag: string) => plain(() => `removing the tag ${cut(tag)}`, viewed('brief')),
  annotationsImported: (file: string) =>
    plain(() => `importing annotations of ${cut(file)}`, viewed('brief')),
  referencesImported: (file: string) =>
    plain(() => `importing references of ${cut(file)}`, viewed('read')),

  position: (id: Id) => plain((...b) => position(b, id), at('position', id)),
  positionRemoved: (id: Id) =>
    plain((...b) => `removing the ${position(b, id)}`, at('position', id)),
  statement: (id: Id) => plain((...b) => statement(b, id), at('statement', id)),
  statementRemoved: (id: Id) =>
    plain((...b) => `removing the ${statement(b, id)}`, at('statement', id)),
  figure: (id: Id) => plain((...b) => `figure ${figure(b, id)}`, at('figure', id)),
  figureRemoved: (id: Id) =>
    plain((...b) => `removing the figure ${figure(b, id)}`, at('figure', id)),
  event: (id: Id) => plain((...b) => `event ${event(b, id)}`, at('event', id)),
  timelineTitle: () =>
    typing(() => 'title of the timeline', viewed('registers'), ownField('timelineTitle')),
  eventRemoved: (id: Id) => plain((...b) => `removing the event ${event(b, id)}`, at('event', id)),
  outcomeAdded: (id: Id) => plain((...b) => `adding ${outcome(b, id)}`, at('outcome', id)),
  outcomeRemoved: (id: Id) => plain((...b) => `removing ${outcome(b, id)}`, at('outcome', id)),
  outcomeStatement(id: Id): StepName {
    const field = fieldOf('outcomes', id, 'statement');
    return typing((...b) => `words of ${outcome(b, id)}`, at('outcome', id), field);
  },
  outcomePart: (id: Id, patch: Patch<typeof outcomeWords>) =>
    plain((...b) => `${partsIn(patch, outcomeWords)} of ${outcome(b, id)}`, at('outcome', id)),
  nameAdded: (id: Id) => plain((...b) => `adding ${name(b, id)}`, at('name', id)),
  nameRemoved: (id: Id) => plain((...b) => `removing ${name(b, id)}`, at('name', id)),
  /** Of an actor or an issue. */
  namePart: (id: Id, patch: Patch<typeof nameWords>) =>
    plain((...b) => `${partsIn(patch, nameWords)} of ${name(b, id)}`, at('name', id)),
  namesMerged: (keep: Id, gone: Id) =>
    plain((...b) => `merging ${name(b, gone)} into ${name(b, keep)}`, at('name', keep)),
  source(id: Id, part: keyof typeof sourceWords): StepName {
    const words = (...b: Around) =>
      `${sourceWords[part]} of the source ${cut(find(b, 'sources', id)?.title ?? '')}`;
    return typing(words, at('source', id), fieldOf('sources', id, part));
  },
  sourceAdded: (id: Id) =>
    plain(
      (...b) => `adding the source ${cut(find(b, 'sources', id)?.title ?? '')}`,
      at('source', id)
    ),
  sourceRemoved: (id: Id) =>
    plain(
      (...b) => `taking out the source ${cut(find(b, 'sources', id)?.title ?? '')}`,
      at('source', id)
    ),
  sourceMoved: (id: Id) =>
    plain(
      (...b) => `moving the source ${cut(find(b, 'sources', id)?.title ?? '')}`,
      at('source', id)
    ),

  originsJoined: (one: string, other: string) =>
    plain(() => `joining the origins of ${cut(one)} and ${cut(other)}`, viewed('read')),
  originsParted: (one: string, other: string) =>
    plain(() => `parting the origins of ${cut(one)} and ${cut(other)}`, viewed('read')),
  originTaken: (id: Id) =>
    plain(
      (...b) => `taking ${cut(find(b, 'sources', id)?.title ?? '')} from its origin`,
      viewed('read')
    ),
  originNamed: (name: string) => plain(() => `naming the origin ${cut(name)}`, viewed('read')),

  suggestionsAccepted(titles: readonly string[]): StepName {
    const [one = ''] = titles;
    const what =
      titles.length === 1 ? `the suggestion ${cut(one)}` : `${titles.length} suggestions`;
    return plain(() => `accepting ${what}`, viewed('new'));
  },
  suggestionAddedAsEvidence: (title: string) =>
    plain(() => `adding evidence from the suggestion ${cut(title)}`, viewed('new')),
  suggestionDismissed: (title: string) =>
    plain(() => `dismissing the suggestion ${cut(title)}`, viewed('new')),
  suggestionReopened: (title: string) =>
    plain(() => `reopening the suggestion ${cut(title)}`, viewed('new')),
  suggestedActorsMerged: (one: string, other: string) =>
    plain(() => `taking ${cut(one)} and ${cut(other)} for one`, viewed('new')),
  suggestedActorSplit: (alias: string, from: string) =>
    plain(() => `taking ${cut(alias)} and ${cut(from)} for two`, viewed('new')),

  pointSuperseded: (pair: Pair, about: string) =>
    plain(() => `superseding on ${cut(about)}`, atPoint(pair)),
  pointContested: (pair: Pair, about: string) =>
    plain(() => `contesting ${cut(about)}`, atPoint(pair)),
  pointDismissed: (pair: Pair, about: string) =>
    plain(() => `dismissing the open point ${cut(about)}`, atPoint(pair)),
  clashed: (pair: Pair, about: string) => plain(() => `settling ${cut(about)}`, atPoint(pair)),
  pointCited: (pair: Pair, about: string) => plain(() => `citing ${cut(about)}`, atPoint(pair)),
  pointTakenUp: (pair: Pair, about: string) =>
    plain(() => `reopening the open point ${cut(about)}`, atPoint(pair)),

  findingDismissed: (words: string) =>
    plain(() => `dismissing the finding ${cut(words)}`, viewed('registers')),
  findingsRecalled: () => plain(() => 'showing dismissed findings', viewed('registers')),
  copyMerged: (file: string) => plain(() => `merging ${cut(file)}`, viewed('brief')),
  /** A later step that does what undoing `step` would have done. */
  takenBack: (step: StepName): StepName => ({
    ...plain((before, after) => `taking back: ${step.words(after, before)}`, step.place)
  })
};

/** The two that contradict. */
type Pair = readonly [Id, Id];
type Patch<Words> = Readonly<Partial<Record<keyof Words, unknown>>>;
type Around = readonly [before: Briefing, after: Briefing];

function partsIn<Words extends object>(patch: Patch<Words>, words: Words): string {
  return (Object.keys(patch) as (keyof Words)[]).map((part) => words[part]).join(' and ');
}

function plain(words: StepName['words'], place: StepPlace): StepName {
  return { words, place, fields: [], isTyping: false };
}

function typing(words: StepName['words'], place: StepPlace, field: FieldKey): StepName {
  return { words, place, fields: [field], isTyping: true };
}

/** What is done to a card as a whole while it is written belongs to its text. */
function inCard(id: Id, act: string, ...others: readonly Id[]): StepName {
  const fields = [id, ...others].map((each) => fieldOf('cards', each, 'text'));
  return { ...plain((...b) => `${act} ${card(b, id)}`, at('card', id)), fields };
}

function onWords(id: Id, act: string): StepName {
  return plain((...b) => `${act} ${quote(b, id)}`, at('annotation', id));
}

function at(what: Extract<StepPlace, { id: Id }>['what'], id: Id): StepPlace {
  return { what, id };
}

function atPoint(pair: Pair): StepPlace {
  return { what: 'open-point', pair };
}

function viewed(view: ViewOrDrawer): StepPlace {
  return { what: 'view', view };
}

type Lists = Pick<
  Briefing,
  | 'cards'
  | 'annotations'
  | 'positions'
  | 'statements'
  | 'figures'
  | 'events'
  | 'outcomes'
  | 'actors'
  | 'issues'
  | 'sources'
>;

/** The entry as the step left it; what it took away, as it was before. */
function find<L extends keyof Lists>([before, after]: Around, list: L, id: Id) {
  const find = (briefing: Briefing): Lists[L][number] | undefined =>
    (briefing[list] as readonly Lists[L][number][]).find((entry) => entry.id === id);
  return find(after) ?? find(before);
}

function card(around: Around, id: Id): string {
  const found = find(around, 'cards', id);
  const said = [found?.heading, found?.body].find((text) => text && /\S/.test(text));
  return said ? `the card ${cut(said)}` : 'an empty card';
}

function quote(around: Around, id: Id): string {
  return cut(find(around, 'annotations', id)?.target.selectors.quote.exact ?? '');
}

function figure(around: Around, id: Id): string {
  return cut(find(around, 'figures', id)?.wording ?? '');
}

function statement(around: Around, id: Id): string {
  return `statement ${cut(find(around, 'statements', id)?.text ?? '')}`;
}

function position(around: Around, id: Id): string {
  const entry = find(around, 'positions', id);
  const actor = entry && find(around, 'actors', entry.actor)?.name;
  const issue = entry && find(around, 'issues', entry.issue)?.wording;
  return `position of ${cut(actor ?? '')} on ${cut(issue ?? '')}`;
}

function event(around: Around, id: Id): string {
  return cut(find(around, 'events', id)?.title ?? '');
}

function outcome(around: Around, id: Id): string {
  const said = find(around, 'outcomes', id)?.statement.trim();
  return said ? `the outcome ${cut(said)}` : 'an empty outcome';
}

function name(around: Around, id: Id): string {
  const actor = find(around, 'actors', id);
  return actor
    ? `the actor ${cut(actor.name)}`
    : `the issue ${cut(find(around, 'issues', id)?.wording ?? '')}`;
}

/** UTF-16 units of a name that a message quotes. */
const mostQuoted = 40;

function cut(words: string): string {
  // Whole texts need not be read for it.
  const { text, cut: isCut } = cutToLength(words.trimStart().slice(0, 10 * mostQuoted), mostQuoted);
  return quoted(isCut ? `${text}…` : text);
}

type StepPlace =
  /** Title, date, tags and bottom line. */
  | { readonly what: 'head' }
  | { readonly what: 'submission' }
  | {
      readonly what:
        | 'card'
        | 'annotation'
        | 'source'
        | 'position'
        | 'statement'
        | 'outcome'
        | 'figure'
        | 'event'
        | 'judgement'
        /** An actor or an issue. */
        | 'name';
      readonly id: Id;
    }
  /** What contradicts. */
  | { readonly what: 'open-point'; readonly pair: Pair }
  /** Seen as a whole. */
  | { readonly what: 'view'; readonly view: ViewOrDrawer };
