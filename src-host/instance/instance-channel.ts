/** How the running program hears of second starts. Nothing that comes in can end it, or cost it much. */
import { createServer, type Server, type Socket } from 'node:net';
import { MAX_MESSAGE, readQuestion, type SecondStart } from './instance-message.js';

export interface Listener {
  /** The channel's secret: who does not know it is not heard. */
  readonly key: string;
  readonly onSecondStart: (start: SecondStart) => void;
  /** While it says true nobody is answered, and a second start waits for this program's end. */
  readonly isEnding: () => boolean;
}

/** Starts that are heard at once; others are turned away, and ask again. */
const MOST_STARTS = 16;
/** How long a start may stay without a word, in ms. */
const SILENCE_LIMIT = 20_000;

/** `null` where nobody can listen at this address. */
export function listenForStarts(address: string, listener: Listener): Server | null {
  const server = createServer((socket) => hear(socket, listener));
  // That the address cannot be had is told by `listening`; the event comes too late to decide by.
  server.on('error', () => undefined);
  server.maxConnections = MOST_STARTS;
  server.listen(address).unref();
  return server.listening ? server : null;
}

function hear(socket: Socket, { key, onSecondStart, isEnding }: Listener): void {
  const parts: Buffer[] = [];
  let size = 0;
  let heard = false;
  socket.unref();
  // A start that goes away has nothing more to say.
  socket.on('error', () => undefined);
  socket.setTimeout(SILENCE_LIMIT, () => socket.destroy());
  socket.on('data', (data) => {
    size += data.length;
    if (size > MAX_MESSAGE) return void socket.destroy();
    parts.push(data);
    if (!data.includes(10) || heard || isEnding()) return;
    heard = true;
    const [line = ''] = Buffer.concat(parts).toString().split('\n', 1);
    const question = readQuestion(line, key);
    if (!question) return void socket.destroy();
    socket.end(question.answer);
    try {
      onSecondStart(question.start);
    } catch (error) {
      console.error('A second start could not be shown.', error);
    }
  });
}
