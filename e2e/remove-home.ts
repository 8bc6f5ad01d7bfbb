import { rmSync } from 'node:fs';
import { expect } from '@playwright/test';

/** A Chromium whose program was killed goes on writing until it notices: then all is removed once more. */
export async function removeHome(home: string): Promise<void> {
  await expect(() => rmSync(home, { recursive: true, force: true })).toPass();
}
