/**
 * How long the page's main thread stands still, seen twice: by what its clock says of each task, and
 * by the processor time that the task took, which other programs on the machine hardly change. Both
 * come from Chromium's own trace of its tasks.
 */
import type { CDPSession } from '@playwright/test';

/** Milliseconds. */
export interface Stop {
  readonly clock: number;
  readonly processor: number;
}

export const noStop: Stop = { clock: 0, processor: 0 };

export function longer(a: Stop, b: Stop): Stop {
  return {
    clock: Math.max(a.clock, b.clock),
    processor: Math.max(a.processor, b.processor)
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the clock, and of the thread's processor time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Starts to watch; the function that it returns ends that and tells the longest task since. */
export async function watchThread(session: CDPSession): Promise<() => Promise<Stop>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) =>
    void events.push(...(value as TraceEvent[]).filter(isWanted));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] }
  });
  return async () => {
    const ended = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await ended;
    session.off('Tracing.dataCollected', collect);
    return longestOf(events);
  };
}

function isWanted({ name, dur = 0 }: TraceEvent): boolean {
  return name === 'thread_name' || (name.endsWith('RunTask') && dur > 5_000);
}

function longestOf(events: readonly TraceEvent[]): Stop {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf)
  );
  return events
    .filter((event) => event.dur !== undefined && main.has(threadOf(event)))
    .reduce<Stop>(
      (longest, { dur = 0, tdur = 0 }) =>
        longer(longest, { clock: dur / 1_000, processor: tdur / 1_000 }),
      noStop
    );
}
