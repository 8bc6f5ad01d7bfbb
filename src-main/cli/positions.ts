/** `standpoint positions`: who holds what over the whole library. */
import { everyPosition, type AcrossPosition } from '../domain/ledger/across-briefings.js';
import { stances } from '../domain/briefing/entries.js';
import {
  type CliCommand,
  dayOption,
  json,
  libraryAndJson,
  oneOf,
  shown,
  text,
  UsageError
} from './command.js';
import { askLibraryIndex } from './use-library.js';
import type {
  PositionReport,
  ReportedEntry,
  ReportedPosition
} from '../domain/ledger/position-report.js';
import { corroborationInWords } from '../domain/ledger/corroboration.js';
import { conditionAfter } from '../domain/terms/condition-words.js';
import { dateOfPositionInWords, datesOf } from '../domain/terms/days-of-position.js';
import { en } from '../domain/terms/printed/en.js';
import { besideInWords, stanceWords } from '../domain/terms/terms.js';
import { counted } from '../domain/text/joined-words.js';

export const positions: CliCommand = {
  name: 'positions',
  usage: '[--stance STANCE] [--issue WORDS] [--actor NAME] [--as-of DAY]',
  summary: 'Finds positions in all briefings, latest first',
  details: `An actor is found by any name or alias, also by one that only another briefing knows for it;
an issue by words of its wording. STANCE is ${stances.join(', ')}: who holds it
as of DAY, or as last known. Who holds two stances in force is told under each. One of the three is needed; together they narrow down, so that
--stance opposes --issue ceasefire tells who opposes it. The JSON is described in docs/json.md.`,
  options: {
    ...libraryAndJson,
    actor: { type: 'string' },
    issue: { type: 'string' },
    stance: { type: 'string' },
    'as-of': { type: 'string' }
  },
  arity: [0, 0],
  async run({ values }, io) {
    const actor = text(values, 'actor')?.trim() || null;
    const issue = text(values, 'issue')?.trim() || null;
    const stance =
      values['stance'] === undefined ? null : oneOf(values, 'stance', stances, 'unclear');
    if (actor === null && issue === null && stance === null) {
      throw new UsageError('positions needs --actor NAME, --issue WORDS or --stance STANCE.');
    }
    const query = { ...everyPosition, actor, issue, stance, asOf: dayOption(values, 'as-of') };
    const found = await askLibraryIndex<readonly AcrossPosition[]>(
      values,
      io,
      [],
      (index, said) => index.positions(query, said, null).positions
    );
    io.out(values['json'] ? json(found) : found.map(inWords).join('\n'));
    return 0;
  }
};

function inWords({ briefing, position }: AcrossPosition): string {
  const { actor, issue } = position;
  return `- ${shown(actor.name)}, on ${shown(issue.wording)}: ${positionInWords(position)}\n    in ${briefing.id} ${shown(briefing.title)}`;
}

/** What `standpoint show ID --positions` tells. */
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
          `- ${shown(position.actor.name)}, on ${shown(position.issue.wording)}: ${positionInWords(position)}`,
          ...position.alongside.map((entry) => `    also in force: ${entryInWords(entry)}`),
          ...position.earlier.map((entry) => `    before: ${entryInWords(entry)}`)
        ].join('\n')
      )
      .join('\n'),
    conflicts
      .map(
        ({ actor, issue, entries }) =>
          `Conflict: ${shown(actor.name)}, on ${shown(issue.wording)}: ${entries
            .map(heldInWords)
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
    gaps.length ? `${counted(gaps.length, 'cell')} of the matrix without a known position.` : ''
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Such as “opposes (2025-08-15)”, “supports (reported 2025-08-16)” or “denied: supports (undated)”. */
function heldInWords(entry: ReportedEntry): string {
  const held = stanceWords[entry.stance].toLowerCase();
  const day = dateOfPositionInWords(entry, en, String) || en.undated;
  return `${entry.status === 'denied' ? `denied: ${held}` : held} (${day})`;
}

function positionInWords(position: ReportedPosition): string {
  return entryInWords(position, besideInWords(position.beside));
}

/** Such as “Opposes (said 2025-08-15, stated, contested: supports, 4 reports, 2 origins). Its words “quote””. */
function entryInWords(entry: ReportedEntry, beside = ''): string {
  const condition = entry.condition ? `, ${conditionAfter('if:', entry.condition)}` : '';
  const facts = [
    ...datesOf(entry, en, String).slice(0, 1),
    entry.status,
    ...(beside === '' ? [] : [beside]),
    ...(entry.corroboration.reports > 1 ? [corroborationInWords(entry.corroboration)] : [])
  ];
  const quotes = entry.evidence.map(({ quote }) => `\n    “${shown(quote)}”`).join('');
  const statement = entry.statement ? ` ${shown(entry.statement)}` : '';
  return `${stanceWords[entry.stance]}${shown(condition)} (${facts.join(', ')}).${statement}${quotes}`;
}
