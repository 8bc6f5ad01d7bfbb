/** The command line of the program that is tested. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, root } from './fixtures.js';

/** Runs a command that is to succeed, and returns what it prints. */
export const commandLine =
  (home: string, host: string) =>
  (...args: readonly string[]): string => {
    const env = { ...process.env, STANDPOINT_HOME: home, STANDPOINT_HOST: host };
    const program = [join(root, 'out/main/standpoint.js'), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, {
      cwd: root,
      env,
      encoding: 'utf8'
    });
    expect(status, stderr).toBe(0);
    return stdout.trim();
  };
