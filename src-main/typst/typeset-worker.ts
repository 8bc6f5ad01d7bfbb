/** The thread that sets pages: a hundred of them must not hold up the window. One job after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { ExpectedFailure } from '../domain/base/result.js';
import { takeTasks } from '../workers/end-thread.js';
import { Compiler, type LaidOut } from './compiler.js';
import { finishPages } from './finish.js';
import type { TypesetAnswer, TypesetFolders, TypesetJob } from './job.js';

if (!parentPort) throw new Error('Pages are set in a worker thread only');
const port = parentPort;
const { template, fonts } = workerData as TypesetFolders;
let compiler: Compiler | null = null;

// What else goes wrong is no message: it ends the thread, whose owner is told.
takeTasks(port, (job: TypesetJob) => {
  try {
    const answer = typeset(job);
    port.postMessage(answer, [answer.pdf.buffer]);
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const { code, message } = error;
    port.postMessage({ kind: 'failed', code, message } satisfies TypesetAnswer);
  }
});

function typeset({ data, pictures, queries, createdAt, make }: TypesetJob) {
  compiler ??= new Compiler(template, fonts);
  const { pages, valuesOf, toPdf } = layOut(compiler, withoutControls(data), pictures);
  const at = Math.floor(Date.parse(createdAt) / 1_000);
  const pdf = new Uint8Array(
    make === 'pages'
      ? []
      : make === 'look'
        ? toPdf(false, at)
        : finishPages(toPdf(make.isAccessible, at), make)
  );
  const values = Object.fromEntries(queries.map((label) => [label, valuesOf(label)]));
  return { kind: 'set', pdf, pages, values } satisfies TypesetAnswer;
}

/** A picture that cannot be drawn has no source any more, so that the template prints its description. */
function layOut(
  compiler: Compiler,
  data: string,
  pictures: TypesetJob['pictures'],
  isAgain = false
): LaidOut {
  try {
    return compiler.layOut({ ...pictures, 'data.json': Buffer.from(data) });
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code !== 'broken-picture' || isAgain) {
      throw error;
    }
    const without = compiler
      .brokenPictures()
      .reduce((all, name) => all.replaceAll(`"source":"/${name}"`, '"source":""'), data);
    return layOut(compiler, without, pictures, true);
  }
}

/**
 * JSON whose strings hold no control characters but tabs and ends of lines, and no half of a character: no
 * font has a sign for them, and PDF/UA refuses them.
 */
function withoutControls(json: string): string {
  return json
    .replace(
      /\\(?:(u(?:00(?:0[0-8bcef]|1[\da-f])|d[89a-f][\da-f]{2})|[bf])|[^])/gi,
      (all, control) => (control === undefined ? all : '')
    )
    .replace(/[\u007f-\u009f]/g, '');
}
