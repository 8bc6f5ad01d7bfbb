/**
 * Tells a running program of a start, and ends with one of the codes of `TOLD`. A process of its own,
 * so that the start can wait for it: Electron's `requestSingleInstanceLock` answers at once.
 */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { type Errand, TOLD } from './instance-channel.js';

const { address, line, answer, limit } = JSON.parse(readFileSync(0, 'utf8')) as Errand;
let said = '';

const socket = connect(address, () => socket.write(line));
socket.setEncoding('utf8');
socket.on('data', (text: string) => {
  said += text;
  if (said === answer) process.exit(TOLD.told);
  if (!answer.startsWith(said)) process.exit(TOLD.stranger);
});
// A connection that breaks was made: whoever listened has ended.
socket.on('error', () => process.exit(socket.bytesWritten > 0 ? TOLD.ended : TOLD.nobody));
socket.on('close', () => process.exit(TOLD.ended));
setTimeout(() => process.exit(TOLD.silent), limit);
