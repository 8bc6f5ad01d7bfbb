/** Findings after they were found: by place, and without those that were set aside. */
import type { Dismissal } from '../briefing/dismissal.js';
import { newId, type Id } from '../base/id.js';
import { maxLengths } from '../base/limits.js';
import type { Finding } from './finding.js';

/** Those that were not set aside: the same words by the same rule at the same place stay away. */
export function withoutDismissed(
  findings: readonly Finding[],
  dismissals: readonly Dismissal[]
): readonly Finding[] {
  const set = new Set(dismissals.filter(({ of }) => of === 'finding').map((each) => keyOf(each)));
  return findings.filter((finding) => !set.has(keyOf(finding)));
}

/** By what they are about. */
export function byPlaceOf(findings: readonly Finding[]): ReadonlyMap<Id, readonly Finding[]> {
  const places = new Map<Id, Finding[]>();
  for (const finding of findings) {
    places.set(finding.about, [...(places.get(finding.about) ?? []), finding]);
  }
  return places;
}

export function dismissalOf(finding: Finding, now: Date): Dismissal {
  return {
    id: newId(),
    of: 'finding',
    about: finding.about,
    rule: finding.rule,
    words: finding.words.slice(0, maxLengths.statement),
    dismissedAt: now.toISOString()
  };
}

function keyOf({ about, rule, words }: Pick<Dismissal, 'about' | 'rule' | 'words'>): string {
  return [about, rule, words.slice(0, maxLengths.statement)].join('\n');
}
