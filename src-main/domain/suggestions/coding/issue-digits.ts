/** Which digit chooses which of the offered issues, from one statement to the next. Knows no briefing. */
import { foldName } from '../../text/fold-name.js';
import type { OfferedIssue } from './offer-issues.js';

export interface IssueOnDigit extends OfferedIssue {
  /** From 1 to 9. */
  readonly digit: number;
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
type Digit = (typeof digits)[number];

export class IssueDigits {
  /** By the folded wording, since words of a text that are taken become an issue of the briefing. */
  readonly #known = new Map<string, Digit>();
  /** Of issues of the briefing. */
  readonly #kept = new Set<Digit>();

  /**
   * In the same order, no digit twice. An issue of the briefing keeps the digit that it had first, and other words get
   * it only when no other is free; they keep their own as long as no issue of the briefing takes it.
   *
   * @param offered at most nine, no two worded alike.
   */
  of(offered: readonly OfferedIssue[]): readonly IssueOnDigit[] {
    const taken = new Map<Digit, OfferedIssue>();
    const all = offered.map((issue) => ({ issue, key: foldName(issue.wording) }));
    // Those that had theirs first come first.
    const order = [...this.#known.keys()];
    const rank = ({ issue, key }: (typeof all)[number]) =>
      (this.#known.has(key) ? 0 : 2) + (issue.id === null ? 1 : 0);
    const inTurn = all.toSorted(
      (a, b) => rank(a) - rank(b) || order.indexOf(a.key) - order.indexOf(b.key)
    );
    for (const { issue, key } of inTurn) {
      const known = this.#known.get(key);
      const free = digits.filter((digit) => !taken.has(digit));
      const unclaimed = free.filter((digit) => !this.#kept.has(digit));
      const usable = issue.id === null ? unclaimed : free;
      const digit = usable.find((each) => each === known) ?? unclaimed[0] ?? free[0];
      if (digit === undefined) throw new Error('More issues are offered than there are digits');
      taken.set(digit, issue);
      if (issue.id === null || known === undefined) this.#known.set(key, digit);
      if (issue.id !== null) this.#kept.add(known ?? digit);
    }
    const digitOf = new Map([...taken].map(([digit, issue]) => [issue, digit]));
    return offered.map((issue) => ({ ...issue, digit: digitOf.get(issue) as Digit }));
  }
}

/** As they are read. */
export function byDigit(offered: readonly IssueOnDigit[]): readonly IssueOnDigit[] {
  return offered.toSorted((a, b) => a.digit - b.digit);
}
