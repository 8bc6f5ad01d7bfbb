/** `standpoint compare`: what changed between two briefings, or in one between two days. */
import { compareBriefings } from '../domain/compare/compare-briefings.js';
import { type Command, json as jsonOption, library, UsageError } from './command.js';
import { comparisonInWords } from './comparison-words.js';
import { dayOption } from './day-option.js';
import { findId } from './find-id.js';
import { json } from './io.js';
import { useLibrary } from './use-library.js';

export const compare: Command = {
  name: 'compare',
  usage: 'ID [ID] [--from DAY] [--until DAY]',
  summary: 'Tells what changed between two briefings, or in one between two days',
  details: `Cards are compared word by word, positions by what happened to them (new, withdrawn, reversed,
hardened, softened, newly evidenced, restated, due for review). The days choose the state of
each side; one briefing needs at least one. The JSON is described in docs/json.md.`,
  options: {
    ...library,
    ...jsonOption,
    from: { type: 'string' },
    until: { type: 'string' }
  },
  arity: [1, 2],
  async run({ positionals: [first = '', second], values }, io) {
    const [from, to] = [dayOption(values, 'from'), dayOption(values, 'until')];
    if (second === undefined && from === null && to === null) {
      throw new UsageError('compare needs two IDs, or one and --from DAY or --until DAY.');
    }
    const comparison = await useLibrary(values, io, 'read', async (opened) => {
      const before = (await opened.open(await findId(opened, first))).briefing;
      const after = second ? (await opened.open(await findId(opened, second))).briefing : before;
      return compareBriefings({ briefing: before, day: from }, { briefing: after, day: to });
    });
    io.out(values['json'] ? json(comparison) : comparisonInWords(comparison));
    return 0;
  }
};
