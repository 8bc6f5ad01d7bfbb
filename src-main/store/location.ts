/** Where Standpoint keeps what it writes, unless the person says otherwise. */
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

type Environment = Readonly<Record<string, string | undefined>>;

/** The program's own folder: settings, and the library unless `--library` names another. */
export function homeFolder(env: Environment): string {
  const chosen = env['STANDPOINT_HOME'];
  return chosen ? resolve(chosen) : envPaths('Standpoint', { suffix: '' }).data;
}

/** The library that is used when none is named. */
export function libraryFolder(env: Environment): string {
  return join(homeFolder(env), 'library');
}
