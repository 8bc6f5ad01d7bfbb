/** Asks for a secret at the terminal, and shows nothing of it. */
import { StringDecoder } from 'node:string_decoder';
import type { ReadStream } from 'node:tty';

/** What a terminal sends for an arrow, or around what is pasted. */
// eslint-disable-next-line no-control-regex -- That is what it begins with.
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])/g;

/** `null` where nobody sits at a terminal. Ends the program as Ctrl+C does elsewhere. */
export async function askSecret(
  question: string,
  input: ReadStream = process.stdin,
  tell: (text: string) => void = (text) => void process.stderr.write(text)
): Promise<string | null> {
  if (!input.isTTY) return null;
  tell(question);
  input.setRawMode(true);
  try {
    return await readSecret(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    tell('\n');
  }
}

/** Up to the end of the line; what was pasted behind that is dropped, so that no shell gets it. */
function readSecret(input: ReadStream): Promise<string> {
  return new Promise((resolve) => {
    const decoder = new StringDecoder('utf8');
    let typed = '';
    const take = (chunk: Buffer): void => {
      for (const sign of decoder.write(chunk).replace(sequence, '')) {
        if (sign === '\r' || sign === '\n' || sign === '\u0004') {
          input.off('data', take);
          return resolve(typed);
        }
        if (sign === '\u0003') {
          input.setRawMode(false);
          process.kill(process.pid, 'SIGINT');
        } else if (sign === '\u0015') typed = '';
        else if (sign === '\u007f' || sign === '\b') typed = [...typed].slice(0, -1).join('');
        // Other keys with Ctrl write nothing.
        else if (sign >= ' ') typed += sign;
      }
    };
    input.on('data', take);
    input.resume();
  });
}
