/** Prints an HTML file by paged.js, several times in one browser: `node print-paged.mjs IN OUT BROWSER POLYFILL [TIMES]`. */
/* global window, document -- of the page */
import { chromium } from '@playwright/test';
import { pathToFileURL } from 'node:url';

const [input = '', output = '', browserPath = '', polyfill = '', times = '1'] =
  process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: browserPath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});
for (let time = 0; time < Number(times); time += 1) {
  // The file's own policy allows no script, and paged.js is one.
  const context = await browser.newContext({ bypassCSP: true });
  const sheet = await context.newPage();
  await sheet.goto(pathToFileURL(input).href);
  await sheet.evaluate(() => {
    // @ts-expect-error -- read by paged.js, which types nothing.
    window.PagedConfig = { after: () => document.body.setAttribute('data-paged', '') };
  });
  await sheet.addScriptTag({ path: polyfill });
  await sheet.waitForSelector('body[data-paged]', { timeout: 0, state: 'attached' });
  await sheet.pdf({
    path: output,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true
  });
  await context.close();
}
await browser.close();
