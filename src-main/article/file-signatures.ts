/** What a file holds by its first bytes, whatever its name says. */
import { ExpectedFailure } from '../domain/base/result.js';

interface Signature {
  /** For people: what the file is. */
  readonly what: string;
  readonly bytes: readonly number[];
  /** What the person can do to have it read; `null` where nothing helps. */
  readonly advice: string | null;
}

const signatures: readonly Signature[] = [
  {
    what: 'PDF',
    bytes: [0x25, 0x50, 0x44, 0x46, 0x2d],
    advice: 'Give it the ending .pdf and try again.'
  },
  { what: 'PNG image', bytes: [0x89, 0x50, 0x4e, 0x47], advice: null },
  { what: 'JPEG image', bytes: [0xff, 0xd8, 0xff], advice: null },
  { what: 'GIF image', bytes: [0x47, 0x49, 0x46, 0x38], advice: null },
  {
    what: 'ZIP archive or Office document',
    bytes: [0x50, 0x4b, 0x03, 0x04],
    advice: 'If it is a Word document, give it the ending .docx and try again.'
  },
  { what: 'gzip archive', bytes: [0x1f, 0x8b], advice: null },
  { what: 'Windows program', bytes: [0x4d, 0x5a, 0x90], advice: null },
  { what: 'Linux program', bytes: [0x7f, 0x45, 0x4c, 0x46], advice: null },
  {
    what: 'SQLite database',
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
    advice: null
  },
  {
    // What Office locks with a password lies in the container of its old formats.
    what: 'old or locked Office document',
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    advice: 'If it is a Word document, save it as .docx without a password and try again.'
  }
];

/** What each kind of article is for people, and the signature that files of it begin with, if they have one. */
const kinds = {
  text: { noun: 'text', own: null },
  pdf: { noun: 'a PDF', own: 'PDF' },
  docx: { noun: 'a Word document', own: 'ZIP archive or Office document' },
  mail: { noun: 'an e-mail', own: null },
  archive: { noun: 'a web archive', own: null }
} as const;

/** Throws where the bytes are known to begin another kind of file than `wanted`. */
export function refuseOtherFiles(
  name: string,
  bytes: Uint8Array,
  wanted: keyof typeof kinds
): void {
  const { noun, own } = kinds[wanted];
  const found = signatures.find((each) => each.bytes.every((byte, i) => bytes[i] === byte));
  if (!found || found.what === own) return;
  const sentence = `${name} looks like a binary file (${found.what}), not ${noun}.`;
  throw new ExpectedFailure(
    'binary-file',
    found.advice === null ? sentence : `${sentence} ${found.advice}`
  );
}
