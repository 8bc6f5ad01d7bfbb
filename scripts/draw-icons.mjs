/** `node scripts/draw-icons.mjs`: the icon in the sizes that systems ask for, from src-renderer/icon.svg. Needs a Chromium. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { loadHosts } from './setup/host.mjs';
import { root } from './setup/root.mjs';
import { runScript, SetupFailure } from './setup/say.mjs';
import { ICON_SIZES, iconFile } from './packaging/icons.mjs';

await runScript(async () => {
  const executablePath = (await loadHosts()).findChromium();
  if (executablePath === null) throw new SetupFailure('No Chromium was found to draw with.', 3);
  const browser = await chromium.launch({ executablePath });
  const page = await browser.newPage();
  const svg = readFileSync(join(root, 'src-renderer/icon.svg'), 'utf8');
  for (const size of ICON_SIZES) {
    const path = join(root, iconFile(size));
    mkdirSync(join(path, '..'), { recursive: true });
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>* { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`
    );
    await page.screenshot({ path, omitBackground: true });
  }
  await browser.close();
  return 0;
});
