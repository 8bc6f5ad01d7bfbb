/** Pictures that stand in a text itself, as Word wants them: with their size, which their first bytes tell. */
import { ImageRun } from 'docx';

interface Picture {
  readonly type: 'png' | 'jpg' | 'gif';
  readonly data: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels, by 96 to an inch: as much as the narrower paper has room for. */
const room = { width: 600, height: 760 };

/** `id` is another for each. `null` for what Word does not show, such as WebP, and for what is broken. */
export function pictureRun(address: string, description: string, id: string): ImageRun | null {
  const picture = pictureOf(address);
  if (!picture) return null;
  const { type, data, width, height } = picture;
  const scale = Math.min(1, room.width / width, room.height / height);
  return new ImageRun({
    type,
    data,
    transformation: {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale))
    },
    altText: { name: 'picture', description, id }
  });
}

/** `address` is a `data:` address in base64. */
export function pictureOf(address: string): Picture | null {
  const [, name = '', base64 = ''] =
    /^data:image\/(png|jpeg|gif);base64,([A-Za-z0-9+/=\s]+)$/i.exec(address) ?? [];
  const data = new Uint8Array(Buffer.from(base64, 'base64'));
  const type = name.toLowerCase() === 'jpeg' ? 'jpg' : (name.toLowerCase() as 'png' | 'gif');
  const size = name === '' ? null : sizes[type](new DataView(data.buffer));
  if (!size) return null;
  const [width, height] = size;
  return width > 0 && height > 0 ? { type, data, width, height } : null;
}

type Size = readonly [width: number, height: number];

const sizes: Readonly<Record<Picture['type'], (bytes: DataView) => Size | null>> = {
  // ISO/IEC 15948: eight bytes that name it, then the chunk IHDR.
  png: (bytes) =>
    bytes.byteLength >= 24 && bytes.getUint32(0) === 0x89504e47
      ? [bytes.getUint32(16), bytes.getUint32(20)]
      : null,
  // Of the logical screen.
  gif: (bytes) =>
    bytes.byteLength >= 10 && bytes.getUint32(0) === 0x47494638
      ? [bytes.getUint16(6, true), bytes.getUint16(8, true)]
      : null,
  jpg: sizeOfJpeg
};

/** ISO/IEC 10918-1: of the first frame, SOF0 to SOF15, which three other markers stand amid. */
function sizeOfJpeg(bytes: DataView): Size | null {
  const { byteLength } = bytes;
  if (byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= byteLength && bytes.getUint8(at) === 0xff) {
    const marker = bytes.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [bytes.getUint16(at + 7), bytes.getUint16(at + 5)];
    // A marker may have fill bytes before it.
    at += marker === 0xff ? 1 : 2 + bytes.getUint16(at + 2);
  }
  return null;
}
