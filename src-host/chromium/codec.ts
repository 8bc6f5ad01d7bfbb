/** The codec of page/ with Node's base64. */
import { createCodec } from '../page/codec.js';

export const codec = createCodec({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64'))
});
