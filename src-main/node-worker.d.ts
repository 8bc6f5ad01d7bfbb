/** electron-vite bundles a module that is imported with `?nodeWorker` as a file of its own. */
declare module '*?nodeWorker' {
  import type { Worker, WorkerOptions } from 'node:worker_threads';
  export default function startWorker(options: WorkerOptions): Worker;
}
