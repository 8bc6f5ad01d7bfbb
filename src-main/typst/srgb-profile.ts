/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile (ISO 15076-1), which a file to be kept must
 * hold. It is made here from the numbers that the standards publish, so it is under Standpoint's own
 * licence and has 448 bytes.
 */

/** Red, green and blue, as seen in the light that profiles reckon with (D50): X, Y and Z. */
const colorants = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141]
};
const whiteOfProfiles = [0.9642, 1, 0.8249];
/** From the white of sRGB (D65) to that of profiles, by Bradford's method. */
const adaptation = [
  ...[1.047882, 0.022919, -0.050217],
  ...[0.029587, 0.990479, -0.017075],
  ...[-0.009232, 0.015076, 0.751678]
];
/** Light = (a·value + b)^g from the value d on, below it c·value; in the order g, a, b, c, d. */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

export function srgbProfile(): Uint8Array {
  const tone = tagged('para', Buffer.from([0, 3, 0, 0]), fixed(curve));
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', words('sRGB')],
    ['cprt', words('MIT')],
    ['wtpt', tagged('XYZ ', fixed(whiteOfProfiles))],
    ['chad', tagged('sf32', fixed(adaptation))],
    ...Object.entries(colorants).map(
      ([name, place]) => [name, tagged('XYZ ', fixed(place))] as const
    ),
    // One curve for all three: it stands in the file once.
    ...(['rTRC', 'gTRC', 'bTRC'] as const).map((name) => [name, tone] as const)
  ];
  const parts = [...new Set(tags.map(([, data]) => data))];
  const start = 128 + 4 + 12 * tags.length;
  const places = new Map<Buffer, number>();
  let end = start;
  for (const part of parts) {
    places.set(part, end);
    end += part.length;
  }
  const table = Buffer.alloc(start - 128);
  table.writeUInt32BE(tags.length, 0);
  tags.forEach(([name, data], index) => {
    table.write(name, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(places.get(data) ?? 0, 8 + 12 * index);
    table.writeUInt32BE(data.length, 12 + 12 * index);
  });
  return Buffer.concat([header(end), table, ...parts]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // The profile is always the same, so its date is, too: year, month, day.
  [2025, 1, 1].forEach((part, index) => bytes.writeUInt16BE(part, 24 + 2 * index));
  bytes.write('acsp', 36, 'latin1');
  fixed(whiteOfProfiles).copy(bytes, 68);
  return bytes;
}

/** Of a length that four divides, as every tag's data have. */
function tagged(type: string, ...data: readonly Buffer[]): Buffer {
  const whole = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), ...data]);
  return Buffer.concat([whole, Buffer.alloc((4 - (whole.length % 4)) % 4)]);
}

/** Numbers with 16 bits before the point and 16 behind. */
function fixed(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => bytes.writeInt32BE(Math.round(number * 65_536), 4 * index));
  return bytes;
}

/** Text in one language. */
function words(text: string): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(2 * text.length, 12);
  head.writeUInt32BE(28, 16);
  return tagged('mluc', head, Buffer.from(text, 'utf16le').swap16());
}
