/** A value of a briefing as a person reads it: a line a field, never as data. Pure. */

/** A text as it is; of several fields those that are filled in, each with its name; of a list a line each. */
export function valueInLines(value: unknown): string {
  return linesOf(value).join('\n');
}

function linesOf(value: unknown): readonly string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first, ...more] = linesOf(item);
      return first === undefined ? [] : [`- ${first}`, ...more.map((line) => `  ${line}`)];
    });
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([field, part]) => {
      const lines = linesOf(part).flatMap((line) => line.split('\n'));
      const name = nameOf(field);
      const [only = '', ...more] = lines;
      if (lines.length === 0) return [];
      if (more.length === 0 && !Array.isArray(part)) return [`${name}: ${only}`];
      return [`${name}:`, ...lines.map((line) => `  ${line}`)];
    });
  }
  // A number.
  return [JSON.stringify(value)];
}

/** `decideBy` → “Decide by”. */
function nameOf(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
