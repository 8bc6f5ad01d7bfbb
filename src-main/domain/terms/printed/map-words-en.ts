/** The fixed words of a map of positions in English, and of what a timeline shows, for those who do not see it. */
import { counting } from './counting.js';

const many = counting('en');

export const mapWordsEn = {
  timelineChange: (actor: string, issue: string, before: string, after: string, day: string) =>
    `${actor} on “${issue}”: from ${before} to ${after}, ${day}.`,
  timelineStays: 'No stance on record changed.',
  group: 'Group',
  groupOf: (letter: string) => (letter ? `Group ${letter}` : 'In no group'),
  issues: 'Issues',
  conditions: 'Conditions',
  groups: 'Groups',
  changed: 'Changed',
  supporting: 'for',
  opposing: 'against',
  inAll: 'Actors',
  lettered: 'on a condition: see its letter under “Conditions”',
  none: 'none on record',
  changedSince: (day: string) => `changed since ${day}`,
  changedBefore: 'changed: another stance stood there before',
  several: 'several positions in force',
  noQuote: 'no quote on record',
  dayWithoutQuote: (day: string, count: number, all: number) =>
    `${day}; ${count} of ${all} rest on no quote`,
  day: (day: string) => `Positions as of ${day}`,
  lastKnown: 'Positions as last known',
  members: many({ one: '# actor.', other: '# actors.' }),
  howGrouped:
    'Actors stand together who mostly hold the same on the same issues, as counted from this ledger.',
  support: (issues: string) => `Most support ${issues}.`,
  oppose: (issues: string) => `Most oppose ${issues}.`,
  both: (support: string, oppose: string) => `Most support ${support}; most oppose ${oppose}.`,
  neither: 'On no issue do most hold the same.',
  ungrouped: 'Too little on record to tell, or like no other.',
  was: (before: string, now: string) => `was ${before}, is ${now}`,
  wasUntil: (before: string, now: string, day: string) => `was ${before}, is ${now} (${day})`
};
