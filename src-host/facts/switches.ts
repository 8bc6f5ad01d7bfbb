/** Switches that the program asks for, beside those of the host, before its first window. */
const asked: string[] = [];

/** As Electron's `app.commandLine.appendSwitch`. A Chromium that runs already does not learn of it. */
export function appendSwitch(name: string, value?: string): void {
  asked.push(value === undefined ? `--${name}` : `--${name}=${value}`);
}

export function askedSwitches(): readonly string[] {
  return asked;
}
