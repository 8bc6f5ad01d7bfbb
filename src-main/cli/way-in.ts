/** Whether the arguments of `standpoint` ask for the window or for a command. Pure. */

/** A command's name is of such letters; what else stands first is a file to open. */
const commandLike = /^[a-z][a-z-]*$/;

/**
 * `window` without arguments, or when a file comes first. A file whose name could be a command's
 * is written as a path: `./list`. Which library it is may stand before either.
 */
export function wayIn(args: readonly string[]): 'window' | 'command' {
  const first = firstAfterLibrary(args);
  if (first === undefined) return 'window';
  return first.startsWith('-') || commandLike.test(first) ? 'command' : 'window';
}

function firstAfterLibrary(args: readonly string[]): string | undefined {
  let at = 0;
  for (; isLibrary(args[at]); at++) if (args[at] === '--library') at++;
  return args[at];
}

function isLibrary(arg: string | undefined): boolean {
  return arg === '--library' || arg?.startsWith('--library=') === true;
}

/** Words that ask for an answer and not for a window, among switches that are Chromium's. */
const answers = ['--help', '-h', '--version'];

/**
 * The command in the arguments of a program that is packed with Electron; `null` for its window. Switches
 * before it are Chromium's, and the desktop's.
 */
export function commandOfPackaged(args: readonly string[]): readonly string[] | null {
  const library = args.findIndex(isLibrary);
  const start =
    library >= 0 ? library : args.findIndex((arg) => !arg.startsWith('-') || answers.includes(arg));
  const command = start < 0 ? [] : args.slice(start);
  return wayIn(command) === 'command' ? command : null;
}
