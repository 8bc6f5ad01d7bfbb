/** `standpoint positions`: who holds what over the whole library. */
import type { AcrossPosition } from '../domain/ledger/across-briefings.js';
import { stances } from '../domain/briefing/entries.js';
import { searchPositions } from '../handlers/search-positions.js';
import {
  type Command,
  json as jsonOption,
  library,
  oneOf,
  text,
  UsageError,
  dayOption
} from './command.js';
import { json, shown } from './io.js';
import { entryInWords } from './show-positions.js';
import { readLibrary } from './use-library.js';

export const positions: Command = {
  name: 'positions',
  usage: '[--stance STANCE] [--issue WORDS] [--actor NAME] [--as-of DAY]',
  summary: 'Finds positions in all briefings, latest first',
  details: `An actor is found by any name or alias, also by one that only another briefing knows for it;
an issue by words of its wording. STANCE is ${stances.join(', ')}: who holds it
as of DAY, or as last known. One of the three is needed; together they narrow down, so that
--stance opposes --issue ceasefire tells who opposes it. The JSON is described in docs/json.md.`,
  options: {
    ...library,
    ...jsonOption,
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
    const query = { actor, issue, stance, asOf: dayOption(values, 'as-of') };
    const found = await readLibrary(values, io, [], (opened) => searchPositions(opened, query));
    io.out(values['json'] ? json(found) : found.map(inWords).join('\n'));
    return 0;
  }
};

function inWords({ briefing, position }: AcrossPosition): string {
  const { actor, issue } = position;
  return `- ${shown(actor.name)}, on ${shown(issue.wording)}: ${entryInWords(position)}\n    in ${briefing.id} ${shown(briefing.title)}`;
}
