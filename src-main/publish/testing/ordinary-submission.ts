/** For tests: a submission of ordinary size: three asks, two options, five cards, four outcomes, eight actors on four issues. */
import { type Briefing, emptyBriefing } from '../../domain/briefing/briefing.js';
import {
  newActor,
  newCard,
  newIssue,
  newOutcome,
  stances,
  type Position
} from '../../domain/briefing/entries.js';
import { newId } from '../../domain/base/values.js';

const moment = '2025-08-17T09:00:00.000Z';
const point =
  'The line carries four thousand people a day, of whom one in three has no other way to work or to school.';

export function ordinarySubmission(): { briefing: Briefing; texts: Record<string, string> } {
  const actors = [
    'Ministry of Transport',
    'Regional council',
    'Union of railway workers',
    'Association of commuters',
    'Chamber of commerce',
    'Operator of the line',
    'Mayors along the line',
    'Court of auditors'
  ].map((name) => newActor(name, 'organisation'));
  const issues = [
    'Should the line be closed in the spring?',
    'Should buses replace the trains?',
    'Should the state pay for the track?',
    'Should fares rise before that?'
  ].map((wording) => newIssue(wording));
  const positions = actors.flatMap(({ id: actor }, row) =>
    issues.map(({ id: issue }, column): Position => ({
      ...{ id: newId(), actor, issue, stance: stances[(row + column) % 3]!, condition: '' },
      ...{ statement: point, said: '2025-08-16', effective: null, reported: null },
      ...{ attribution: [], status: 'stated', confidence: null, evidence: [], supersedes: [] },
      ...{ contested: [], reviewBy: null, recordedAt: moment, by: null }
    }))
  );
  const empty = emptyBriefing('Whether to close the line to the coast', new Date(moment));
  const briefing: Briefing = {
    ...empty,
    language: 'en',
    date: '2025-08-17',
    marking: 'For internal use',
    bottomLine: `The line can be kept for two more winters at the present cost. ${point}`,
    submission: {
      to: 'The Minister',
      from: 'Rail unit',
      copy: 'Press office; Legal adviser',
      decideBy: '2025-08-29',
      recommendation:
        'agree to keep the line open until the spring of 2027;\nagree to ask the regional council for a third of the cost of the track;\nnote that the court of auditors will report in October.',
      options: [
        'Close the line in the spring and let buses run from the first day, at half of the cost.',
        'Sell the track to the regional council for a token price, with the duty to keep it.'
      ],
      handling: 'Not to be copied.',
      clearance: 'Legal adviser',
      contact: 'Rail unit, duty desk'
    },
    cards: [
      'Who travels',
      'What it costs',
      'What buses can do',
      'Who decides',
      'What others did'
    ].map((heading) =>
      newCard('fact', { heading, body: `${point} ${point}`, keyPoint: point, reviewed: true })
    ),
    outcomes: [
      'The regional council pays a third of the cost of the track from next year on.',
      'The operator gives notice before the winter timetable begins in December.',
      'The court of auditors calls the present contract a waste of public money.',
      'The union strikes in the autumn if the ministry names a day for the closure.'
    ].map((statement) => ({
      ...newOutcome(statement, []),
      likelihood: 'likely' as const,
      confidence: 'moderate' as const,
      horizon: '2025-12-31'
    })),
    actors,
    issues,
    positions
  };
  return { briefing, texts: {} };
}
