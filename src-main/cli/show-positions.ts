/** `standpoint show ID --positions`: who holds what as of a day. */
import type { PositionReport, ReportedEntry } from '../domain/ledger/position-report.js';
import { stanceWords } from '../domain/terms/terms.js';
import { count, shown } from './io.js';

export function positionsInWords(report: PositionReport): string {
  const { positions, conflicts, gaps, commonGround } = report;
  const head = `${shown(report.briefing.title) || 'Untitled'}: positions ${
    report.asOf ? `as of ${report.asOf}` : 'as last known'
  }`;
  const parts = [
    head,
    positions
      .map((position) =>
        [
          `- ${shown(position.actor.name)}, on ${shown(position.issue.wording)}: ${entryInWords(position)}`,
          ...position.earlier.map((entry) => `    before: ${entryInWords(entry)}`)
        ].join('\n')
      )
      .join('\n'),
    conflicts
      .map(
        ({ actor, issue, day, entries }) =>
          `Conflict: ${shown(actor.name)}, on ${shown(issue.wording)}, ${day ?? 'undated'}: ${entries
            .map(({ stance }) => stanceWords[stance].toLowerCase())
            .join(' and ')}.`
      )
      .join('\n'),
    commonGround
      .map(({ issue, actors, conditions }) => {
        const terms = conditions.map(({ actor, condition }) => `${actor.name}: ${condition}`);
        const on = terms.length ? `, on conditions (${terms.join('; ')})` : '';
        const names = actors.map(({ name }) => name).join(', ');
        return shown(`Common ground: ${issue.wording} Supported by ${names}${on}.`);
      })
      .join('\n'),
    gaps.length ? `${count(gaps.length, 'cell')} of the matrix without a known position.` : ''
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Such as “Opposes (since 2025-08-15, stated). Its words “quote””. */
export function entryInWords(entry: ReportedEntry): string {
  const condition = entry.condition ? `, if: ${entry.condition}` : '';
  const since = entry.since ? `since ${entry.since}, ` : '';
  const quotes = entry.evidence.map(({ quote }) => `\n    “${shown(quote)}”`).join('');
  const statement = entry.statement ? ` ${shown(entry.statement)}` : '';
  return `${stanceWords[entry.stance]}${shown(condition)} (${since}${entry.status}).${statement}${quotes}`;
}
