/** Expected failures as values. Bugs throw. */

export interface Failure {
  /** For the program: stable, kebab-case. */
  readonly code: string;
  /** For the person: what is wrong, where, what the limit is and what was kept. */
  readonly message: string;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: string, message: string): Result<never> {
  return { ok: false, error: { code, message } };
}

/** An expected failure on its way through code that awaits; the IPC wrapper and the command line turn it back into a `Result`. */
export class ExpectedFailure extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message);
    this.name = 'ExpectedFailure';
  }
}

/** To catch with: `null` for an expected failure of that code; anything else is thrown on. */
export function nullOn(code: string): (error: unknown) => null {
  return (error) => {
    if (error instanceof ExpectedFailure && error.code === code) return null;
    throw error;
  };
}

/** Ends an exhaustive switch: a new case that is not handled does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
