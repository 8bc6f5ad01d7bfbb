/** Asks for a secret at the terminal, and shows nothing of it. */
import type { ReadStream } from 'node:tty';

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

function readSecret(input: ReadStream): Promise<string> {
  return new Promise((resolve) => {
    let typed = '';
    const take = (chunk: Buffer): void => {
      for (const sign of chunk.toString('utf8')) {
        if (sign === '\r' || sign === '\n' || sign === '\u0004') {
          input.off('data', take);
          return resolve(typed);
        }
        if (sign === '\u0003') {
          input.setRawMode(false);
          process.kill(process.pid, 'SIGINT');
        } else if (sign === '\u007f' || sign === '\b') typed = [...typed].slice(0, -1).join('');
        else typed += sign;
      }
    };
    input.on('data', take);
    input.resume();
  });
}
