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
import { type LibraryNames, noLibraryNames } from '../domain/suggestions/library-names.js';
import { counted } from '../domain/text/joined-words.js';
import {
  type CliCommand,
  dayOption,
  type Io,
  json,
  libraryAndJson,
  type OptionValues,
  shown
} from './command.js';
import { askLibraryIndex, findId, useLibrary } from './use-library.js';

export const whatIsNew: CliCommand = {
  name: 'new',
  usage: 'ID',
  summary: 'Tells what came into a briefing since a day or the last visit',
  details: `Sources, positions with what they supersede or contest, statements, actors, figures and events, the
newest first. Without --since it compares the briefing with how the last visit found it, as far as a
version tells; where none was kept, everything is new. Of an actor it says how many other briefings of the
library know him.`,
  options: { ...libraryAndJson, since: { type: 'string' } },
  arity: [1, 1],
  async run({ positionals: [given = ''], values }, io) {
    const day = dayOption(values, 'since');
    const { came, briefing } = await useLibrary(values, io, 'read', async (library) => {
      const { briefing } = await library.open(await findId(library, given));
      const since = day === null ? await sinceLastVisit(library, briefing) : sinceDay(day);
      return { briefing, came: whatCameIn(briefing, since) };
    });
    const told = { ...came, actors: await knownElsewhere(came.actors, briefing, values, io) };
    if (values['json']) io.out(json(told));
    else {
      const lines = inLines(told);
      const since = day === null ? 'the last visit' : dateInWords(day);
      for (const line of lines) io.out(line);
      if (lines.length === 0) io.out(`Nothing came in since ${since}.`);
    }
    return 0;
  }
};

/** With how many other briefings of the library know each; nothing is asked of none. */
async function knownElsewhere(
  actors: CameIn['actors'],
  { id, actors: all }: Briefing,
  values: OptionValues,
  io: Io
): Promise<CameIn['actors']> {
  if (actors.length === 0) return actors;
  const asked = actors.map((actor) => {
    const aliases = all.find((each) => each.id === actor.id)?.aliases ?? [];
    const isShort = actor.type === 'person' && !/\s/.test(actor.name);
    const full = actor.type === 'person' ? aliases.filter((alias) => /\s/.test(alias)) : aliases;
    return { id: actor.id, names: [actor.name, ...full], isShort };
  });
  const known = await askLibraryIndex<LibraryNames>(values, io, noLibraryNames, (index, said) =>
    index.names({ briefing: id, actors: asked, issues: [], surnames: [] }, said)
  );
  const counts = new Map<string, number>(known.actors.map((each) => [each.id, each.briefings]));
  return actors.map((actor) => ({ ...actor, briefings: counts.get(actor.id) ?? 0 }));
}

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
    ...actors.map(({ name, briefings = 0 }) =>
      line('Actor', shown(name), [
        briefings > 0 ? `known from ${counted(briefings, 'briefing')}` : ''
      ])
    ),
    ...figures.map(({ wording, measures }) => line('Figure', shown(wording), [shown(measures)])),
    ...events.map(({ title, date }) => line('Event', shown(title), [date ? dateInWords(date) : '']))
  ];
}

function line(kind: string, what: string, facts: readonly string[]): string {
  const told = facts.filter((fact) => fact !== '');
  return `${`${kind}:`.padEnd(10)} ${what}${told.length > 0 ? ` (${told.join('; ')})` : ''}`;
}
