/** Other programs that print HTML, installed for the bench alone into a folder that goes again. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { timed } from './timed.js';

export interface Rival {
  readonly name: string;
  /** Prints one HTML file; returns seconds. */
  readonly print: (html: string, pdf: string) => number;
}

/** Those that can be had here; a line says which cannot, and why. */
export function installRivals(folder: string, browser: string): readonly Rival[] {
  const bin = (name: string) => join(folder, 'node_modules/.bin', name);
  const rivals: Rival[] = [];
  try {
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefix', folder, 'pagedjs', '@vivliostyle/cli'],
      {
        stdio: 'ignore',
        env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' }
      }
    );
    const polyfill = join(folder, 'node_modules/pagedjs/dist/paged.polyfill.js');
    const script = join(import.meta.dirname, 'print-paged.mjs');
    rivals.push(
      {
        name: 'paged.js',
        print: (html, pdf) => timed(process.execPath, [script, html, pdf, browser, polyfill])
      },
      {
        name: 'vivliostyle',
        print: (html, pdf) =>
          timed(
            bin('vivliostyle'),
            [
              'build',
              html,
              '-o',
              pdf,
              '--executable-browser',
              browser,
              '--timeout',
              '3600',
              '--log-level',
              'silent'
            ],
            { CI: '1' }
          )
      }
    );
  } catch (error) {
    console.error(
      `paged.js and vivliostyle cannot be installed here: ${String(error).slice(0, 200)}`
    );
  }
  if (spawnSync('weasyprint', ['--version']).status === 0) {
    rivals.push({
      name: 'WeasyPrint',
      print: (html, pdf) => timed('weasyprint', ['--quiet', html, pdf])
    });
  } else
    console.error('WeasyPrint is not installed here: it is the package “weasyprint” of Debian.');
  return rivals;
}
