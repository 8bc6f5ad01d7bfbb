/** Where Standpoint keeps what it writes, unless the person says otherwise. */
import { userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { ExpectedFailure } from '../domain/base/result.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The program's own folder: settings, and the library unless `--library` names another. Throws an
 * `ExpectedFailure` where the system knows no home of the person.
 *
 * @param data where programs keep their data, by HOME and XDG_DATA_HOME.
 */
export function homeFolder(
  env: Environment,
  data = envPaths('Standpoint', { suffix: '' }).data,
  personsHome = () => userInfo().homedir
): string {
  const chosen = env['STANDPOINT_HOME'];
  if (chosen) return resolve(chosen);
  if (isAbsolute(data)) return data;
  // HOME is empty: a path by it would lead into whatever folder the program was started in.
  try {
    return join(personsHome(), data);
  } catch {
    throw new ExpectedFailure(
      'no-home',
      'HOME is empty, and the system knows no home folder of this user, so there is no place for the library. Set HOME, or name a folder by STANDPOINT_HOME.'
    );
  }
}

/** The library that is used when none is named. */
export function libraryFolder(env: Environment): string {
  return join(homeFolder(env), 'library');
}
