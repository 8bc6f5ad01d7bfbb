/** electron-vite bundles a module that is imported with `?nodeWorker` as a file of its own. */
declare module '*?nodeWorker' {
  import type { Worker, WorkerOptions } from 'node:worker_threads';
  export default function startWorker(options: WorkerOptions): Worker;
}

/** The web page of the program's releases, put in by the build; empty where none was named. */
declare const RELEASES_PAGE: string;
