/** `standpoint open-points`: what in a briefing contradicts something else in it, and nobody has settled. */
import { correctedWords } from '../domain/contradictions/corrected-lines.js';
import {
  contradictionWords,
  type OpenPoint,
  reportOpenPoints,
  wordsOfSide
} from '../domain/contradictions/report-open-points.js';
import { dateInWords } from '../domain/terms/terms.js';
import { type CliCommand, json, libraryAndJson, shown } from './command.js';
import { findId, useLibrary } from './use-library.js';

export const openPoints: CliCommand = {
  name: 'open-points',
  usage: 'ID',
  summary: 'Tells what in a briefing contradicts something else in it',
  details: `Two stances of one actor in force, a statement that was denied, two figures for one measure, one
utterance in different words, and evidence, or lines of a card, that a newer version of their source has
otherwise, as long as nobody has settled them.`,
  options: { ...libraryAndJson },
  arity: [1, 1],
  run: ({ positionals: [given = ''], values }, io) =>
    useLibrary<0>(values, io, 'read', async (library) => {
      const { briefing, texts } = await library.open(await findId(library, given));
      const points = reportOpenPoints(briefing, correctedWords(briefing, texts));
      if (values['json']) io.out(json(points));
      else if (points.length === 0) io.out('Nothing contradicts, or all of it is settled.');
      else for (const point of points) io.out(inLines(point));
      return 0;
    })
};

function inLines(point: OpenPoint): string {
  const { kind, actor, issue, measures, order, one, other } = point;
  const about = [actor?.name, issue?.wording, measures]
    .filter(Boolean)
    .map((words) => shown(words ?? ''));
  const sides = [one, other].map((side) => {
    const { date, stance, status, quotes } = side;
    const held = status === 'denied' ? `denied: ${stance}` : stance;
    const said = [
      date ? dateInWords(date) : 'undated',
      held,
      shown(wordsOfSide(point, side))
    ].filter(Boolean);
    const where = quotes.flatMap(({ source }) => (source ? shown(source.title) : []));
    return `  ${said.join(': ')}${where.length > 0 ? ` (${where.join('; ')})` : ''}`;
  });
  const isSameDay = order === 'same-day' && one.stance !== null;
  const head = `${contradictionWords[kind]}${isSameDay ? ', both of the same day' : ''}`;
  return [[head, ...about].join(': '), ...sides].join('\n');
}
