/** Edits as a person makes them, to any state of a briefing: what tests of merging make their copies with. */
import fc from 'fast-check';
import { orphaned, newAnnotation } from '../../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../../briefing/briefing.js';
import {
  newActor,
  newCard,
  newDismissal,
  newFigure,
  newIssue,
  newOutcome,
  type Position
} from '../../briefing/entries.js';
import type { Id } from '../../base/values.js';
import { carryAcross } from '../../anchoring/carry-across.js';
import { entry } from '../../ledger/testing/ledger.js';

export const moment = '2025-08-17T09:00:00.000Z';

/** An id of a kind by number: the same at every run. */
export function idOf(kind: string, n: number): Id {
  return `01K2${kind}`.padEnd(20, '0').concat(String(n).padStart(6, '0')) as Id;
}

const sentences = [
  'Kyiv refuses the offer.',
  'Moscow wants more land.',
  'Berlin waits for both.',
  'A freeze comes before talks, says Ankara.'
];

/** A small briefing in which there is something of each kind. */
export function startingBriefing(): Briefing {
  const [actor, issue] = [
    newActor('Ukraine', 'state', idOf('A', 1)),
    newIssue('Talks?', idOf('J', 1))
  ];
  const body = sentences.join('\n\n');
  const annotation = newAnnotation(
    {
      type: 'card',
      id: idOf('C', 1),
      selectors: {
        quote: { exact: 'Kyiv', prefix: '', suffix: ' refuses the offer.' },
        position: { start: 0, end: 4 }
      }
    },
    moment,
    { id: idOf('N', 1) }
  );
  return {
    ...emptyBriefing('Talks in August', new Date(moment)),
    id: idOf('B', 1),
    bottomLine: sentences.slice(0, 2).join(' '),
    tags: ['war'],
    cards: [1, 2, 3].map((n) => newCard('fact', { id: idOf('C', n), heading: `Card ${n}`, body })),
    actors: [actor],
    issues: [issue],
    positions: [positionOf(idOf('P', 1), { stance: 'opposes' })],
    annotations: [annotation],
    figures: [{ ...newFigure('40 schools', 40, idOf('F', 1)), evidence: [annotation.id] }],
    outcomes: [newOutcome('A truce', [], idOf('K', 1))]
  };
}

export function positionOf(id: Id, more: Partial<Position> = {}): Position {
  const named = { id, actor: idOf('A', 1), issue: idOf('J', 1), recordedAt: moment };
  return entry(1, { ...named, ...more });
}

const kinds = [
  ...['title', 'bottomLine', 'submission', 'tag', 'untag', 'add', 'remove', 'move', 'append'],
  ...['word', 'word', 'word', 'delete', 'heading', 'review', 'annotate', 'reply', 'note', 'unmark'],
  ...[
    'actor',
    'rename',
    'position',
    'supersede',
    'contest',
    'figure',
    'unfigure',
    'judge',
    'dismiss'
  ]
] as const;

export interface Edit {
  readonly kind: (typeof kinds)[number];
  /** Which of the entries that there are, and where in it. */
  readonly which: number;
  readonly where: number;
}

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), which: fc.nat(20), where: fc.nat(20) }),
  { maxLength: 5 }
);

/** What a device writes is known by its words: `wordsOf` a state finds them again. */
export class Writer {
  #written = 0;

  /** `name` is one letter that stands in ids. */
  constructor(readonly name: string) {}

  /** `at` is when it is saved. */
  write(briefing: Briefing, made: readonly Edit[], at: string): Briefing {
    if (made.length === 0) return briefing;
    const next = made.reduce((now, edit) => this.#apply(now, edit), briefing);
    return { ...carryAcross(next, [briefing]), modifiedAt: at };
  }

  #apply(briefing: Briefing, { kind, which, where }: Edit): Briefing {
    const word = `${this.name}word${++this.#written}x`;
    const id = idOf(this.name, this.#written);
    const pick = <T>(list: readonly T[]): T | undefined => list[which % Math.max(1, list.length)];
    const set = <T extends { readonly id: Id }>(
      list: readonly T[],
      part: (entry: T) => Partial<T>
    ) => list.map((entry) => (entry === pick(list) ? { ...entry, ...part(entry) } : entry));
    const without = <T>(list: readonly T[]) => list.filter((entry) => entry !== pick(list));
    const { cards, annotations, positions, figures, actors, outcomes, submission } = briefing;
    const card = pick(cards);
    switch (kind) {
      case 'title':
        return { ...briefing, title: word };
      case 'bottomLine':
        return { ...briefing, bottomLine: withWord(briefing.bottomLine, where, word) };
      case 'submission':
        return {
          ...briefing,
          submission: { ...submission, [where % 2 ? 'to' : 'handling']: word }
        };
      case 'tag':
        return { ...briefing, tags: [...briefing.tags, word] };
      case 'untag':
        return { ...briefing, tags: without(briefing.tags) };
      case 'add': {
        const added = newCard('fact', { id, heading: word, body: 'New.' });
        return { ...briefing, cards: cards.toSpliced(where % (cards.length + 1), 0, added) };
      }
      case 'remove':
        return withOrphans({ ...briefing, cards: without(cards) });
      case 'move':
        if (!card) return briefing;
        return { ...briefing, cards: without(cards).toSpliced(where % cards.length, 0, card) };
      case 'append':
        return { ...briefing, cards: set(cards, ({ body }) => ({ body: `${body}\n\n${word}` })) };
      case 'word':
        return {
          ...briefing,
          cards: set(cards, ({ body }) => ({ body: withWord(body, where, word) }))
        };
      case 'delete':
        return {
          ...briefing,
          cards: set(cards, ({ body }) => ({ body: withWord(body, where, '') }))
        };
      case 'heading':
        return { ...briefing, cards: set(cards, () => ({ heading: word })) };
      case 'review':
        return { ...briefing, cards: set(cards, ({ reviewed }) => ({ reviewed: !reviewed })) };
      case 'annotate': {
        if (!card?.body.trim()) return briefing;
        const exact = card.body.trim().slice(0, 1);
        const selectors = { quote: { exact, prefix: '', suffix: '' }, position: null };
        const made = newAnnotation({ type: 'card', id: card.id, selectors }, moment, {
          id,
          note: word
        });
        return { ...briefing, annotations: [...annotations, made] };
      }
      case 'reply': {
        const reply = { id, note: word, createdAt: moment, modifiedAt: moment, by: null };
        const replies = set(annotations, (one) => ({ replies: [...one.replies, reply] }));
        return { ...briefing, annotations: replies };
      }
      case 'note':
        return { ...briefing, annotations: set(annotations, () => ({ note: word })) };
      case 'unmark': {
        const gone = pick(annotations)?.id;
        const held = figures.map((figure) => ({
          ...figure,
          evidence: figure.evidence.filter((one) => one !== gone)
        }));
        return { ...briefing, annotations: without(annotations), figures: held };
      }
      case 'actor':
        return { ...briefing, actors: [...actors, newActor(word, 'state', id)] };
      case 'rename':
        return { ...briefing, actors: set(actors, () => ({ name: word })) };
      case 'position':
        return { ...briefing, positions: [...positions, positionOf(id, { statement: word })] };
      case 'supersede': {
        const old = pick(positions);
        const stance = where % 2 ? 'supports' : 'conditional';
        const more = {
          statement: word,
          condition: word,
          stance,
          supersedes: old ? [old.id] : []
        } as const;
        return { ...briefing, positions: [...positions, positionOf(id, more)] };
      }
      case 'contest': {
        const [one, other] = [pick(positions), positions[where % Math.max(1, positions.length)]];
        if (!one || !other || one === other) return briefing;
        const linked = (list: readonly Id[]) => [...new Set([...list, other.id])];
        return {
          ...briefing,
          positions: set(positions, ({ contested, supersedes }) =>
            where % 3 ? { contested: linked(contested) } : { supersedes: linked(supersedes) }
          )
        };
      }
      case 'figure': {
        const evidence = annotations.slice(0, 1).map((one) => one.id);
        const made = { ...newFigure('7 trains', 7, id), measures: word, evidence };
        return { ...briefing, figures: [...figures, made] };
      }
      case 'unfigure':
        return { ...briefing, figures: without(figures) };
      case 'judge': {
        const about = pick(outcomes)?.id;
        if (!about) return briefing;
        const made = {
          because: word,
          against: '',
          indicators: '',
          gaps: '',
          likelihood: null,
          by: null
        };
        return { ...briefing, keyJudgements: [...briefing.keyJudgements, { id, about, ...made }] };
      }
      case 'dismiss': {
        if (!card) return briefing;
        const of = { about: card.id, rule: 'long', words: word };
        const made = newDismissal('finding', of, new Date(moment), { id });
        return { ...briefing, dismissals: [...briefing.dismissals, made] };
      }
    }
  }
}

/** One word of the text is another, or none. */
function withWord(text: string, where: number, word: string): string {
  const words = text.split(' ');
  const at = where % words.length;
  return word === '' ? words.toSpliced(at, 1).join(' ') : words.with(at, word).join(' ');
}

function withOrphans(briefing: Briefing): Briefing {
  const there = new Set(briefing.cards.map(({ id }) => id));
  const annotations = briefing.annotations.map((one) =>
    one.target.type === 'source' || there.has(one.target.id) ? one : orphaned(one)
  );
  const dismissals = briefing.dismissals.filter(({ about }) => there.has(about));
  return { ...briefing, annotations, dismissals };
}

/** The words of one device's making that the state holds. */
export function wordsOf(briefing: Briefing): ReadonlySet<string> {
  return new Set(JSON.stringify(briefing).match(/[A-Z]word\d+x/g) ?? []);
}
