/** A page as PDF. */
import type { Session } from '../chromium/browser.js';
import type { WebContentsSurface } from '../surface/surface.js';

type Options = Parameters<WebContentsSurface['printToPDF']>[0];

/** Read in pieces of this many bytes, since one message holds a whole PDF badly. */
const PIECE = 1 << 20;

export async function printToPDF(session: Session, options: Options): Promise<Buffer> {
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
