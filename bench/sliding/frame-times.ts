/** Frames of the page while the slider moves, seen from inside by `requestAnimationFrame`. */
import type { Page } from '@playwright/test';

/** Milliseconds, from a first step that is still to come to the last. */
export interface Frames {
  /** From each frame to the next. */
  readonly intervals: readonly number[];
  /** Of the page's script and style, layout and paint recording in a step, until it is recorded. */
  readonly steps: readonly number[];
}

/** One stop a frame, as a hand that drags fast would. */
export function slideOver(page: Page, stops: readonly number[]): Promise<Frames> {
  return page.evaluate(
    (all) =>
      new Promise<Frames>((done) => {
        const slider = document.querySelector<HTMLInputElement>(
          'input[aria-label="Day of change"]'
        );
        if (!slider) throw new Error('There is no slider');
        const [intervals, steps]: [number[], number[]] = [[], []];
        const channel = new MessageChannel();
        let next = 0;
        let last: number | null = null;
        let began = 0;
        // Asked for in a frame, this comes after its layout and paint.
        channel.port1.onmessage = () => steps.push(performance.now() - began);
        const frame = (now: number) => {
          if (last !== null) intervals.push(now - last);
          last = now;
          const stop = all[next];
          if (stop === undefined) return void setTimeout(() => done({ intervals, steps }), 100);
          began = performance.now();
          slider.valueAsNumber = stop;
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          next += 1;
          channel.port2.postMessage(null);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    stops
  );
}

/** From the first stop to the last, in order. */
export async function everyStop(page: Page): Promise<readonly number[]> {
  const last = await page
    .getByRole('slider', { name: 'Day of change' })
    .evaluate((slider) => Number((slider as HTMLInputElement).max));
  return Array.from({ length: last + 1 }, (_, stop) => stop);
}
