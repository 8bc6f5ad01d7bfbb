/** Who stands where, as it is asked and answered: the fields of the question, and the last answer. Knows no DOM. */
import {
  type AcrossAnswer,
  type AcrossQuery,
  everyPosition,
  groupAcross,
  unreadInWords
} from '../../../src-main/domain/ledger/across-briefings.js';
import type { NameKind } from '../../../src-main/domain/ledger/register.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { maxLengths } from '../../../src-main/domain/base/limits.js';
import type { Stance } from '../../../src-main/domain/briefing/entries.js';
import { distinctNames, foldName } from '../../../src-main/domain/text/fold-name.js';
import { dateProblem, readWrittenDate } from '../../../src-main/domain/text/read-date.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';
import { attempt, call } from '../session/client.js';
import type { RegisterDesk } from '../session/register.svelte.js';
import { answerInWords, sortAnswer } from './sort-answer.js';

/** More would be no overview. */
const most = 1_000;

export class AnswerDesk {
  stance = $state<Stance | ''>('');
  issue = $state('');
  /** The issue that was chosen as a whole; other words are looked for in every wording. */
  wording = $state<string | null>(null);
  actor = $state('');
  where = $state<Id | 'library' | 'search'>('library');
  day = $state('');
  problem = $state('');
  #asked = everyPosition;
  #answer = $state.raw<AcrossAnswer | null>(null);
  #near = $state.raw<readonly string[]>([]);
  /** Only the answer to the last question is of use. */
  #turn = 0;
  readonly #telling = { showFailure: (sentence: string) => (this.problem = sentence) };

  readonly #by = $derived<NameKind>(this.#answer?.known?.kind === 'actor' ? 'issue' : 'actor');
  readonly #groups = $derived(this.#groupedBy(this.#by));
  readonly #sorted = $derived(sortAnswer(this.#groups, this.stance || null));

  readonly #start: AcrossQuery;

  constructor(
    question: AcrossQuery | null,
    private readonly register: RegisterDesk
  ) {
    const start = (this.#start = question ?? everyPosition);
    this.stance = start.stance ?? '';
    this.issue = start.issue ?? '';
    this.wording = start.isWording ? start.issue : null;
    this.actor = start.actor ?? '';
    this.where = start.briefing ?? (this.isSearched ? 'search' : 'library');
  }

  /** It began with a search, or in a collection. */
  get isSearched(): boolean {
    return this.#start.search !== '' || this.#start.collection !== null;
  }

  get answer(): AcrossAnswer | null {
    return this.#answer;
  }

  /** Issues with one of the words, where none has all of them. */
  get near(): readonly string[] {
    return this.#near;
  }

  /** What the answer is grouped by: the issues of one actor, else the actors. */
  get by(): NameKind {
    return this.#by;
  }

  get sorted() {
    return this.#sorted;
  }

  /** Which issue it is has to be said of each position. */
  get areSeveral(): boolean {
    return this.by === 'actor' && this.#groupedBy('issue').length > 1;
  }

  #groupedBy(kind: NameKind) {
    return groupAcross(this.#answer?.positions ?? [], kind, this.register.register);
  }

  async complete(filter: NameKind, typed: string): Promise<readonly string[]> {
    return (await attempt(this.#telling, () => call('library.complete', filter, typed))) ?? [];
  }

  async ask(): Promise<void> {
    const [issue, actor] = [this.issue.trim(), this.actor.trim()];
    const nothing = !this.stance && !actor && !issue;
    this.problem = nothing
      ? 'Choose a stance, or name an issue or an actor.'
      : (dateProblem(this.day) ?? '');
    const turn = ++this.#turn;
    if (this.problem !== '') return void (this.#answer = null);
    const { where } = this;
    const asked: AcrossQuery = {
      ...everyPosition,
      actor: await this.#nameOf(actor),
      issue: issue.slice(0, maxLengths.issue) || null,
      isWording: this.wording !== null && foldName(issue) === foldName(this.wording),
      // What the others hold belongs to the answer, unless that is the whole library.
      stance: actor || issue ? null : this.stance || null,
      asOf: readWrittenDate(this.day),
      ...(where === 'search'
        ? { search: this.#start.search, collection: this.#start.collection }
        : where === 'library'
          ? {}
          : { briefing: where })
    };
    const found = await attempt(this.#telling, () => call('positions.across', asked, most));
    if (!found || turn !== this.#turn) return;
    this.#near = found.total === 0 ? await this.#issuesNear(issue) : [];
    // What was typed since then stays.
    if (this.actor.trim() === actor) this.actor = asked.actor ?? '';
    this.#asked = asked;
    this.#answer = found;
  }

  /** Asks once more what has an answer: the library has changed. */
  again(): void {
    if (this.#answer) void this.ask();
  }

  /** The beginning of a name is taken for the first that has it. */
  async #nameOf(typed: string): Promise<string | null> {
    if (typed === '') return null;
    const names = await this.complete('actor', typed);
    const isName = names.some((each) => foldName(each) === foldName(typed));
    return (isName ? typed : (names[0] ?? typed)).slice(0, maxLengths.actor);
  }

  async #issuesNear(words: string): Promise<readonly string[]> {
    const long = words.split(/\s+/u).filter((word) => word.length > 3);
    const found = await Promise.all(long.map((word) => this.complete('issue', word)));
    return distinctNames(found.flat()).slice(0, 3);
  }

  /** The answer in a sentence; empty before anything is asked. */
  get sentence(): string {
    if (!this.#answer) return '';
    const { total, positions, reading } = this.#answer;
    const asked = this.#asked;
    const date = asked.asOf ?? positions[0]?.position.since ?? null;
    const day = date && `as ${asked.asOf ? 'of' : 'last known on'} ${personsDates.inShort(date)}`;
    const all = { asked: this.stance || null, by: this.by, day: day ?? '' };
    const left =
      total > positions.length
        ? `Only the latest ${positions.length} of ${total} positions are counted.`
        : '';
    const whose = asked.actor === null ? '' : `${asked.actor}: `;
    const parts = [whose + answerInWords(this.#groups, all), left, unreadInWords(reading)];
    return parts.filter((part) => part !== '').join(' ');
  }
}
