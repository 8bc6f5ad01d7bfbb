const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** Bytes as people read them, such as “3.4 MB”; a megabyte has a million of them. */
export function sizeInWords(bytes: number): string {
  const { amount, power, digits } = scaled(bytes);
  return `${amount.toLocaleString('en', { maximumFractionDigits: digits })} ${units[power]}`;
}

/** How much of so many bytes there is, such as “3 of 12 MB”. */
export function partInWords(done: number, of: number): string {
  const { power, digits } = scaled(of);
  const part = (Math.min(done, of) / 1_000 ** power).toLocaleString('en', {
    maximumFractionDigits: digits
  });
  return `${part} of ${sizeInWords(of)}`;
}

/** So many of 1000 to the `power` bytes, to be told with so many digits behind the point. */
export function scaled(bytes: number) {
  const power = Math.min(bytes < 1_000 ? 0 : Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const amount = bytes / 1_000 ** power;
  return { amount, power, digits: power > 0 && amount < 10 ? 1 : 0 };
}
