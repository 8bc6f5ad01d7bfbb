/** `standpoint show`: one briefing, whole. */
import type { Briefing } from '../domain/briefing/briefing.js';
import { sourcesInWords } from '../domain/ledger/corroboration.js';
import { mentionsOf } from '../domain/ledger/mentions.js';
import { reportPositions } from '../domain/ledger/position-report.js';
import { counted } from '../domain/text/joined-words.js';
import { type CliCommand, dayOption, json, libraryAndJson, shown, UsageError } from './command.js';
import { findId, useLibrary } from './use-library.js';
import { positionsInWords } from './positions.js';

export const show: CliCommand = {
  name: 'show',
  usage: 'ID [--positions [--as-of DAY]]',
  summary: 'Shows one briefing, or only its positions as of a day',
  details: `The beginning of an id is enough if no other briefing shares it. A day counts whole; positions
go by the day from which they are effective, else were said, else were reported. The JSON of
--positions is described in docs/json.md.`,
  options: {
    ...libraryAndJson,
    positions: { type: 'boolean' },
    'as-of': { type: 'string' }
  },
  arity: [1, 1],
  async run({ positionals: [given = ''], values }, io) {
    const day = dayOption(values, 'as-of');
    if (day !== null && !values['positions']) {
      throw new UsageError('--as-of needs --positions.');
    }
    const { briefing, revision, texts } = await useLibrary(values, io, 'read', async (opened) =>
      opened.open(await findId(opened, given))
    );
    if (values['positions']) {
      const report = reportPositions(briefing, day);
      io.out(values['json'] ? json(report) : positionsInWords(report));
      return 0;
    }
    io.out(values['json'] ? json({ ...briefing, revision, texts }) : inWords(briefing, texts));
    return 0;
  }
};

function inWords(briefing: Briefing, texts: Readonly<Record<string, string>>): string {
  const names = new Map<string, string>([
    ...briefing.actors.map(({ id, name }) => [id, name] as const),
    ...briefing.issues.map(({ id, wording }) => [id, wording] as const)
  ]);
  const positions = briefing.positions.map(
    ({ actor, issue, stance, statement }) =>
      `- ${names.get(actor) ?? actor}, on ${names.get(issue) ?? issue}: ${stance}. ${statement}`
  );
  const sources = briefing.sources.map(({ id, text }) => ({ id, text: texts[text] ?? '' }));
  const actors = briefing.actors.map((actor) => {
    const { count: times } = mentionsOf(actor, sources, 0);
    return `- ${[actor.name, ...actor.aliases].join(', ')} (${actor.type}): named ${counted(times, 'time')} in the sources`;
  });
  const parts = [
    shown(briefing.title) || 'Untitled',
    lines(briefing.bottomLine),
    ...briefing.cards.map(
      ({ kind, heading, body }) => `${shown(heading)} [${kind}]\n${lines(body)}`
    ),
    ...(actors.length ? [`Actors\n${actors.map(shown).join('\n')}`] : []),
    ...(positions.length ? [`Positions\n${positions.map(shown).join('\n')}`] : []),
    `${counted(briefing.annotations.length, 'annotation')}, ${sourcesInWords(briefing)}`
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function lines(text: string): string {
  return text.split('\n').map(shown).join('\n').trim();
}
