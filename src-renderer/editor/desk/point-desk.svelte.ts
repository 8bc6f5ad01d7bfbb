/**
 * What in the open briefing contradicts something else in it, and what the person does with it. Knows no DOM.
 * Over 300 lines because all that settles a point rests on what is found here.
 */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { LineInSource } from '../../../src-main/domain/anchoring/lines-in-sources.js';
import { quotedPositions } from '../../../src-main/domain/anchoring/quoted-positions.js';
import { LinesOfVersions } from '../../../src-main/domain/contradictions/corrected-lines.js';
import {
  citeNewerVersion,
  correctedEvidence,
  type CorrectedWords,
  newerEvidence
} from '../../../src-main/domain/contradictions/corrected-words.js';
import { sortContradictions } from '../../../src-main/domain/contradictions/find-contradictions.js';
import {
  aboutPoint,
  contradictionOf,
  type OpenPoint,
  reportPoints
} from '../../../src-main/domain/contradictions/report-open-points.js';
import {
  contestContradiction,
  dismissContradiction,
  settleFigures,
  supersedePosition,
  takeUpContradiction
} from '../../../src-main/domain/contradictions/settle.js';
import {
  type SupersededLine,
  supersededLines
} from '../../../src-main/domain/contradictions/superseded-lines.js';
import {
  type ClashChoice,
  openClashes,
  type OpenClash,
  settleClash
} from '../../../src-main/domain/merge/settle-clash.js';
import { confirmPart } from '../../../src-main/domain/briefing/reviewed.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import { textOfSource } from '../../../src-main/domain/briefing/source.js';
import { renderedSource } from '../../../src-main/domain/markdown/render-markdown.js';
import {
  correctionOf,
  emptyPosition,
  positionFrom,
  type PositionForm
} from '../../positions/forms/position-form.js';
import {
  deedOnOlder,
  type PointActions,
  type PointsOfBriefing
} from '../../positions/open-points/point-actions.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';
import type { FormBasis } from './entry-form.svelte.js';
import type { Messages, Voice } from './messages.svelte.js';

/** Where the desk leads for them. */
export interface PointPlaces {
  /** To an annotation's words. */
  annotation(id: Id): void;
  /** To the text of a source. */
  source(id: Id): void;
  /** To the history of a position's cell. */
  position(id: Id): void;
  /** To the form of a figure. */
  figure(id: Id): void;
  /** To its form, with what the words of the basis tell in place of `older`. */
  restateFigure(id: Id, basis: FormBasis, older: Id): void;
  /** To the form of a position, with what is said of it beside what words of a source tell, if it is on any. */
  record(given: Partial<PositionForm>, basis?: FormBasis): void;
  /** To an open point of that part. */
  point(part: Id): void;
  /** To where an entry, or the bottom line, is edited; `null`: to the head of the briefing. */
  entry(list: string | null, id: Id): void;
}

export class PointDesk implements PointActions {
  // In two steps, so that typing in a card, which changes none of these lists, stops at the first.
  readonly #positions = $derived.by(() => this.open.briefing.positions);
  readonly #statements = $derived.by(() => this.open.briefing.statements);
  readonly #figures = $derived.by(() => this.open.briefing.figures);
  readonly #annotations = $derived.by(() => this.open.briefing.annotations);
  readonly #dismissals = $derived.by(() => this.open.briefing.dismissals);
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #issues = $derived.by(() => this.open.briefing.issues);
  readonly #sources = $derived.by(() => this.open.briefing.sources);
  readonly #events = $derived.by(() => this.open.briefing.events);
  readonly #outcomes = $derived.by(() => this.open.briefing.outcomes);
  readonly #lines = $derived.by(() => new LinesOfVersions(this.#sources, this.open.texts));
  readonly #inParts = $derived.by(() => this.#lines.find(this.open.briefing));
  readonly #corrected = $derived.by(() => [...this.#evidence, ...this.#inParts]);
  readonly #evidence = $derived.by(() =>
    correctedEvidence(
      {
        sources: this.#sources,
        annotations: this.#annotations,
        positions: this.#positions,
        statements: this.#statements,
        events: this.#events,
        figures: this.#figures,
        outcomes: this.#outcomes
      },
      this.open.texts
    )
  );
  readonly #sorted = $derived.by(() =>
    sortContradictions(
      {
        positions: this.#positions,
        statements: this.#statements,
        figures: this.#figures,
        annotations: this.#annotations,
        dismissals: this.#dismissals
      },
      this.#corrected
    )
  );

  /** As text: what typing changes elsewhere does not look for them again. */
  readonly #clashing = $derived.by(() =>
    this.open.briefing.cards.flatMap(({ id, clash }) => (clash ? [id] : [])).join(' ')
  );

  /** With their words and quotes: more than their number needs. */
  readonly told: PointsOfBriefing = $derived.by(() => ({
    clashes: this.#clashing === '' ? [] : openClashes(this.open.briefing),
    ...reportPoints(
      {
        positions: this.#positions,
        statements: this.#statements,
        figures: this.#figures,
        annotations: this.#annotations,
        dismissals: this.#dismissals,
        actors: this.#actors,
        issues: this.#issues,
        sources: this.#sources
      },
      this.#corrected,
      this.#sorted
    )
  }));

  constructor(
    private readonly open: OpenBriefing,
    private readonly voice: Voice,
    private readonly places: PointPlaces,
    private readonly messages: Messages
  ) {}

  /** Evidence whose words, or whose speaker, a newer version has otherwise, while that is open. */
  readonly outdated: ReadonlySet<Id> = $derived.by(() => {
    const corrected = this.#sorted.open.filter(({ kind }) => kind === 'corrected');
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- Never changed once it is made.
    return new Set(corrected.map(({ one }) => one));
  });

  /** How many are open. */
  get count(): number {
    const clashes = this.#clashing === '' ? 0 : this.#clashing.split(' ').length;
    return clashes + this.#sorted.open.length;
  }

  /** What a newer version of its source says of a card, or of the bottom line by the id of the briefing; `null`: nothing that is open. */
  newerOf(part: Id): string | null {
    const found = this.#sorted.open.find(({ kind, one }) => kind === 'corrected' && one === part);
    if (!found) return null;
    const title = this.#sources.find(({ id }) => id === found.other)?.title ?? '';
    const [, words] = found.words;
    return words === ''
      ? `The newer version ${quoted(title)} lacks its words.`
      : `The newer version ${quoted(title)} says ${quoted(words)}${/[.!?…]$/u.test(words) ? '' : '.'}`;
  }

  /** Which of its words quote a position that a later one has superseded. */
  superseded(part: Id, lines: readonly LineInSource[]): readonly SupersededLine[] {
    const ledger = { positions: this.#positions, annotations: this.#annotations };
    return supersededLines(quotedPositions(part, lines, ledger), this.#positions);
  }

  confirmBottomLine(): void {
    const newer = this.newerOf(this.open.briefing.id);
    this.open.edit(named.bottomLineConfirmed(), (b) => confirmPart(b, 'bottom-line'));
    if (newer) this.messages.show(`Confirmed the bottom line. ${newer}`);
    else this.voice.say('Confirmed the bottom line.');
  }

  /** Leads to the point that tells what a newer version says of that part. */
  showPoint(part: Id): void {
    this.places.point(part);
  }

  show(annotation: Id): void {
    this.places.annotation(annotation);
  }

  showSource(source: Id): void {
    this.places.source(source);
  }

  showPosition(position: Id): void {
    this.places.position(position);
  }

  editFigure(figure: Id): void {
    this.places.figure(figure);
  }

  supersede(point: OpenPoint, later: Id): void {
    const earlier = later === point.one.id ? point.other.id : point.one.id;
    this.open.edit(named.pointSuperseded(pairIn(point), aboutPoint(point)), (b) =>
      point.kind === 'figures'
        ? settleFigures(b, contradictionOf(point), later, 'correction')
        : supersedePosition(b, later, earlier)
    );
    const does = deedOnOlder(point);
    this.#say(
      point.order === 'earlier-first'
        ? `Decided: the later one ${does} the earlier.`
        : `Decided: one ${does} the other.`
    );
  }

  change(point: OpenPoint, later: Id): void {
    this.open.edit(named.pointSuperseded(pairIn(point), aboutPoint(point)), (b) =>
      settleFigures(b, contradictionOf(point), later, 'change')
    );
    this.#say('Decided: it changed.');
  }

  showPart(id: Id): void {
    this.places.entry(id === this.open.briefing.id ? 'bottomLine' : 'cards', id);
  }

  #correctedIn({ one, other }: OpenPoint): CorrectedWords | undefined {
    return this.#corrected.find(({ quoting, update }) => quoting === one.id && update === other.id);
  }

  citeNewer(point: OpenPoint): void {
    const found = this.#correctedIn(point);
    if (!found) return;
    this.open.edit(named.pointCited(pairIn(point), aboutPoint(point)), (b) =>
      citeNewerVersion(b, this.open.texts, found)
    );
    this.#say('The newer words are evidence too.');
  }

  recordNewer(point: OpenPoint): void {
    const { briefing, texts } = this.open;
    const found = this.#correctedIn(point);
    const annotation = found && newerEvidence(briefing, texts, found);
    const source = briefing.sources.find(({ id }) => id === annotation?.target.id);
    const text = source && textOfSource(source, texts);
    const place = annotation?.target.selectors.position;
    if (!found || !annotation || !source || !text || !place) return;
    const { start, end } = place;
    const basis: FormBasis = {
      annotation,
      selection: {
        target: annotation.target,
        text: renderedSource(source, text),
        span: { start, end }
      }
    };
    const rests = <T extends { readonly id: Id }>(entries: readonly T[]) =>
      entries.find(({ id }) => found.claims.includes(id));
    const held = rests(briefing.positions);
    const said = rests(briefing.statements);
    const figure = rests(briefing.figures);
    if (figure && !held && !said) return this.places.restateFigure(figure.id, basis, found.quoting);
    const { actor, issue, fromStatement } = held
      ? correctionOf(held, briefing)
      : said
        ? positionFrom(said, briefing)
        : emptyPosition();
    const given = { actor, issue, fromStatement, statement: found.words, drafted: null };
    const what = { orStatement: fromStatement !== null, as: 'supersedes' } as const;
    this.places.record({ ...(held && { status: held.status }), ...given, ...what }, basis);
  }

  third(point: OpenPoint): void {
    const { positions } = this.open.briefing;
    const [one, other] = [point.one.id, point.other.id].map((id) =>
      positions.find((each) => each.id === id)
    );
    if (!one || !other) return;
    const more = one.evidence.filter((id) => !other.evidence.includes(id));
    const evidence = [...other.evidence, ...more];
    const form = correctionOf(other, this.open.briefing);
    this.places.record({ ...form, evidence, settles: [one.id, other.id] });
  }

  contest(point: OpenPoint): void {
    this.open.edit(named.pointContested(pairIn(point), aboutPoint(point)), (b) =>
      contestContradiction(b, contradictionOf(point))
    );
    this.#say('Contested: both stay in force.');
  }

  dismiss(point: OpenPoint, reason: string): void {
    this.open.edit(named.pointDismissed(pairIn(point), aboutPoint(point)), (b) =>
      dismissContradiction(b, contradictionOf(point), reason)
    );
    this.#say('Dismissed, with its reason.');
  }

  takeUp(point: OpenPoint): void {
    this.open.edit(named.pointTakenUp(pairIn(point), aboutPoint(point)), (b) =>
      takeUpContradiction(b, contradictionOf(point))
    );
    this.#say('Reopened.');
  }

  showClash({ clash, card, isThere }: OpenClash): void {
    if (isThere) this.places.entry(clash.list, clash.entry);
    else this.places.entry('cards', card);
  }

  settleClash({ card, clash, about }: OpenClash, choice: ClashChoice): void {
    this.open.edit(named.clashed([clash.entry, card], about), (b) => settleClash(b, card, choice));
    this.#say('Decided.');
  }

  #say(what: string): void {
    const left = this.count;
    this.voice.say(`${what} ${left === 0 ? 'No point is open.' : `${left} open.`}`);
  }
}

function pairIn({ one, other }: OpenPoint): readonly [Id, Id] {
  return [one.id, other.id];
}
