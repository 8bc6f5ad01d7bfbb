/** Identifiers: sortable by time of making, random enough never to clash between libraries. */
import { monotonicFactory } from 'ulid';
import { z } from './zod.js';

/** A ULID (https://github.com/ulid/spec). */
export const Id = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'Id'>();
export type Id = z.infer<typeof Id>;

const next = monotonicFactory();

/** Ids of one process sort in the order in which they were made, also within a millisecond. */
export function newId(): Id {
  return next() as Id;
}
