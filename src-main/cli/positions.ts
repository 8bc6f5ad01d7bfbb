/** `standpoint positions`: an actor's or an issue's positions over the whole library. */
import type { AcrossPosition } from '../domain/across-briefings.js';
import { searchPositions } from '../search-positions.js';
import { type Command, json as jsonOption, library, text, UsageError } from './command.js';
import { dayOption } from './day-option.js';
import { json, shown } from './io.js';
import { entryInWords } from './show-positions.js';
import { readLibrary } from './use-library.js';

export const positions: Command = {
  name: 'positions',
  usage: '--actor NAME|--issue WORDS [--as-of DAY]',
  summary: 'Finds positions in all briefings, latest first',
  details: `An actor is found by any name or alias, also by one that only another briefing knows for it;
an issue by words of its wording. With both, only what that actor holds on that issue. The
JSON is described in docs/json.md.`,
  options: {
    ...library,
    ...jsonOption,
    actor: { type: 'string' },
    issue: { type: 'string' },
    'as-of': { type: 'string' }
  },
  arity: [0, 0],
  async run({ values }, io) {
    const actor = text(values, 'actor')?.trim() || null;
    const issue = text(values, 'issue')?.trim() || null;
    if (actor === null && issue === null) {
      throw new UsageError('positions needs --actor NAME or --issue WORDS.');
    }
    const query = { actor, issue, asOf: dayOption(values, 'as-of') };
    const found = await readLibrary(values, io, [], (opened) => searchPositions(opened, query));
    io.out(values['json'] ? json(found) : found.map(inWords).join('\n'));
    return 0;
  }
};

function inWords({ briefing, position }: AcrossPosition): string {
  const { actor, issue } = position;
  return `- ${shown(actor.name)}, on ${shown(issue.wording)}: ${entryInWords(position)}\n    in ${briefing.id} ${shown(briefing.title)}`;
}
