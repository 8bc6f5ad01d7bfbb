/** The briefing that a person means by an id or by its beginning. */
import { Id } from '../domain/base/id.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Library } from '../store/library.js';

/** Throws `no-briefing` for none and `ambiguous-id` for several. Case does not matter. */
export async function findId(library: Library, given: string): Promise<Id> {
  const prefix = given.toUpperCase();
  const whole = Id.safeParse(prefix);
  if (whole.success) return whole.data;
  const ids = (await library.list()).map(({ id }) => id).filter((id) => id.startsWith(prefix));
  const [found] = ids;
  if (!found) {
    throw new ExpectedFailure(
      'no-briefing',
      `The library in ${library.folder} has no briefing whose id begins with “${given}”.`
    );
  }
  if (ids.length > 1) {
    throw new ExpectedFailure(
      'ambiguous-id',
      `${ids.length} briefings have an id that begins with “${given}”; give more of it.`
    );
  }
  return found;
}
