/** The timeline as a picture: what happened, and when who took which stance, on one axis. */
import type { Briefing } from '../briefing.js';
import { dayOfPosition } from '../ledger.js';
import { firstDayOf } from '../partial-date.js';
import type { Stance } from '../position.js';

export interface TimelineMark {
  /** Where on the axis, from 0 to 1. */
  readonly at: number;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `null`: an event. */
  readonly stance: Stance | null;
  readonly label: string;
}

export interface TimelineRow {
  readonly name: string;
  readonly marks: readonly TimelineMark[];
}

export interface Timeline {
  readonly from: string;
  readonly to: string;
  /** Events first, then an actor each, in the briefing's order. */
  readonly rows: readonly TimelineRow[];
}

/** `null` where fewer than two days are known: that is no course of events. */
export function timelineOf({ events, actors, issues, positions }: Briefing): Timeline | null {
  const wordings = new Map(issues.map(({ id, wording }) => [id, wording]));
  const rows = [
    {
      name: 'Events',
      marks: events.flatMap(({ date, title }) =>
        date === null ? [] : { day: firstDayOf(date), stance: null, label: title }
      )
    },
    ...actors.map(({ id, name }) => ({
      name,
      marks: positions.flatMap((position) => {
        const day = dayOfPosition(position);
        if (position.actor !== id || day === null) return [];
        return { day, stance: position.stance, label: wordings.get(position.issue) ?? '' };
      })
    }))
  ].filter(({ marks }) => marks.length > 0);
  const days = rows.flatMap(({ marks }) => marks.map(({ day }) => day)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined || from === to) return null;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const at = (day: string) => (Date.parse(day) - start) / (end - start);
  return {
    from,
    to,
    rows: rows.map(({ name, marks }) => ({
      name,
      marks: marks.map((mark) => ({ ...mark, at: at(mark.day) }))
    }))
  };
}
