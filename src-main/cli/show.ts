/** `standpoint show`: one briefing, whole. */
import type { Briefing } from '../domain/briefing.js';
import { type Command, json as jsonOption, library } from './command.js';
import { findId } from './find-id.js';
import { count, json, shown } from './io.js';
import { useLibrary } from './use-library.js';

export const show: Command = {
  name: 'show',
  usage: 'ID',
  summary: 'Shows one briefing',
  details: 'The beginning of an id is enough if no other briefing shares it.',
  options: { ...library, ...jsonOption },
  arity: [1, 1],
  async run({ positionals: [given = ''], values }, io) {
    const { briefing, revision, texts } = await useLibrary(values, io, 'read', async (opened) =>
      opened.open(await findId(opened, given))
    );
    io.out(values['json'] ? json({ ...briefing, revision, texts }) : inWords(briefing));
    return 0;
  }
};

function inWords(briefing: Briefing): string {
  const names = new Map<string, string>([
    ...briefing.actors.map(({ id, name }) => [id, name] as const),
    ...briefing.issues.map(({ id, wording }) => [id, wording] as const)
  ]);
  const positions = briefing.positions.map(
    ({ actor, issue, stance, statement }) =>
      `- ${names.get(actor) ?? actor}, on ${names.get(issue) ?? issue}: ${stance}. ${statement}`
  );
  const parts = [
    shown(briefing.title) || 'Untitled',
    lines(briefing.bottomLine),
    ...briefing.cards.map(
      ({ kind, heading, body }) => `${shown(heading)} [${kind}]\n${lines(body)}`
    ),
    ...(positions.length ? [`Positions\n${positions.map(shown).join('\n')}`] : []),
    `${count(briefing.annotations.length, 'annotation')}, ${count(briefing.sources.length, 'source')}`
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function lines(text: string): string {
  return text.split('\n').map(shown).join('\n').trim();
}
