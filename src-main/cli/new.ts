/** `standpoint new`: what came into a briefing since a day or since it was left last. */
import type { Briefing } from '../domain/briefing/briefing.js';
import {
  type CameIn,
  type Since,
  sinceDay,
  sinceState,
  whatCameIn
} from '../domain/news/came-in.js';
import { dateInWords, stanceWords } from '../domain/terms/terms.js';
import type { Library } from '../store/library.js';
import { type CliCommand, dayOption, json, libraryAndJson, shown } from './command.js';
import { findId, useLibrary } from './use-library.js';

export const whatIsNew: CliCommand = {
  name: 'new',
  usage: 'ID',
  summary: 'Tells what came into a briefing since a day or the last visit',
  details: `Sources, positions with what they supersede or contest, statements, actors, figures and events, the
newest first. Without --since it compares the briefing with how the last visit found it, as far as a
version tells; where none was kept, everything is new.`,
  options: { ...libraryAndJson, since: { type: 'string' } },
  arity: [1, 1],
  run: ({ positionals: [given = ''], values }, io) =>
    useLibrary<0>(values, io, 'read', async (library) => {
      const day = dayOption(values, 'since');
      const { briefing } = await library.open(await findId(library, given));
      const since = day === null ? await sinceLastVisit(library, briefing) : sinceDay(day);
      const came = whatCameIn(briefing, since);
      if (values['json']) io.out(json(came));
      else for (const line of inLines(came)) io.out(line);
      return 0;
    })
};

/** The window keeps what it found as a version before it changes that: `visit` within an hour, else `daily`. */
async function sinceLastVisit(library: Library, { id }: Briefing): Promise<Since> {
  const versions = await library.versions(id);
  const last = versions.find(({ kind }) => kind === 'visit' || kind === 'daily');
  return last ? sinceState((await library.openVersion(id, last.key)).briefing) : () => true;
}

function inLines({ sources, positions, statements, actors, figures, events }: CameIn): string[] {
  return [
    ...sources.map(({ title, published, sameOrigin, updates }) => {
      const facts = [
        published ? dateInWords(published) : '',
        updates ? `update of ${shown(updates.title)}` : '',
        sameOrigin.length > 0 ? `origin of ${sameOrigin.map((o) => shown(o.title)).join(', ')}` : ''
      ];
      return line('Source', shown(title) || 'Untitled source', facts);
    }),
    ...positions.map(({ actor, issue, stance, date, supersedes, contested }) => {
      const earlier = supersedes.map((each) => `supersedes ${stanceWords[each.stance]}`);
      const others = contested.map((each) => `contests ${stanceWords[each.stance]}`);
      const what = `${shown(actor.name)} on ${shown(issue.wording)}: ${stanceWords[stance]}`;
      return line('Position', what, [date ? dateInWords(date) : '', ...earlier, ...others]);
    }),
    ...statements.map(({ actor, text }) =>
      line('Statement', `${shown(actor.name)}: ${shown(text)}`, [])
    ),
    ...actors.map(({ name }) => line('Actor', shown(name), [])),
    ...figures.map(({ wording, measures }) => line('Figure', shown(wording), [shown(measures)])),
    ...events.map(({ title, date }) => line('Event', shown(title), [date ? dateInWords(date) : '']))
  ];
}

function line(kind: string, what: string, facts: readonly string[]): string {
  const told = facts.filter((fact) => fact !== '');
  return `${`${kind}:`.padEnd(10)} ${what}${told.length > 0 ? ` (${told.join('; ')})` : ''}`;
}
