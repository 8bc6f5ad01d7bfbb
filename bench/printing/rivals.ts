/** Other programs that print HTML, installed for the bench alone. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { costOf, type Cost } from './cost.js';

/** What each is given, and where its PDF is to lie. */
export interface Task {
  readonly html: string;
  /** The briefing as data, for those that can attach it. */
  readonly json: string;
  readonly pdf: string;
}

export interface Printer {
  readonly name: string;
  readonly print: (task: Task) => Cost | Promise<Cost>;
}

/** Those that can be had here; a line says which cannot, and why. Node packages go into `folder`. */
export function installRivals(folder: string, browser: string): readonly Printer[] {
  return [...installFromNpm(folder, browser), ...installWeasyPrint()];
}

function installFromNpm(folder: string, browser: string): readonly Printer[] {
  try {
    const packages = ['pagedjs', '@vivliostyle/cli'];
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, ...packages], {
      stdio: 'ignore',
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' }
    });
  } catch (error) {
    const why = String(error).slice(0, 200);
    console.error(`paged.js and vivliostyle cannot be installed here: ${why}`);
    return [];
  }
  const script = join(import.meta.dirname, 'print-paged.mjs');
  const polyfill = join(folder, 'node_modules/pagedjs/dist/paged.polyfill.js');
  const vivliostyle = join(folder, 'node_modules/.bin/vivliostyle');
  const paged = ({ html, pdf }: Task, times: number) =>
    costOf(process.execPath, [script, html, pdf, browser, polyfill, String(times)]);
  return [
    { name: 'paged.js', print: (task) => paged(task, 1) },
    {
      name: 'paged.js again',
      // What a second document costs a browser that has printed one.
      print(task) {
        const [once, twice] = [paged(task, 1), paged(task, 2)];
        const cpu = once.cpu === null || twice.cpu === null ? null : twice.cpu - once.cpu;
        return { wall: twice.wall - once.wall, cpu, peak: twice.peak };
      }
    },
    {
      name: 'vivliostyle',
      print: ({ html, pdf }) =>
        costOf(
          vivliostyle,
          [
            ...['build', html, '-o', pdf, '--executable-browser', browser],
            ...['--timeout', '3600', '--log-level', 'silent']
          ],
          { CI: '1' }
        )
    }
  ];
}

function installWeasyPrint(): readonly Printer[] {
  const isThere = () => spawnSync('weasyprint', ['--version']).status === 0;
  if (!isThere() && process.getuid?.() === 0) {
    console.error('Installing WeasyPrint: apt-get install weasyprint');
    spawnSync('apt-get', ['install', '-y', '-qq', 'weasyprint'], { stdio: 'ignore' });
  }
  if (!isThere()) {
    console.error('WeasyPrint is left out: it is not installed, nor can this user install it.');
    return [];
  }
  // Tagged and with the briefing attached, as Standpoint's are.
  const task = ['--quiet', '--pdf-variant', 'pdf/ua-1'];
  return [
    {
      name: 'WeasyPrint',
      print: ({ html, json, pdf }) => costOf('weasyprint', [...task, '-a', json, html, pdf])
    }
  ];
}
