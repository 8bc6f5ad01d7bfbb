import { expect, test } from 'vitest';
import { explainEnd } from './devtools-pipe.js';

const noise = '[1:1:0/1.2:ERROR:dbus/bus.cc:405] Failed to connect to the bus';

test.each([
  [
    'no sandbox',
    ['[1:1:0/1.2:FATAL:zygote_host_impl_linux.cc:128] No usable sandbox! If you are', noise],
    /gives it no sandbox.*chromium-sandbox\.$/
  ],
  [
    'a broken installation',
    [noise, 'chromium: cannot open shared object file', noise],
    /: chromium: cannot open shared object file$/
  ],
  [
    'what the system says of it',
    [noise, 'chromium: symbol lookup error: no such symbol', 'libva error: none', noise],
    /: chromium: symbol lookup error: no such symbol$/
  ],
  ['nothing that helps', [noise, ''], /^Chromium did not start: it ended with exit code 1\.$/],
  ['no word', [], /^Chromium did not start: it ended with exit code 1\.$/]
])('tells of %s', (_what, lines, sentence) => {
  expect(explainEnd(lines, { code: 1, signal: null })).toMatch(sentence);
});

test('tells which signal ended it', () => {
  expect(explainEnd([], { code: null, signal: 'SIGTRAP' })).toBe(
    'Chromium did not start: SIGTRAP ended it.'
  );
});
