import { defineConfig, type Project } from '@playwright/test';
import { electronBinary, parseHostName } from './src-host/facts/choose-host.js';
import type { HostOptions, WorkerOptions } from './e2e/fixtures.js';

/** The Chromium host as it imitates Electron (src-host/README.md). */
const likeness = 'electron-like';
/** Electron where its binary is there, the Chromium host otherwise; STANDPOINT_TEST_HOST decides. */
const wanted = process.env.STANDPOINT_TEST_HOST ?? '';
const found = () => (electronBinary() === null ? 'chromium' : 'electron');
const host = wanted === likeness ? 'chromium' : (parseHostName(wanted) ?? found());

/** What came out otherwise on a host that is like Electron. It runs the others when it is asked for by name. */
const canDiffer = /e2e\/(like-electron|command-line|menus)\.spec\.ts$/;

const ofLikeness: Project<HostOptions, WorkerOptions> = {
  name: likeness,
  use: { host, likeElectron: true },
  // Its menu is not drawn in the page.
  testIgnore: /host-menu\.spec\.ts/,
  ...(wanted === likeness ? {} : { testMatch: canDiffer })
};

/** Every test starts the real program with a folder of its own, so two may run side by side. */
export default defineConfig<HostOptions, WorkerOptions>({
  testDir: 'e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // A build server is shared and slow by turns: what passes when repeated is named, not failed.
  retries: process.env.CI ? 2 : 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
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
    ...(host === 'chromium' ? [ofLikeness] : [])
  ]
});
