/**
 * On Windows a virus scanner or an indexer holds a file that was just written for a moment: who renames
 * or removes it meanwhile is refused. So it is tried again for about a second. Elsewhere the same
 * refusal means what it says, and comes at once.
 */

/** ERROR_ACCESS_DENIED and ERROR_SHARING_VIOLATION, as libuv names them. */
const transient = ['EPERM', 'EACCES', 'EBUSY'];
/** Milliseconds between one attempt and the next. */
const pauses = [10, 20, 40, 80, 150, 200, 250, 250];

/** Whether the disk may do by itself what it refuses now. */
function mayPass(error: unknown): boolean {
  return transient.includes((error as NodeJS.ErrnoException).code ?? '');
}

/** What `act` gives; rejects as its last attempt does. */
export async function patiently<T>(
  act: () => Promise<T>,
  platform = process.platform,
  wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
): Promise<T> {
  if (platform !== 'win32') return act();
  for (const pause of pauses) {
    try {
      return await act();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await wait(pause);
    }
  }
  return act();
}

/** As `patiently`, for who cannot await: the thread stands still meanwhile. */
export function patientlySync<T>(act: () => T, platform = process.platform, wait = standStill): T {
  if (platform !== 'win32') return act();
  for (const pause of pauses) {
    try {
      return act();
    } catch (error) {
      if (!mayPass(error)) throw error;
      wait(pause);
    }
  }
  return act();
}

/** Milliseconds. */
export function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
