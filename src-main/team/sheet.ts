/** The recovery sheet as a page to be printed. Pure. */
import type { Moment } from '../domain/base/values.js';
import { cutToLength } from '../domain/text/cut-to-length.js';

/** UTF-16 units of the name of a library: as much as leaves its sheet on one page. */
const mostOfName = 120;

/** Markdown. `lines`: what is typed in again; `at`: when it was made. */
export function sheetOf(name: string, place: string, at: Moment, lines: readonly string[]): string {
  const { text, cut } = cutToLength(name, mostOfName);
  return `# Recovery sheet of “${text}${cut ? '…' : ''}”

With this sheet the shared library can be read, and taken over, when all computers that share it are lost. Whoever has it can read everything in it, and remove anybody. Keep it where you keep what must not be found and must not be lost, and not on a computer.

It is good until somebody is removed from the library, who may have copied it. Then a new one has to be printed, and this one destroyed.

Made on: ${at.slice(0, 10)}

Where its rows lie: ${place}

\`\`\`text
${lines.join('\n')}
\`\`\`

To use it, choose “Join a library…” in the menu Library and type the nine lines, or type them into a file and join with “standpoint team join FILE --at ADDRESS --person NAME --library DIR”. Capital and small letters are the same; there is no letter I, L, O or U. A mistyped line is told by its number. For a server you need a role on it, too, which whoever runs it can make as “Letting a role in” of docs/team-server.md says.
`;
}
