/**
 * Renders Markdown in a worker that is ended when it takes too long: no limit on what Markdown may
 * say holds its cost for certain. Knows no component.
 */
import { renderAsPlain, type Rendered } from '../../src-main/domain/markdown/render-markdown.js';

export type RenderMarkdown = (source: string) => Promise<Rendered>;

type Port = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

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
  let worker: Port | null = null;
  let running = false;

  function runNext(): void {
    const job = waiting.shift();
    running = job !== undefined;
    if (!job) return;
    const port = (worker ??= startWorker());
    const finish = (rendered: Rendered): void => {
      clearTimeout(limit);
      job.settle(rendered);
      runNext();
    };
    const giveUp = (reason: string): void => {
      port.terminate();
      worker = null;
      finish(renderAsPlain(job.source, reason));
    };
    const limit = setTimeout(
      () => giveUp(`formatting it took longer than ${limitMs / 1_000} seconds`),
      limitMs
    );
    port.onmessage = ({ data }: MessageEvent<Rendered>) => finish(data);
    port.onerror = (event) => giveUp(`its formatting failed (${event.message || 'no worker'})`);
    port.postMessage(job.source);
  }

  return (source) =>
    new Promise((settle) => {
      waiting.push({ source, settle });
      if (!running) runNext();
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
