/** The host's own command line: `bin.js [switches] PROGRAM [arguments of the program]`. */
interface HostArguments {
  /** A folder with a package.json, or a script. */
  readonly target: string;
  /** What the program finds in `process.argv` after its own path. */
  readonly rest: readonly string[];
  /** The port on which Node's inspector is to listen; 0 picks one, `null` is no inspector. */
  readonly inspect: number | null;
  /** Chromium's debugging port likewise; tests ask for it. */
  readonly debuggingPort: number | null;
  readonly noSandbox: boolean;
}

/** Switches count only before PROGRAM, since those after it are the program's. */
export function parseHostArguments(args: readonly string[]): HostArguments {
  const position = args.findIndex((arg) => !arg.startsWith('--'));
  const end = position === -1 ? args.length : position;
  const switches = new Map(args.slice(0, end).map(readSwitch));
  const port = (name: string) => (switches.has(name) ? Number(switches.get(name) ?? 0) : null);
  return {
    target: args[end] ?? '.',
    rest: args.slice(end + 1),
    inspect: port('--inspect'),
    debuggingPort: port('--remote-debugging-port'),
    noSandbox: switches.has('--no-sandbox')
  };
}

function readSwitch(arg: string): readonly [name: string, value: string | undefined] {
  const [name, value] = arg.split('=', 2);
  return [name!, value];
}
