import { defineConfig } from '@playwright/test';
import { electronBinary, parseHostName } from './src-host/facts/choose-host.js';
import type { HostOptions } from './e2e/fixtures.js';

/** Electron where its binary is there, the Chromium host otherwise; STANDPOINT_TEST_HOST decides. */
const host =
  parseHostName(process.env.STANDPOINT_TEST_HOST ?? '') ??
  (electronBinary() === null ? 'chromium' : 'electron');

/** Every test starts the real program with a folder of its own, so two may run side by side. */
export default defineConfig<HostOptions>({
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
    {
      name: host,
      use: { host },
      // The host's own tests look into its processes, which Electron has not.
      testIgnore: host === 'electron' ? /host-.*\.spec\.ts/ : []
    }
  ]
});
