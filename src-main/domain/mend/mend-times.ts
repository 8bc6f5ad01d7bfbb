/** Moments that fit the schema, and still are not as Standpoint writes and compares them. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import { mapEntries } from '../base/map-entries.js';
import type { Mendings } from './mendings.js';

/** To the millisecond at most: beyond that, moments of one length no longer sort as text. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

export function mendTimes(briefing: Briefing, mendings: Mendings): Briefing {
  const timesIn = <T extends object>(entry: T, ...names: readonly (keyof T)[]): T => {
    const odd = names.filter((name) => !usual.test(String(entry[name])));
    mendings.add('time', odd.length);
    if (odd.length === 0) return entry;
    const mended = odd.map((name) => [name, new Date(String(entry[name])).toISOString()] as const);
    return { ...entry, ...Object.fromEntries(mended) };
  };
  const whole = timesIn(briefing, 'createdAt', 'modifiedAt');
  return {
    ...whole,
    sources: mapEntries(whole.sources, (source) => timesIn(source, 'importedAt')),
    positions: mapEntries(whole.positions, (position) => timesIn(position, 'recordedAt')),
    annotations: mapEntries(whole.annotations, (annotation) => {
      const replies = mapEntries(annotation.replies, (reply) =>
        timesIn(reply, 'createdAt', 'modifiedAt')
      );
      const timed = timesIn(annotation, 'createdAt', 'modifiedAt');
      return replies === annotation.replies ? timed : { ...timed, replies };
    }),
    dismissals: mapEntries(whole.dismissals, (each) => timesIn(each, 'dismissedAt'))
  };
}
