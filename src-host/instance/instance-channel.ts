/**
 * What a second start and the running program say to each other, and how that hears it: one line of JSON
 * each way. Both show that they know the key that the running program wrote where only its user can read,
 * so neither a message nor an answer can be forged by who merely reached the channel. Nothing that comes
 * in can end the program, or cost it much.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';

export interface SecondStart {
  readonly argv: readonly string[];
  readonly cwd: string;
}

/** Bytes of a message; a start with more to say does not fit through. */
export const MAX_MESSAGE = 64 * 1024;

/** The exit codes of the process that tells a running program of a start. */
export const TOLD = {
  told: 0,
  /** Nobody listens there. */
  nobody: 1,
  /** Whoever listened went away without an answer. */
  ended: 2,
  /** Whoever listens is not the program that wrote the key. */
  stranger: 3,
  /** There was no answer in time. */
  silent: 4
} as const;

/** To that process, as JSON on its standard input. */
export interface Errand extends Question {
  readonly address: string;
  /** How long it may take, in ms. */
  readonly limit: number;
}

interface Message extends SecondStart {
  /** Of this message alone: the answer belongs to it and to no other. */
  readonly nonce: string;
  readonly proof: string;
}

export interface Question {
  /** What to send, with its line feed. */
  readonly line: string;
  /** What the running program answers, with its line feed. */
  readonly answer: string;
}

export function makeQuestion({ argv, cwd }: SecondStart, key: string): Question {
  const nonce = randomBytes(16).toString('hex');
  const proof = prove(key, 'start', nonce, JSON.stringify([argv, cwd]));
  const message: Message = { argv, cwd, nonce, proof };
  return { line: `${JSON.stringify(message)}\n`, answer: makeAnswer(nonce, key) };
}

/** A message without its line feed → what it says and what to answer; `null` for what was not made with the key. */
export function readQuestion(
  text: string,
  key: string
): { readonly start: SecondStart; readonly answer: string } | null {
  const message = parseMessage(text);
  if (!message) return null;
  const { argv, cwd, nonce, proof } = message;
  if (!isSame(proof, prove(key, 'start', nonce, JSON.stringify([argv, cwd])))) return null;
  return { start: { argv, cwd }, answer: makeAnswer(nonce, key) };
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function makeAnswer(nonce: string, key: string): string {
  return `${prove(key, 'told', nonce)}\n`;
}

function prove(key: string, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(parts.join('\n')).digest('hex');
}

function parseMessage(text: string): Message | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { argv, cwd, nonce, proof } = value as Partial<Record<keyof Message, unknown>>;
  const isMessage =
    Array.isArray(argv) &&
    argv.every(isArgument) &&
    isArgument(cwd) &&
    typeof nonce === 'string' &&
    typeof proof === 'string';
  return isMessage ? { argv: argv, cwd, nonce, proof } : null;
}

/** The system itself hands over no other: its strings end at NUL. */
function isArgument(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}

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
