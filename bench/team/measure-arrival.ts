/** How soon another client sees an edit: from when it is safe here until it is safe there. */
import { join } from 'node:path';
import { joinWith, placeFor, rowOf, type TeamRow, type TestPlace } from './team-row.js';

const briefings = 20;
const edits = 200;
/** Milliseconds between two edits, as of somebody who writes. */
const pause = 150;

export async function measureArrival(place: TestPlace): Promise<readonly TeamRow[]> {
  const folder = placeFor(place, 'arrival');
  const [first, second] = [place.desks.start(), place.desks.start()];
  try {
    await first.tell('open', 'anna', join(folder, 'anna'));
    const [id] = await first.tell('fill', 'anna', briefings);
    if (!id) throw new Error('There is no briefing to edit');
    await first.tell('share', 'anna', place.address);
    await first.tell('exchange', 'anna');
    await joinWith(
      { desk: first, name: 'anna' },
      { desk: second, name: 'ben', folder: join(folder, 'ben') },
      place.address,
      briefings
    );
    const saved = await first.tell('type', 'anna', id, {
      card: 1,
      after: 20,
      count: edits,
      pause,
      key: 'a'
    });
    await first.tell('exchange', 'anna');
    await second.tell('exchange', 'ben');
    const arrived = new Map(await second.tell('arrived', 'ben'));
    const times = saved.map(({ word, at }) => (arrived.get(word) ?? Infinity) - at);
    return [
      rowOf('an edit is seen on another client, both idle otherwise', 'ms', times, {
        of: 'p95',
        most: 150
      })
    ];
  } finally {
    await first.end();
    await second.end();
  }
}
