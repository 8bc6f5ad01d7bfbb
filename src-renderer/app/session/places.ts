/** Where the person was in a briefing, from and to the settings. Comfort: never a reason to fail. */
import type { Id } from '../../../src-main/domain/base/id.js';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import { reportFault } from '../../ui/faults.js';
import { call } from './client.js';

export async function loadPlace(id: Id): Promise<ReadingPlace | null> {
  try {
    return await call('settings.place', id);
  } catch (error) {
    // To the log: the briefing opens at its beginning.
    reportFault('The place in a briefing', error);
    return null;
  }
}

export async function savePlace(id: Id, place: ReadingPlace): Promise<void> {
  try {
    await call('settings.setPlace', id, place);
  } catch (error) {
    reportFault('The place in a briefing', error);
  }
}
