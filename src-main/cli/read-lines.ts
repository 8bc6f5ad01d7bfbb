/** Lines of a stream of text. Node's own readline also ends lines at signs that JSON may hold. */
import { ExpectedFailure } from '../domain/base/result.js';

/** UTF-16 units: more than two of the longest articles with every sign of them escaped. */
const longestLine = 64_000_000;

/**
 * Text in UTF-8 or already decoded; a line ends at a line feed only. Throws an `ExpectedFailure` for a
 * line that does not end within `longest` UTF-16 units.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
  longest = longestLine
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...more] = text.split('\n');
    length += first.length;
    if (length > longest) throw tooLong(longest);
    begun.push(first);
    const rest = more.pop();
    if (rest === undefined) continue;
    yield begun.join('');
    yield* more;
    begun = [rest];
    length = rest.length;
  }
  if (length > 0) yield begun.join('');
}

function tooLong(longest: number): ExpectedFailure {
  return new ExpectedFailure(
    'line-too-long',
    `The input has a line of more than ${longest / 1e6} million signs, so nothing after the line before it was read.`
  );
}
