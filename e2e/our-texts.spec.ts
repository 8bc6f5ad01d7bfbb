/**
 * A day's work on texts of many kinds, by the command that takes any text: nothing breaks, and what
 * breaks is told. The texts are ours; `npm run test:texts -- FILE…` takes those of others.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, root, test } from './fixtures.js';

interface Result {
  readonly code: number;
  readonly lines: readonly string[];
}

function walk(...args: readonly string[]): Promise<Result> {
  return new Promise((resolve) => {
    const command = [join(root, 'scripts/test-texts.mjs'), ...args];
    const child = execFile(process.execPath, command, (_error, stdout) =>
      resolve({ code: child.exitCode ?? -1, lines: stdout.trim().split('\n') })
    );
  });
}

function textsIn(folder: string, ending: RegExp): string[] {
  const all = join(root, folder);
  return readdirSync(all)
    .filter((name) => ending.test(name))
    .map((name) => join(all, name));
}

test(
  'twelve texts: imported, drafted, coded, undone, previewed and exported; none breaks',
  { tag: '@rest' },
  async () => {
    test.setTimeout(900_000);
    const texts = [
      ...textsIn('e2e/texts', /\.(txt|md)$/),
      ...textsIn(
        'bench/drafting/articles',
        /^(campaign-email|coach-interview|court-mine|statehouse)\.txt$/
      )
    ];
    expect(texts).toHaveLength(12);
    const { code, lines } = await walk(...texts);
    expect(lines).toEqual([expect.stringMatching(/^12 texts, 0 broke, [1-9]\d+ suggestions$/)]);
    expect(code).toBe(0);
  }
);

test(
  'a text that cannot be taken in is named with the reason, counted, and ends with exit code 1',
  { tag: '@rest' },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'standpoint-our-texts-'));
    const [good, empty, report] = ['good.txt', 'empty.txt', 'report.json'].map((name) =>
      join(folder, name)
    ) as [string, string, string];
    writeFileSync(empty, '');
    writeFileSync(good, 'A ferry sails\n\nThe mayor said on Monday that the ferry will sail.\n');
    const { code, lines } = await walk(empty, good, '--json', report);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^empty\.txt: import: .*empty/i),
      expect.stringMatching(/^2 texts, 1 broke, \d+ suggestions$/)
    ]);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject([
      { file: empty, faults: [expect.any(String)] },
      { file: good, faults: [] }
    ]);
    rmSync(folder, { recursive: true });
  }
);
