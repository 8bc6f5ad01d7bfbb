/** Lines of a stream of text. Node's own readline also ends lines at signs that JSON may hold. */

/** Text in UTF-8 or already decoded; a line ends at a line feed only. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
