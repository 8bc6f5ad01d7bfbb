import { test } from './fixtures.js';
test('look', async ({ page }) => {
  page.on('console', (m) => console.log(m.type(), m.text()));
  await page.waitForSelector('nav');
  await page.waitForTimeout(2500);
  await page.screenshot({ path: '/tmp/w/shell-dev/real.png' });
});
