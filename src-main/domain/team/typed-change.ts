/**
 * Knows the change that comes most by its looks: words typed in long texts. Checking its form by schema
 * takes longer than applying it. What is not told apart here may be a change all the same. Pure.
 */
import { isObject } from '../base/is-object.js';
import { maxLengths } from '../base/limits.js';
import { Id, Moment } from '../base/values.js';

const device = /^[0-9a-f]{32}$/;
const ofChange = ['device', 'n', 'author', 'at', 'lamport', 'base', 'what'];
const ofFields = ['fields'];
const ofLists = ['lists'];
const ofEdit = ['edit'];
const ofList = ['put'];

type Part = Readonly<Record<string, unknown>>;

/**
 * Whether the schema of a change would take this in and return the same, in the same order of keys.
 * @param fieldsOf the fields that an edit may be about, by lists; by '' those of the briefing itself
 */
export function isTypedChange(
  json: unknown,
  fieldsOf: ReadonlyMap<string, ReadonlySet<string>>
): boolean {
  if (!hasKeys(json, ofChange)) return false;
  const { n, author, at, lamport, base, what } = json;
  const isOf = isDevice(json['device']) && isCount(n) && isCount(lamport) && isKnown(base);
  if (!isOf || (base[json['device'] as string] ?? 0) !== n - 1) return false;
  if (typeof author !== 'string' || author.length > maxLengths.author) return false;
  if (!Moment.safeParse(at).success || !hasKeys(what, ofEdit)) return false;
  const { edit } = what;
  if (hasKeys(edit, ofFields)) return isOfTexts(edit['fields'], fieldsOf.get(''));
  if (!hasKeys(edit, ofLists) || !isObject(edit['lists'])) return false;
  const [list = '', another] = Object.keys(edit['lists']);
  const part = edit['lists'][list];
  if (list === '' || another !== undefined || !hasKeys(part, ofList)) return false;
  const { put } = part;
  return (
    Array.isArray(put) &&
    put.every(
      (each: unknown) =>
        Array.isArray(each) &&
        each.length === 2 &&
        Id.safeParse(each[0]).success &&
        isOfTexts(each[1], fieldsOf.get(list))
    )
  );
}

/** Of one field: the order of several would be another one. */
function isOfTexts(edits: unknown, fields: ReadonlySet<string> | undefined): boolean {
  if (!isObject(edits)) return false;
  const [name = '', another] = Object.keys(edits);
  return another === undefined && fields?.has(name) === true && isStretch(edits[name]);
}

function isStretch(leaf: unknown): boolean {
  if (!Array.isArray(leaf) || leaf.length < 4 || leaf.length > 5) return false;
  const [at, cut, add, from, n] = leaf as readonly unknown[];
  if (!isPlace(at) || !isPlace(cut) || typeof add !== 'string') return false;
  return leaf.length === 4 ? typeof from === 'string' : isDevice(from) && isCount(n);
}

function isKnown(base: unknown): base is Readonly<Record<string, number>> {
  return isObject(base) && Object.entries(base).every(([of, n]) => isDevice(of) && isCount(n));
}

function isDevice(value: unknown): boolean {
  return typeof value === 'string' && device.test(value);
}

function isCount(value: unknown): value is number {
  return isPlace(value) && value > 0;
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** These alone, in this order. */
function hasKeys(value: unknown, keys: readonly string[]): value is Part {
  if (!isObject(value)) return false;
  const there = Object.keys(value);
  return there.length === keys.length && keys.every((key, index) => there[index] === key);
}
