/**
 * Renders Markdown in a worker that is ended when it takes too long: no limit on what Markdown may
 * say holds its cost for certain. Knows no component.
 */
import { renderAsPlain, type Rendered } from '../../src-main/domain/markdown/render-markdown.js';
import { TaskWorker, type Port } from '../ui/task-worker.js';

export type RenderMarkdown = (source: string) => Promise<Rendered>;

interface Job {
  readonly source: string;
  /** It took too long once, as on a machine that does much else. */
  readonly isSecondTry: boolean;
  readonly settle: (rendered: Rendered) => void;
}

/** Ends what hangs. A machine that does much else takes seconds to start the worker. */
const patience = 10_000;

/**
 * One text at a time, so that the limit counts the work on one. What took too long is tried once more after all
 * others. The promises never reject: a text that cannot be rendered in time, or at all, is shown plain with the
 * reason, and stays so until it changes.
 */
export function createRenderer(startWorker: () => Port, limitMs = patience): RenderMarkdown {
  const waiting: Job[] = [];
  const worker = new TaskWorker<string, Rendered | null>(startWorker, limitMs, (message, source) =>
    message === null ? null : renderAsPlain(source, `its formatting failed (${message})`)
  );

  function runNext(): void {
    const job = waiting.shift();
    if (!job) return;
    const { source, isSecondTry, settle } = job;
    worker.run(source, (rendered) => {
      if (rendered) settle(rendered);
      else if (!isSecondTry) waiting.push({ ...job, isSecondTry: true });
      else
        settle(renderAsPlain(source, `formatting it took longer than ${limitMs / 1_000} seconds`));
      runNext();
    });
  }

  return (source) =>
    new Promise((settle) => {
      waiting.push({ source, isSecondTry: false, settle });
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
