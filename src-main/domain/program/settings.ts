/** What is kept with the settings, since two people who use one library differ in it: first where a person was in a briefing. */
import { maxLengths } from '../base/limits.js';
import { z } from '../base/zod.js';
import { TeamPerson } from './team-state.js';
import { Id, Moment } from '../base/values.js';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** A place in the text of a card or a source. */
const TextPlace = z.strictObject({
  text: Id,
  /** UTF-16 units of the rendered text, which moves less than pixels do. */
  offset: z.int().nonnegative()
});
export type TextPlace = z.infer<typeof TextPlace>;

/** Where that is now which had a view of its own before. */
const movedViews: Readonly<Record<string, string>> = {
  source: 'read',
  sources: 'read',
  briefing: 'brief',
  judgement: 'brief',
  timeline: 'brief',
  evidence: 'brief',
  registers: 'brief',
  suggestions: 'new'
};

export const ReadingPlace = z.strictObject({
  view: z.preprocess(
    (view) => (typeof view === 'string' ? (movedViews[view] ?? view) : view),
    z.enum(['read', 'brief', 'positions', 'new'])
  ),
  /** Briefing and source side by side, where there is room. */
  beside: z.boolean(),
  /** How much of the width the briefing has then. */
  share: z.number().min(0.2).max(0.8),
  /** The source that is shown. */
  source: Id.nullable(),
  /** The card that commands go to. */
  card: Id.nullable(),
  /** Cards of which only the heading is shown. */
  folded: z.array(Id).max(1_000),
  /** What stands at the top of the window; `null` for the beginning. */
  briefingTop: TextPlace.nullable(),
  sourceTop: TextPlace.nullable(),
  /** When the person was there last; `null` where an earlier Standpoint kept the place. */
  seenAt: Moment.nullable().default(null),
  /** In a shared library how many changes of each device were here then. */
  seenChanges: z.record(z.string(), z.int().positive()).readonly().optional(),
  /** In a shared library how each other device stood to it then. */
  seenPeople: z.record(z.string(), TeamPerson.shape.standing).readonly().optional()
});
export type ReadingPlace = z.infer<typeof ReadingPlace>;

/** Which English is checked, and the words that a person adds to it: kept with the settings. */
export const SpellingLanguage = z.enum(['en-GB', 'en-US', 'off']);
export type SpellingLanguage = z.infer<typeof SpellingLanguage>;

/** Words beyond this many are refused, so that the settings stay small. */
export const maxOwnWords = 5_000;

export const SpellingSettings = z.strictObject({
  language: SpellingLanguage,
  words: z.array(z.string().min(1).max(100)).max(maxOwnWords)
});
export type SpellingSettings = z.infer<typeof SpellingSettings>;

/**
 * What a new article becomes: a draft of its main lines, each with its words, the whole article in
 * cards, or a briefing that has it as its source and nothing else.
 */
export const newArticleKinds = ['composed', 'cards', 'empty'] as const;
export const NewArticle = z.enum(newArticleKinds);
export type NewArticle = z.infer<typeof NewArticle>;

/** What a person has settled about herself and about what the program does without asking. */
export const Preferences = z.strictObject({
  /** Who records entries from now on; empty where nobody is to be named. */
  author: z.string().max(maxLengths.author),
  /** Whether she was asked for that name: it happens once. */
  authorAsked: z.boolean(),
  /** What an article becomes that is dropped while a briefing is open: a source of it, or a new briefing. */
  onDrop: z.enum(['ask', 'add', 'new']),
  newArticle: NewArticle,
  /** How dates are shown in the window; what is printed keeps to itself. */
  dateStyle: z.enum(['day-first', 'month-first', 'iso']),
  /** What `3/4/2025` means where a person writes it. */
  dateOrder: z.enum(['ask', 'day-first', 'month-first']),
  /** Of what is read: cards and sources. */
  textSize: z.enum(['small', 'normal', 'large', 'largest']),
  lineLength: z.enum(['short', 'normal', 'long']),
  /** With what a document begins: the paper chosen last, at first that of the person's region. */
  paper: z.enum(['last', 'A4', 'Letter']),
  /** Keys in the place of those of the table of commands, by command; `null` for none. `domain/keys.ts` reads them. */
  keys: z.record(z.string().max(60), z.string().max(60).nullable()),
  /** The version that ran last: another one tells once that there is something new. Empty at a first start. */
  lastVersion: z.string().max(40),
  /** What an import has still to take in, told at the next start where it never ended; `null` while none is under way. */
  unfinishedImport: z
    .strictObject({
      count: z.int().positive(),
      /** Of the first files. */
      names: z.array(z.string().max(300)).max(20).readonly()
    })
    .nullable()
});
export type Preferences = z.infer<typeof Preferences>;

export const firstPreferences: Preferences = {
  author: '',
  authorAsked: false,
  onDrop: 'ask',
  newArticle: 'composed',
  dateStyle: 'day-first',
  dateOrder: 'ask',
  textSize: 'normal',
  lineLength: 'normal',
  paper: 'last',
  keys: {},
  lastVersion: '',
  unfinishedImport: null
};
