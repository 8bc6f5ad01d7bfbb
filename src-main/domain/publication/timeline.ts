/** The timeline as a picture: what happened, and when who took which stance, on one axis. */
import type { Briefing } from '../briefing.js';
import { firstDayOf, type PartialDate } from '../partial-date.js';
import type { Stance } from '../position.js';

export interface TimelineMark {
  /** Where on the axis, from 0 to 1. */
  readonly at: number;
  /** The first day that its date can mean, `YYYY-MM-DD`. */
  readonly day: string;
  readonly date: PartialDate;
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
  /**
   * The days that the axis names. A few days stand side by side in even steps, whatever lies between
   * them: one long before the others would push those into one place. `null`: more than can be named,
   * and the axis is to scale.
   */
  readonly days: readonly { readonly date: PartialDate; readonly at: number }[] | null;
  /** Events first, then an actor each, in the briefing's order. */
  readonly rows: readonly TimelineRow[];
}

/** Days whose names have room beside one another on a page. */
const mostNamedDays = 6;

/** `null` where fewer than two days are known: that is no course of events. */
export function timelineOf({ events, actors, issues, positions }: Briefing): Timeline | null {
  const wordings = new Map(issues.map(({ id, wording }) => [id, wording]));
  const rows: { name: string; marks: Omit<TimelineMark, 'at'>[] }[] = [
    {
      name: 'Events',
      marks: events.flatMap(({ date, title }) =>
        date === null ? [] : { ...dated(date), stance: null, label: title }
      )
    },
    ...actors.map(({ id, name }) => ({
      name,
      marks: positions.flatMap((position) => {
        const date = position.effective ?? position.said ?? position.reported;
        if (position.actor !== id || date === null) return [];
        const label = wordings.get(position.issue) ?? '';
        return { ...dated(date), stance: position.stance, label };
      })
    }))
  ].filter(({ marks }) => marks.length > 0);
  const all = rows.flatMap(({ marks }) => marks);
  const days = [...new Set(all.map(({ day }) => day))].sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined || from === to) return null;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const isFew = days.length <= mostNamedDays;
  const at = (day: string) =>
    isFew ? (days.indexOf(day) + 0.5) / days.length : (Date.parse(day) - start) / (end - start);
  return {
    from,
    to,
    days: isFew ? days.map((day) => ({ date: roughest(all, day), at: at(day) })) : null,
    rows: rows.map(({ name, marks }) => ({
      name,
      marks: marks.map((mark) => ({ ...mark, at: at(mark.day) }))
    }))
  };
}

function dated(date: PartialDate): { readonly day: string; readonly date: PartialDate } {
  return { day: firstDayOf(date), date };
}

/** A year that is known no closer must not read as its first day. */
function roughest(marks: readonly { day: string; date: PartialDate }[], day: string): PartialDate {
  const dates = marks.filter((mark) => mark.day === day).map(({ date }) => date);
  return dates.reduce((a, b) => (b.length < a.length ? b : a), day);
}
