/**
 * Work on what somebody says, one statement at a time: in which order, what is folded away, what is chosen of
 * the current one, and what taking it does to the open briefing. Knows no DOM. Over 300 lines because all of it
 * acts on the one current statement.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Stance } from '../../../src-main/domain/briefing/entries.js';
import {
  acceptKnowing,
  differsFromPosition,
  usualAcceptance
} from '../../../src-main/domain/news/accept-news.js';
import {
  type Coding,
  codingProblem,
  newsOfCoding,
  saidOnIssue,
  suggestedCoding,
  valuesOfCoding,
  withStance
} from '../../../src-main/domain/news/coding.js';
import type { News } from '../../../src-main/domain/news/news.js';
import type { NewsIndex } from '../../../src-main/domain/news/news-index.js';
import {
  claimOf,
  type Fold,
  foldedAway,
  folds,
  isCodable,
  mostAtFirst,
  seenByActor,
  triage,
  type Triaged
} from '../../../src-main/domain/news/triage.js';
import { stanceWords } from '../../../src-main/domain/terms/terms.js';
import { addAsEvidence } from '../../../src-main/domain/suggestions/add-evidence.js';
import {
  IssueDigits,
  type IssueOnDigit
} from '../../../src-main/domain/suggestions/coding/issue-digits.js';
import {
  type OfferedIssue,
  offerIssues,
  type SaidOnIssue
} from '../../../src-main/domain/suggestions/coding/offer-issues.js';
import { usualIssue } from '../../../src-main/domain/suggestions/coding/usual-issue.js';
import {
  noWordsOfText,
  wordsOfText,
  type WordsOfText
} from '../../../src-main/domain/suggestions/coding/words-of-text.js';
import type { Draft } from '../../../src-main/domain/suggestions/draft.js';
import type { Ground } from '../../../src-main/domain/suggestions/enter.js';
import type { FieldValues } from '../../../src-main/domain/suggestions/fields.js';
import type { Suggestion } from '../../../src-main/domain/suggestions/suggestion.js';
import { sameName } from '../../../src-main/domain/text/fold-name.js';
import { cutToLength } from '../../../src-main/domain/text/cut-to-length.js';
import type {
  CodedStatement,
  CodingActions,
  CodingState,
  Taking
} from '../../suggestions/coding-actions.js';
import type { ListedSuggestion } from '../../suggestions/suggestion-actions.js';
import { named, type StepName } from '../open/step-names.js';
import type { Voice } from './messages.svelte.js';

/** The suggestions of one source. */
export interface CodedPart {
  readonly source: Id;
  readonly draft: Draft;
  readonly rows: readonly ListedSuggestion[];
}

/** The suggestions of the source that is shown, of which this codes some, and those of the others. */
interface CodedSource {
  /** `null` until it is drafted. */
  readonly drafted: Draft | null;
  readonly text: string;
  readonly source: Id | null;
  readonly rows: readonly ListedSuggestion[];
  /** Of the other sources that are drafted. */
  readonly others: readonly CodedPart[];
  readonly current: ListedSuggestion | null;
  readonly index: NewsIndex;
  readonly briefing: Pick<Briefing, 'actors' | 'issues' | 'positions'>;
  goTo(source: Id, key: string): void;
  /** On the current suggestion, while it is open; then the next open one is current. */
  act(
    name: (title: string) => StepName,
    tell: (suggestion: Suggestion) => string,
    change: (briefing: Briefing, suggestion: Suggestion, ground: Ground) => Briefing
  ): void;
}

/** UTF-16 units of what the voice says of the next statement. */
const toldOfNext = 80;

export class CodingDesk implements CodingState, CodingActions {
  // Both are found once for a draft, and stay while its statements are settled.
  readonly #orders = new WeakMap<Draft, readonly Triaged[]>();
  readonly #words = new WeakMap<Draft, WordsOfText>();
  /** Keys of those that were unfolded. */
  #unfolded = $state.raw<readonly string[]>([]);
  /** What was chosen, by source and key. */
  readonly #chosen = new SvelteMap<string, Coding>();
  readonly #digits = new IssueDigits();
  /** The one that somebody tried to take as it is. */
  #tried = $state<string | null>(null);

  readonly folded = $derived.by(() => {
    const open = this.#parts().flatMap((part) => this.#foldedIn(part));
    return folds
      .map((fold) => ({ fold, count: open.filter((each) => each.fold === fold).length }))
      .filter(({ count }) => count > 0);
  });

  readonly issues: readonly string[] = $derived.by(() =>
    this.of.briefing.issues.map(({ wording }) => wording)
  );

  readonly actors: readonly string[] = $derived.by(() =>
    this.of.briefing.actors.map(({ name }) => name)
  );

  readonly statement: CodedStatement | null = $derived.by(() => {
    const { current, source, index, briefing } = this.of;
    const suggestion = current?.suggestion;
    if (!suggestion || !isCodable(suggestion) || current.settlement !== 'open' || !source) {
      return null;
    }
    const said = saidOnIssue(suggestion, current.news, briefing);
    const offered = this.offer(said, this.words);
    const coding =
      this.#chosen.get(`${source} ${suggestion.key}`) ??
      asOffered(suggestedCoding(suggestion, current.news), said.words, offered);
    const news = newsOfCoding(index, suggestion, coding, source);
    return {
      ...{ suggestion, coding, offered, news },
      chosen: offered.find(({ wording }) => sameName(wording, coding.issue))?.digit ?? null,
      takings: takingsOf(news),
      problem: this.#tried === suggestion.key ? codingProblem(coding) : null
    };
  });

  constructor(
    private readonly of: CodedSource,
    private readonly voice: Voice
  ) {}

  /** The issues that words are offered, each on the digit that it has as long as the briefing is open. */
  offer(said: SaidOnIssue, text: WordsOfText): readonly IssueOnDigit[] {
    return this.#digits.of(offerIssues(said, this.of.briefing, text));
  }

  /** What is seen of a source, in order. */
  seenOf({ draft, rows }: CodedPart, withSettled: boolean): readonly ListedSuggestion[] {
    const order = this.#orderOf(draft, rows);
    return seenByActor(order, rows, this.#unfolded, withSettled).flatMap((each) => each.rows);
  }

  chooseOffered(digit: number): void {
    const now = this.statement;
    if (!now) return;
    if (digit === 0) {
      this.#set({ issue: '', stance: null, condition: '' });
      this.voice.say('No issue: it stays a statement.');
      return;
    }
    const wording = now.offered.find((each) => each.digit === digit)?.wording;
    if (wording !== undefined) this.chooseIssue(wording);
  }

  chooseIssue(wording: string): void {
    const now = this.statement;
    if (!now) return;
    const issue = wording.trim();
    this.#set({ ...now.coding, issue });
    this.voice.say(issue === '' ? 'No issue.' : `Issue: ${issue}.`);
  }

  chooseStance(stance: Stance): void {
    const now = this.statement;
    if (!now) return;
    this.#set(withStance(now.coding, now.suggestion, stance));
    this.voice.say(`${stanceWords[stance]}.`);
  }

  setCondition(condition: string): void {
    if (this.statement) this.#set({ ...this.statement.coding, condition });
  }

  take(way: 'usual' | 'other' = 'usual'): boolean {
    const now = this.statement;
    if (!now) return false;
    const taking = now.takings[way === 'usual' ? 0 : 1];
    if (!taking) return false;
    const problem = codingProblem(now.coding);
    if (problem !== null) {
      this.#tried = now.suggestion.key;
      this.voice.say(problem);
      return false;
    }
    this.#take(now, taking, now.news, valuesOfCoding(now.coding));
    return true;
  }

  takeAs(values: FieldValues): void {
    const now = this.statement;
    const { source, index } = this.of;
    if (!now || !source) return;
    const coding = {
      issue: values['issue'] ?? '',
      stance: (values['stance'] || null) as Stance | null,
      condition: values['condition'] ?? ''
    };
    const news = newsOfCoding(index, now.suggestion, coding, source);
    // What she wrote herself is no mere evidence of what is known.
    this.#take(now, usualAcceptance(news), news, values);
  }

  unfold(fold: Fold): void {
    const next = this.#parts()
      .flatMap((part) => this.#foldedIn(part))
      .filter((each) => each.fold === fold)
      .slice(0, mostAtFirst);
    const [first] = next;
    if (first === undefined) return;
    this.#unfolded = [...this.#unfolded, ...next.map(({ key }) => key)];
    this.of.goTo(first.source, first.key);
    this.voice.say(`${next.length} more statements.`);
  }

  /** The source that is shown first. */
  #parts(): readonly CodedPart[] {
    const { drafted: draft, source, rows, others } = this.of;
    return draft && source ? [{ source, draft, rows }, ...others] : others;
  }

  #foldedIn({ source, draft, rows }: CodedPart) {
    return foldedAway(this.#orderOf(draft, rows), rows, this.#unfolded).map((each) => ({
      ...each,
      source
    }));
  }

  #orderOf(draft: Draft, rows: readonly ListedSuggestion[]): readonly Triaged[] {
    const order = this.#orders.get(draft) ?? triage(rows);
    this.#orders.set(draft, order);
    return order;
  }

  /** Of the source that is shown. */
  get words(): WordsOfText {
    const { drafted: draft, rows, text } = this.of;
    if (!draft) return noWordsOfText;
    const suggestions = rows.map(({ suggestion }) => suggestion);
    const words = this.#words.get(draft) ?? wordsOfText(suggestions, text, draft.topics);
    this.#words.set(draft, words);
    return words;
  }

  #set(coding: Coding): void {
    const { source, current } = this.of;
    if (source && current) this.#chosen.set(`${source} ${current.suggestion.key}`, coding);
  }

  #take({ suggestion }: CodedStatement, taking: Taking, news: News, values: FieldValues): void {
    const known = news.is === 'repeats' ? news.known.entry.id : null;
    this.#tried = null;
    if (taking === 'evidence') {
      if (known === null) return;
      this.of.act(named.suggestionAddedAsEvidence, tellTaken(taking, values), (b, s, ground) =>
        addAsEvidence(b, s, known, ground)
      );
    } else {
      this.of.act(
        (title) => named.suggestionsAccepted([title]),
        tellTaken(taking, values),
        (b, s, ground) => acceptKnowing(b, s, ground, news, taking, values)
      );
    }
    this.#chosen.delete(`${this.of.source} ${suggestion.key}`);
    this.#tellNext();
  }

  #tellNext(): void {
    const next = this.statement?.suggestion;
    const told = next
      ? `Next: ${claimOf(next).actor.name}: ${cutToLength(next.plainWords, toldOfNext).text}`
      : 'All of these are done.';
    this.voice.say(`${this.voice.heard} ${told}`);
  }
}

/** An issue that is worded like one that is offered is that one. */
function asOffered(coding: Coding, words: string, offered: readonly OfferedIssue[]): Coding {
  if (coding.issue === '') return coding;
  const usual = usualIssue(offered, { words, drafted: coding.issue });
  return usual ? { ...coding, issue: usual.wording } : coding;
}

function takingsOf(news: News): readonly [Taking, Taking?] {
  if (news.is === 'repeats') return ['evidence', 'apart'];
  if (!differsFromPosition(news)) return ['apart'];
  const usual = usualAcceptance(news);
  return [usual, usual === 'supersedes' ? 'contested' : 'supersedes'];
}

const takenAs: Readonly<Record<Taking, string>> = {
  supersedes: ', superseding what was in force',
  contested: ', contested',
  apart: '',
  evidence: ', as evidence of what is known'
};

/** What the voice says of it. */
function tellTaken(taking: Taking, { issue, stance }: FieldValues) {
  return (suggestion: Suggestion): string => {
    if (!isCodable(suggestion)) return '';
    const { name } = claimOf(suggestion).actor;
    const what = stance
      ? `${stanceWords[stance as Stance].toLowerCase()}, ${issue}`
      : 'a statement';
    return `Accepted: ${name}, ${taking === 'evidence' ? 'known words' : what}${takenAs[taking]}.`;
  };
}
