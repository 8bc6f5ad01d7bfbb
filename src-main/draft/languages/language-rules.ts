/** What is told of one language, so that the finders here can read direct speech, names, dates and figures in it. */

/** Regular expressions are written for text with plain quotation marks, apostrophes and spaces. */
export interface LanguageRules {
  /** ISO 639-1. */
  readonly code: string;
  /** Where a source is read word by word. All in lower case. */
  readonly phrase: {
    readonly pronouns: ReadonlySet<string>;
    readonly determiners: ReadonlySet<string>;
    /** Join a name or a noun to what it belongs to: “von”, “de”. */
    readonly connectors: ReadonlySet<string>;
    /** End a source, however it goes on. */
    readonly stops: ReadonlySet<string>;
    /** Whether every noun has a capital, so that a small word behind one ends a phrase. */
    readonly nounsAreCapital: boolean;
    /** A word that says what somebody is: “Sprecherin”, “président”. */
    readonly role: RegExp;
  };
  readonly speech: {
    /** Behind a quotation, up to where its source begins: the group `cue`, and `pronoun` where that is within. */
    readonly behind: readonly RegExp[];
    /** Behind the source, the verb that ends there: “hat er gestern gesagt”. Tried where `cue` is an auxiliary. */
    readonly auxiliary: RegExp | null;
    /** Between a verb and its subject: “am Montag”. */
    readonly between: RegExp;
    /** Before a quotation, anywhere in its sentence. Global. */
    readonly verbs: RegExp;
    /** Take a few words of the quotation as their object: “nannte den Plan „falsch““. */
    readonly naming: RegExp;
    /** Opens a clause whose subject stands behind the verb; `null` where none does. */
    readonly inverting: RegExp | null;
    /** “laut”, “selon”: up to where the source begins, with the group `cue`. Global. */
    readonly accordingTo: RegExp;
    /** Words that join clauses and are no part of a subject. */
    readonly joining: RegExp;
  };
  readonly names: {
    /** Begin with a capital and are no names. In lower case. */
    readonly common: ReadonlySet<string>;
    /** A capitalised word behind it is a body: “Gewerkschaft”. */
    readonly kindOfBody: RegExp;
    /** A whole phrase that names a body. Global. */
    readonly bodies: RegExp;
    /** A word before a place. */
    readonly beforePlace: RegExp;
    /** Names of states that the platform lists otherwise. */
    readonly states: readonly string[];
    /** What may end a name of a state: “Frankreichs”. */
    readonly genitive: string;
  };
  readonly dates: {
    /** In lower case, January first. */
    readonly months: readonly string[];
    /** In lower case, Sunday first. */
    readonly weekdays: readonly string[];
    readonly patterns: readonly DatePattern[];
    /** In words around a weekday: it is still to come. */
    readonly future: RegExp;
  };
  readonly figures: {
    /** Groups `approx`, `first`, `digits`, `firstWords`, `words`, `fraction`, `magnitude`, `share`, `currency`, `unit`. Global. */
    readonly number: RegExp;
    readonly words: Readonly<Record<string, number>>;
    readonly magnitude: (word: string) => number;
    readonly fraction: (words: string) => number;
    /** Behind a number and no unit. In lower case. */
    readonly noUnits: ReadonlySet<string>;
  };
}

/** In the order in which they are tried. Groups: `day`, `month`, `year`, `count`, `weekday`. */
export interface DatePattern {
  /** Source of a regular expression. */
  readonly words: string;
  readonly means:
    | 'day'
    | 'month'
    | 'year'
    | 'weekday'
    | 'decade'
    | { readonly days: number }
    | { readonly weeks: number }
    | { readonly months: number }
    | { readonly years: number }
    | { readonly ago: 'day' | 'week' | 'month' | 'year' };
}
