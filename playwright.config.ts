import { defineConfig, type Project } from '@playwright/test';
import { parseHostName } from './src-host/facts/choose-host.js';
import type { HostOptions, WorkerOptions } from './e2e/fixtures.js';

/** The Chromium host as it imitates Electron (src-host/README.md). */
const likeness = 'electron-like';
/** The host to run on: Chromium, unless STANDPOINT_TEST_HOST names another. */
const wanted = process.env.STANDPOINT_TEST_HOST ?? '';
const host = parseHostName(wanted) ?? 'chromium';

const ofLikeness: Project<HostOptions, WorkerOptions> = {
  name: likeness,
  use: { host, likeElectron: true },
  // Its menu is not drawn in the page.
  testIgnore: /host-menu\.spec\.ts/,
  // Asked for by name it runs all the others too.
  ...(wanted === likeness ? {} : { testMatch: /e2e\/like-electron\.spec\.ts$/ })
};

/** What came out otherwise once on a host that is like Electron; a step of its own in `npm run test:rest`. */
const repeats: Project<HostOptions, WorkerOptions> = {
  ...ofLikeness,
  name: `${likeness}-repeats`,
  testMatch: /e2e\/(command-line|menus)\.spec\.ts$/
};

/**
 * Two files of tests side by side, each with a program of its own. No limit here says how quick the program
 * is: each ends what hangs, on a machine that does other work too.
 */
export default defineConfig<HostOptions, WorkerOptions>({
  testDir: 'e2e',
  timeout: 600_000,
  expect: { timeout: 60_000 },
  workers: 2,
  forbidOnly: true,
  outputDir: 'test-results/e2e',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.STANDPOINT_TEST_REPORT ?? 'test-results/e2e.json' }]
  ],
  use: { trace: 'off' },
  projects: [
    ...(wanted === likeness
      ? []
      : [
          {
            name: host,
            use: { host },
            // The host's own tests look into its processes, which Electron has not.
            testIgnore: host === 'electron' ? /host-.*\.spec\.ts/ : /like-electron\.spec\.ts/
          }
        ]),
    ...(host === 'chromium' ? [ofLikeness] : []),
    ...(host === 'chromium' && process.env.STANDPOINT_THOROUGH ? [repeats] : [])
  ]
});
