import { expect, test } from 'vitest';
import { explainEnd, type Machine } from './devtools-pipe.js';

const noise = '[1:1:0/1.2:ERROR:dbus/bus.cc:405] Failed to connect to the bus';

const machine: Machine = { env: { DISPLAY: ':9' }, hasSandboxHelper: false };

test.each([
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
  expect(explainEnd(lines, { code: 1, signal: null }, machine)).toMatch(sentence);
});

test('tells which signal ended it', () => {
  expect(explainEnd([], { code: null, signal: 'SIGTRAP' }, machine)).toBe(
    'Chromium did not start: SIGTRAP ended it.'
  );
});

const noDisplay = [
  '/usr/bin/chromium: 9: [: 25267265536: unexpected operator',
  noise,
  '[1:1:0/1.2:ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:257] Missing X server or $DISPLAY',
  '[1:1:0/1.2:ERROR:ui/aura/env.cc:246] The platform failed to initialize.  Exiting.'
];

test.each([
  [{ DISPLAY: ':9', WAYLAND_DISPLAY: 'wayland-0' }, 'since no display answers at :9.'],
  [{ DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, 'since no display answers at wayland-0.'],
  [{}, 'since there is no display.']
])('names the display that does not answer: %o', (env, end) => {
  expect(explainEnd(noDisplay, { code: 1, signal: null }, { ...machine, env })).toBe(
    `Chromium did not start, ${end}`
  );
});

test.each([
  '[1:1:0/1.2:FATAL:zygote_host_impl_linux.cc:128] No usable sandbox! If you are',
  'The setuid sandbox is not running as root. Common causes:',
  'Failed to move to new namespace: PID namespaces supported, but failed: errno = Operation not permitted'
])('asks for a sandbox’s helper only where it is not installed: %s', (line) => {
  const explain = (hasSandboxHelper: boolean) =>
    explainEnd([line, noise], { code: 1, signal: null }, { ...machine, hasSandboxHelper });
  expect(explain(false)).toMatch(/On Debian install the package chromium-sandbox\.$/);
  expect(explain(true)).toMatch(/which is installed, gains no rights here/);
  expect(explain(true)).not.toContain('Debian');
});
