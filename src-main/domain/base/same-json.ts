/** Whether two values say the same as JSON. Pure; both stop at the first difference and write nothing out. */

type Fields = Readonly<Record<string, unknown>>;

/** In whatever order their fields were set. A field that is `undefined` is one all the same. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isPart(a) || !isPart(b)) return false;
  if (Array.isArray(a) || Array.isArray(b)) return areItemsAlike(a, b, isSameJson);
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => name in b && isSameJson(a[name], b[name]));
}

/** Written out they would be one text, so the order of their fields counts, and one that is `undefined` is none. */
export function isWrittenAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isPart(a) || !isPart(b)) return typeof a !== 'string' && areTextsAlike(a, b);
  if (Array.isArray(a) || Array.isArray(b)) return areItemsAlike(a, b, isWrittenAlike);
  const [names, others] = [Object.keys(a), Object.keys(b)];
  const isAligned =
    names.length === others.length && names.every((name, index) => name === others[index]);
  return isAligned ? names.every((name) => isWrittenAlike(a[name], b[name])) : areTextsAlike(a, b);
}

function areItemsAlike(
  a: Fields,
  b: Fields,
  isAlike: (a: unknown, b: unknown) => boolean
): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => isAlike(item, b[index]));
}

function areTextsAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isPart(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
