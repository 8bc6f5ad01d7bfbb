/** Instants as ISO 8601 text in UTC, as they are stored and compared. */
import { z } from './zod.js';

export const Moment = z.iso.datetime();
export type Moment = z.infer<typeof Moment>;
