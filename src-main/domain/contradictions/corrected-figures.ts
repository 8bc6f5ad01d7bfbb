/** Figures that the words of another one deny by their number: “seven workers, not two, were injured”. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Figure } from '../briefing/entries.js';
import { dismissedPairs, type FigureRule, figuresSettled, pairOf } from '../ledger/held-stances.js';
import { deniedNumbers } from '../text/denied-numbers.js';
import { readNumbers } from '../text/numbers.js';
import { type ComparedFigure, haveWordsInCommon } from './same-measure.js';

export interface CorrectedFigure {
  readonly older: Figure;
  readonly newer: Figure;
  /** Whether the older one was wrong, or was right on its day. */
  readonly rule: FigureRule;
}

/** A number from here on, such as 260, is seldom that of another measure by chance. */
const seldomByChance = 20;

/** Of two that are on one thing. Their days say nothing: what is denied was never so. @param denied by the words of `newer` */
export function corrects(
  newer: ComparedFigure,
  denied: readonly number[],
  older: ComparedFigure
): boolean {
  if (denied.length === 0 || denied.includes(newer.value)) return false;
  const least = Math.min(...denied) < seldomByChance ? 2 : 1;
  return isAmong(denied, older) && haveWordsInCommon(newer, older, least);
}

/** Of “62 Millionen” the number alone may be read, in both. */
export function isAmong(
  denied: readonly number[],
  { value, wording }: Pick<Figure, 'value' | 'wording'>
): boolean {
  const values = [value, ...readNumbers(wording).flatMap(({ values }) => values)];
  return values.some((each) => denied.includes(each));
}

/** Each pair once. Those that a person dismissed are among them. */
export function figureCorrections({
  figures,
  annotations
}: Pick<Briefing, 'figures' | 'annotations'>): readonly CorrectedFigure[] {
  if (figures.length < 2) return [];
  const denied = new Map(
    annotations.flatMap(({ id, target }): [Id, readonly number[]][] => {
      const numbers = deniedNumbers(target.selectors.quote.exact);
      return numbers.length > 0 ? [[id, numbers]] : [];
    })
  );
  if (denied.size === 0) return [];
  return figures.flatMap((newer) => {
    const numbers = newer.evidence.flatMap((id) => denied.get(id) ?? []);
    return figures.flatMap((older) =>
      corrects(newer, numbers, older) ? [{ older, newer, rule: 'correction' as const }] : []
    );
  });
}

/** The same without those that a person dismissed, and with those of which a person said so. */
export function correctedFigures(
  briefing: Pick<Briefing, 'figures' | 'annotations' | 'dismissals'>
): readonly CorrectedFigure[] {
  const dismissed = dismissedPairs(briefing.dismissals);
  const figures = new Map(briefing.figures.map((figure) => [figure.id, figure]));
  const told = figuresSettled(briefing.dismissals).flatMap(({ rule, ...ids }) => {
    const [older, newer] = [figures.get(ids.older), figures.get(ids.newer)];
    return older && newer ? [{ older, newer, rule }] : [];
  });
  const found = figureCorrections(briefing).filter(
    ({ older, newer }) =>
      !dismissed.has(pairOf({ kind: 'figures', one: older.id, other: newer.id }))
  );
  return [...found, ...told];
}
