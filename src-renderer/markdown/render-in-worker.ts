/**
 * Renders Markdown in a worker that is ended when it takes too long: no limit on what Markdown may
 * say holds its cost for certain. Knows no component.
 */
import { renderAsPlain, type Rendered } from '../../src-main/domain/markdown/render-markdown.js';
import { TaskWorker, type Port } from '../ui/task-worker.js';

export type RenderMarkdown = (source: string) => Promise<Rendered>;

interface Job {
  readonly source: string;
  readonly settle: (rendered: Rendered) => void;
}

/**
 * One text at a time, so that the limit counts the work on one. The promises never reject: a text
 * that cannot be rendered in time, or at all, is shown plain with the reason.
 */
export function createRenderer(startWorker: () => Port, limitMs = 2_000): RenderMarkdown {
  const waiting: Job[] = [];
  const worker = new TaskWorker<string, Rendered>(startWorker, limitMs, (message, source) =>
    renderAsPlain(
      source,
      message === null
        ? `formatting it took longer than ${limitMs / 1_000} seconds`
        : `its formatting failed (${message})`
    )
  );

  function runNext(): void {
    const job = waiting.shift();
    if (!job) return;
    worker.run(job.source, (rendered) => {
      if (rendered) job.settle(rendered);
      runNext();
    });
  }

  return (source) =>
    new Promise((settle) => {
      waiting.push({ source, settle });
      if (!worker.isBusy) runNext();
    });
}

/** Keeps the texts rendered last: moving between cards and undoing show the same ones again. */
export function remember(render: RenderMarkdown, capacity = 300): RenderMarkdown {
  const known = new Map<string, Promise<Rendered>>();
  return (source) => {
    const rendered = known.get(source) ?? render(source);
    known.delete(source);
    known.set(source, rendered);
    const [oldest] = known.keys();
    if (known.size > capacity && oldest !== undefined) known.delete(oldest);
    return rendered;
  };
}
