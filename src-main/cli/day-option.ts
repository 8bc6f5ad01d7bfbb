/** Options that take a date. */
import { PartialDate } from '../domain/base/partial-date.js';
import { text, UsageError, type Values } from './command.js';

/** `null` when it was not given. */
export function dayOption(values: Values, name: string): PartialDate | null {
  const given = text(values, name);
  if (given === null) return null;
  const day = PartialDate.safeParse(given);
  if (!day.success) {
    throw new UsageError(
      `--${name} is a day, a month or a year, such as 2025-08-15, not “${given}”.`
    );
  }
  return day.data;
}
