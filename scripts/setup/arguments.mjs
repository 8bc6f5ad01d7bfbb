/** The arguments of the start and dev scripts. */
import { SetupFailure } from './say.mjs';

/** @typedef {import('../../src-host/facts/choose-host.js').HostName} HostName */

/**
 * Takes `--host=…` out; everything else belongs to the program.
 * @param {readonly string[]} args
 * @returns {{ host: HostName | null, rest: string[] }} `null` when any host will do
 * @throws {SetupFailure} for a host that does not exist
 */
export function takeHost(args) {
  const prefix = '--host=';
  const named = args.filter((arg) => arg.startsWith(prefix)).at(-1);
  const rest = args.filter((arg) => !arg.startsWith(prefix));
  if (named === undefined) return { host: null, rest };
  const host = named.slice(prefix.length);
  if (host === 'electron' || host === 'chromium') return { host, rest };
  throw new SetupFailure(`--host is electron or chromium, not “${host}”.`, 2);
}

/**
 * The arguments that also mean something to the command line: which library.
 * @param {readonly string[]} args
 */
export function libraryArguments(args) {
  const joined = args.filter((arg) => arg.startsWith('--library='));
  const at = args.indexOf('--library');
  return at < 0 ? joined : args.slice(at, at + 2);
}
