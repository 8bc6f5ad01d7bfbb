/** Frames of the page while the slider moves, seen from inside by `requestAnimationFrame`. */
import type { Page } from '@playwright/test';

/** Milliseconds from each frame to the next, from a first step that is still to come to the last. */
export interface Frames {
  readonly intervals: readonly number[];
  /** Of the page's script and style, layout and paint recording in a step. */
  readonly steps: readonly number[];
}

/** One stop a frame, as a hand that drags fast would, from the first to the last. */
export function slideThrough(page: Page): Promise<Frames> {
  return page.evaluate(
    () =>
      new Promise<Frames>((done) => {
        const slider = document.querySelector<HTMLInputElement>(
          'input[aria-label="Day of change"]'
        );
        if (!slider) throw new Error('There is no slider');
        const [intervals, steps]: [number[], number[]] = [[], []];
        const stops = Number(slider.max);
        const channel = new MessageChannel();
        let stop = 0;
        let last: number | null = null;
        let began = 0;
        // Asked for in a frame, this comes after its layout and paint.
        channel.port1.onmessage = () => steps.push(performance.now() - began);
        const frame = (now: number) => {
          if (last !== null) intervals.push(now - last);
          last = now;
          if (stop > stops) return void setTimeout(() => done({ intervals, steps }), 100);
          began = performance.now();
          slider.valueAsNumber = stop;
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          stop += 1;
          channel.port2.postMessage(null);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      })
  );
}
