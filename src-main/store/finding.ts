/** What is wrong, or was mended, in a library: told to the person, never swallowed. */

type FindingCode =
  | 'damaged-briefing'
  | 'lost-briefing'
  | 'damaged-backup'
  | 'newer-briefing'
  | 'damaged-text'
  | 'missing-text'
  | 'damaged-original'
  | 'missing-original'
  | 'leftover'
  | 'unfinished-save'
  | 'damaged-log'
  | 'log-gap'
  | 'damaged-version'
  | 'damaged-register'
  | 'lost-register'
  | 'stale-list'
  | 'damaged-index'
  | 'unfinished-checkpoint'
  | 'disk-almost-full'
  | 'network-disk'
  | 'no-lock';

export interface Finding {
  readonly code: FindingCode;
  /** Where, relative to the library's folder, with forward slashes. */
  readonly file: string;
  /** One or two sentences: what is wrong, what was kept, where the bad copy lies. */
  readonly message: string;
  /** True once nothing is left to do. */
  readonly mended: boolean;
}

const remarks: ReadonlySet<FindingCode> = new Set([
  // Of a save that was not reported as done.
  'leftover',
  'network-disk',
  'no-lock',
  'disk-almost-full',
  'newer-briefing',
  // A briefing may come in a file that carries none, and is whole without.
  'missing-original',
  'unfinished-checkpoint'
]);

/** Whether something was not as it was written; else it is worth knowing, and nothing more. */
export function isDamage({ code }: Finding): boolean {
  return !remarks.has(code);
}

const ofLog: ReadonlySet<FindingCode> = new Set(['unfinished-save', 'damaged-log', 'log-gap']);

/** Whether it was found when the library was opened, since only then the log is read. */
export function isOfLog({ code }: Finding): boolean {
  return ofLog.has(code);
}
