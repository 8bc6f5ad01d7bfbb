/** What a command has of the world outside. Tests give one of their own. */

export interface Io {
  /** A result, on stdout. A line end is added. */
  readonly out: (text: string) => void;
  /** A message for a person, on stderr. A line end is added. */
  readonly err: (text: string) => void;
  /** The lines of stdin, without their line feeds. */
  readonly lines: () => AsyncIterable<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the person who calls: relative paths start there. */
  readonly folder: string;
  /** Where the built program lies (`out/main`). */
  readonly program: string;
}

/** Text from a file, made harmless for a terminal: no escape sequences, no reordering, one line. */
export function shown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
}

export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** "1 briefing", "2 briefings". */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
