/** A fault reaches the log, and a report of it says what, where and of which program. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  isPartGone,
  nameProgram,
  reportFault,
  reportText,
  sendFaultsTo,
  type Fault
} from './faults.js';

const now = new Date('2025-05-01T10:00:00Z');
let logged: Fault[];

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  logged = [];
  sendFaultsTo((fault) => void logged.push(fault));
  nameProgram('Standpoint 1.2.3 on linux');
});

test('of an error with its stack, told once', () => {
  const fault = reportFault('Suggestions', new TypeError('each_key_duplicate'), now);
  expect(logged).toEqual([fault]);
  const report = reportText(fault);
  expect(report).toMatch(
    /^Standpoint 1\.2\.3 on linux\n2025-05-01T10:00:00\.000Z\nSuggestions: TypeError: each_key_duplicate\n\s+at /
  );
  expect(report.match(/each_key_duplicate/g)).toHaveLength(1);
});

test('of whatever else is thrown', () => {
  const fault = reportFault('Timeline', 'no day', now);
  expect(reportText(fault)).toContain('Timeline: Error: no day');
});

test.each([
  ['Failed to fetch dynamically imported module: app://bundle/assets/GuideDialog-1.js', true],
  ['Unable to preload CSS for /assets/GuideDialog-1.css', true],
  ['Failed to fetch', false]
])('“%s” is of a part that is gone: %s', (message, isGone) => {
  expect(isPartGone(new TypeError(message))).toBe(isGone);
});
