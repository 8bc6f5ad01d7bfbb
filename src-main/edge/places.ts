/** Where the person was in each briefing, of those read last. */
import type { Id } from '../domain/base/id.js';
import type { ReadingPlace } from '../domain/program/reading-place.js';
import type { SettingsFile } from './settings.js';

/** Briefings beyond this many are forgotten, the one read longest ago first. */
const most = 300;

type Places = Pick<SettingsFile, 'get' | 'set'>;

export function placeOf(settings: Places, id: Id): ReadingPlace | null {
  return settings.get().places.find((entry) => entry.briefing === id)?.place ?? null;
}

export function keepPlace(settings: Places, briefing: Id, place: ReadingPlace): void {
  const others = settings.get().places.filter((entry) => entry.briefing !== briefing);
  settings.set({ places: [{ briefing, place }, ...others].slice(0, most) });
}
