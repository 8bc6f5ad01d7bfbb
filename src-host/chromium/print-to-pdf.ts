/** A page as a PDF, read out of Chromium in pieces. */
import type { DevtoolsSession } from './browser.js';
import type { Params } from './devtools-pipe.js';

/** Read in pieces of this many bytes, since one message holds a whole PDF badly. */
const PIECE = 1 << 20;

export async function printToPDF(
  session: DevtoolsSession,
  options: Params<'Page.printToPDF'>
): Promise<Buffer> {
  const { stream } = await session.send('Page.printToPDF', {
    ...options,
    transferMode: 'ReturnAsStream'
  });
  const handle = stream!;
  const pieces: Buffer[] = [];
  for (let ended = false; !ended;) {
    const piece = await session.send('IO.read', { handle, size: PIECE });
    pieces.push(Buffer.from(piece.data, piece.base64Encoded ? 'base64' : 'utf8'));
    ended = piece.eof;
  }
  await session.send('IO.close', { handle });
  return Buffer.concat(pieces);
}
