/** What stands behind the words of a card, or of the bottom line: the way to their source, and to what supersedes them. */
import type { Id } from '../../../src-main/domain/base/values.js';
import { firstDayOf } from '../../../src-main/domain/base/values.js';
import { dateOfPosition } from '../../../src-main/domain/ledger/ledger.js';
import { quoted, stanceWords } from '../../../src-main/domain/terms/terms.js';
import type { PlaceMark } from '../../annotations/text/place-marks.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';
import type { DeskState } from '../desk/desk.svelte.js';

/**
 * @param part the id of the card; of the bottom line that of the briefing
 * @param rendered its text
 */
export function marksOfPart(desk: DeskState, part: Id, rendered: string): readonly PlaceMark[] {
  const lines = desk.sourceWords.find(rendered);
  const places = lines.map((line): PlaceMark => {
    const where = desk.sourceWords.nameOf(line) || 'the source';
    return {
      ...{ line: line.line, kind: 'place', mark: `¶${line.paragraph}` },
      label: `Paragraph ${line.paragraph} of ${where}`,
      title: `Leads to these words in ${where}`,
      onshow: () => desk.showLine(line)
    };
  });
  const newer = desk.points.superseded(part, lines).map(({ line, newer: position }): PlaceMark => {
    const { actor, stance, statement } = position;
    const date = dateOfPosition(position);
    const when = date === null ? 'later' : personsDates.inWords(date);
    const name = desk.open.briefing.actors.find(({ id }) => id === actor)?.name ?? '';
    const said = statement === '' ? stanceWords[stance] : quoted(statement);
    return {
      ...{ line, kind: 'newer', mark: date === null ? 'newer' : dayWithin(date, desk) },
      label: `Superseded ${when} by ${name}: ${said}`,
      title: `${name}, ${when}: ${said} Leads to the history.`,
      onshow: () => desk.showPosition(position.id)
    };
  });
  return [...places, ...newer];
}

/** Without the year that the briefing is of. */
function dayWithin(date: string, { open }: DeskState): string {
  const short = personsDates.inShort(date);
  const year = firstDayOf(date).slice(0, 4);
  const isSame = date.length > 4 && open.briefing.date?.startsWith(year) === true;
  return isSame ? short.replace(new RegExp(`,? ${year}$`, 'u'), '') : short;
}
