/** What Windows refuses for a moment is tried again; what other systems refuse is not. */
import { expect, test, vi } from 'vitest';
import { patiently, patientlySync } from './patiently.js';

function refusing(times: number, code: string): () => string {
  let left = times;
  return () => {
    if (left-- > 0) throw Object.assign(new Error(code), { code });
    return 'done';
  };
}
const later = (act: () => string) => () => new Promise<string>((resolve) => resolve(act()));

test.each(['EPERM', 'EACCES', 'EBUSY'])(
  'on Windows %s passes within about a second',
  async (code) => {
    const wait = vi.fn<(ms: number) => Promise<void>>(() => Promise.resolve());
    expect(await patiently(later(refusing(8, code)), 'win32', wait)).toBe('done');
    const waited = wait.mock.calls.reduce((sum, [ms]) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(900);
    expect(waited).toBeLessThanOrEqual(1_100);
    expect(patientlySync(refusing(8, code), 'win32', () => undefined)).toBe('done');
  }
);

test('one that does not pass is told in the end, and any other fault at once', async () => {
  const wait = vi.fn(() => Promise.resolve());
  const still = vi.fn<(ms: number) => void>();
  const busy = later(refusing(100, 'EBUSY'));
  await expect(patiently(busy, 'win32', wait)).rejects.toMatchObject({ code: 'EBUSY' });
  expect(wait).toHaveBeenCalledTimes(8);
  wait.mockClear();
  const full = later(refusing(1, 'ENOSPC'));
  await expect(patiently(full, 'win32', wait)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(() => patientlySync(refusing(1, 'ENOSPC'), 'win32', still)).toThrow('ENOSPC');
  expect(still).not.toHaveBeenCalled();
  expect(wait).not.toHaveBeenCalled();
});

test.each(['linux', 'darwin'] as const)('on %s a refusal is one', async (platform) => {
  await expect(patiently(later(refusing(1, 'EPERM')), platform)).rejects.toThrow('EPERM');
  expect(() => patientlySync(refusing(1, 'EPERM'), platform)).toThrow('EPERM');
});
