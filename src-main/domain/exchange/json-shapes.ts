/** Reading JSON that another program wrote: nothing of its shape is certain. */
import { Id, Moment } from '../base/values.js';
import { ExpectedFailure } from '../base/result.js';

export type Json = Readonly<Record<string, unknown>>;

/** Throws an `ExpectedFailure` with a sentence. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ExpectedFailure('not-annotations', `This is no ${what}: it is not valid JSON.`);
  }
}

/** JSON-LD writes a list of one without its brackets. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** In whole numbers from 0; else `null`. */
export function offsetOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** As a moment of ours; `null` for what is no date and time. */
export function momentOf(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) return null;
  const moment = Moment.safeParse(new Date(time).toISOString());
  return moment.success ? moment.data : null;
}

/** As an id of ours; `null` for what is none. */
export function idOf(value: unknown): Id | null {
  return Id.safeParse(value).data ?? null;
}
