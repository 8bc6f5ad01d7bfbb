/**
 * What the machine allows: a page that holds one box and moves it, in the browser that the window
 * uses. Frames that come late here are the machine's, not ours.
 */
import { chromium } from '@playwright/test';
import { findChromium } from '../../src-host/facts/find-chromium.js';

/** Milliseconds from each frame to the next. Needs a display. */
export async function framesOfBarePage(frames: number): Promise<readonly number[]> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    headless: false,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1_360, height: 850 } });
    await page.setContent('<!doctype html><div style="inline-size: 4rem">moves</div>');
    return await page.evaluate(
      (count) =>
        new Promise<number[]>((done) => {
          const box = document.querySelector('div');
          const intervals: number[] = [];
          let last: number | null = null;
          const frame = (now: number) => {
            if (last !== null) intervals.push(now - last);
            last = now;
            if (intervals.length === count) return done(intervals);
            if (box) box.style.transform = `translate(${intervals.length}px)`;
            requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        }),
      frames
    );
  } finally {
    await browser.close();
  }
}
