/** A replayed state as JSON, and back. What was never handed on, or came from another member, is checked whole. */
import { maxLengths } from '../base/limits.js';
import { ExpectedFailure } from '../base/result.js';
import { Id, Moment } from '../base/values.js';
import { z } from '../base/zod.js';
import { Briefing } from '../briefing/briefing.js';
import { collectionNames } from '../briefing/collections.js';
import type { Ref } from './field-edits.js';
import { ReplayedState } from './replayed-state.js';
import { EntryOf, type KnownChanges, TeamChange } from './team-change.js';
import { type Gone, type Hand, newTrace, type Trace } from './trace.js';

const Device = z.string().regex(/^[0-9a-f]{32}$/);
const count = z.int().min(1);
const known = z.record(Device, count).readonly();
const ref = z.tuple([Device, count]).readonly();
/** In traces a device is its number in the list of devices: there are many traces. */
const short = z.tuple([z.int().min(0), count]).readonly();
const shorts = z.array(short).readonly();
const hands = z.array(z.int().min(0)).readonly();

const TraceJson = z.strictObject({
  id: Id,
  list: z.enum(collectionNames).nullable(),
  /** Missing: no change wrote it whole. */
  written: z.literal(true).optional(),
  whole: short.optional(),
  texts: z.record(z.string(), short.nullable()).optional(),
  /** Missing, as is `stance`: that of `whole` alone. */
  touched: shorts.optional(),
  stance: shorts.optional(),
  words: shorts.optional(),
  review: shorts.optional(),
  /** Of those who wrote it, their numbers in the list of hands. */
  wrote: hands.optional(),
  hands: z.record(z.string(), hands).optional(),
  last: z.int().min(0).optional()
});
type TraceJson = z.infer<typeof TraceJson>;

const [firstList, ...otherLists] = collectionNames.map((list) =>
  z.strictObject({ list: z.literal(list), entry: EntryOf(list), after: Id.nullable(), by: ref })
);

const StateJson = z.strictObject({
  briefing: Briefing.nullable(),
  applied: known,
  last: z.strictObject({ device: Device, n: count, lamport: count }).readonly().nullable(),
  worked: known,
  binned: known,
  leftOut: z
    .array(
      z
        .strictObject({ device: Device, n: count, author: z.string(), at: Moment, why: z.string() })
        .readonly()
    )
    .readonly(),
  gone: z.array(z.discriminatedUnion('list', [firstList!, ...otherLists])).readonly(),
  devices: z.array(Device).readonly(),
  names: z.array(z.string().max(maxLengths.author)).readonly().default([]),
  /** Device and name by their numbers. */
  hands: z
    .array(z.tuple([z.int().min(0), count, z.int().min(0), Moment]).readonly())
    .readonly()
    .default([]),
  traces: z.array(TraceJson).readonly()
});
type StateJson = z.infer<typeof StateJson>;

const SharedJson = z.strictObject({
  format: z.literal(1),
  folded: z.record(
    Device,
    z.tuple([count, z.strictObject({ n: count, lamport: count }).readonly().nullable()]).readonly()
  ),
  start: StateJson,
  changes: z.array(TeamChange).readonly(),
  state: StateJson.nullable()
});

export function readShared(json: unknown): z.infer<typeof SharedJson> {
  const read = SharedJson.safeParse(json);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join('.') ?? '';
  throw new ExpectedFailure(
    'damaged-shared-state',
    `What is kept of a shared briefing is damaged${where ? ` (at ${where})` : ''}. The briefing itself is as it was; what is shared can be read again from the team library.`
  );
}

/** Of JSON that `readShared` has read before: checking a large briefing takes most of the time. */
export function asShared(json: unknown): z.infer<typeof SharedJson> {
  return json as z.infer<typeof SharedJson>;
}

export function encodeState(state: ReplayedState): StateJson {
  const devices = new Map<string, number>();
  const shortOf = ([device, n]: Ref) => {
    const number = devices.get(device) ?? devices.size;
    devices.set(device, number);
    return [number, n] as const;
  };
  const names = new Map<string, number>();
  const places = new Map<string, number>();
  const told: StateJson['hands'][number][] = [];
  const numberOf = ({ device, n, name, at }: Hand) => {
    const key = `${device} ${n}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const person = names.get(name) ?? names.size;
    names.set(name, person);
    places.set(key, told.length);
    const [place] = shortOf([device, n]);
    return told.push([place, n, person, at]) - 1;
  };
  const shortsOf = (changes: KnownChanges) => Object.entries(changes).map(shortOf);
  const traces = [...state.traces].map(([id, trace]): TraceJson => {
    const { list, isWritten, whole, texts, touched, stance, words, review } = trace;
    const byField = Object.entries(trace.hands);
    const isUsual = (changes: KnownChanges) =>
      whole !== null && Object.keys(changes).length === 1 && changes[whole[0]] === whole[1];
    const named = Object.entries(texts);
    return {
      id,
      list,
      ...(isWritten && { written: true as const }),
      ...(whole && { whole: shortOf(whole) }),
      ...(named.length > 0 && {
        texts: Object.fromEntries(named.map(([path, by]) => [path, by && shortOf(by)]))
      }),
      ...(!isUsual(touched) && { touched: shortsOf(touched) }),
      ...(!isUsual(stance) && { stance: shortsOf(stance) }),
      ...(Object.keys(words).length > 0 && { words: shortsOf(words) }),
      ...(Object.keys(review).length > 0 && { review: shortsOf(review) }),
      ...(trace.wrote.length > 0 && { wrote: trace.wrote.map(numberOf) }),
      ...(byField.length > 0 && {
        hands: Object.fromEntries(byField.map(([name, each]) => [name, each.map(numberOf)]))
      }),
      ...(trace.last && { last: numberOf(trace.last) })
    };
  });
  const { briefing, applied, last, worked, binned, leftOut } = state;
  return {
    ...{ briefing, applied, last, worked, binned, leftOut },
    gone: [...state.gone.values()] as StateJson['gone'],
    devices: [...devices.keys()],
    names: [...names.keys()],
    hands: told,
    traces
  };
}

export function decodeState(json: StateJson): ReplayedState {
  const { devices, names, hands, gone, traces, ...more } = json;
  const refOf = ([device, n]: readonly [number, number]): Ref => [devices[device] ?? '', n];
  const knownOf = (changes: readonly (readonly [number, number])[]): KnownChanges =>
    Object.fromEntries(changes.map(refOf));
  const told = hands.map(([device, n, name, at]): Hand => {
    return { device: devices[device] ?? '', n, name: names[name] ?? '', at };
  });
  const handsOf = (numbers: readonly number[] = []) => numbers.flatMap((i) => told[i] ?? []);
  const state = Object.assign(new ReplayedState(), more);
  state.gone = new Map(gone.map((each) => [each.entry.id, each as Gone]));
  state.traces = new Map(
    traces.map(({ id, list, written, whole, texts = {}, ...known }) => {
      const usual = whole ? [whole] : [];
      const trace: Trace = {
        ...newTrace(list),
        isWritten: written === true,
        whole: whole ? refOf(whole) : null,
        texts: Object.fromEntries(
          Object.entries(texts).map(([path, by]) => [path, by && refOf(by)])
        ),
        touched: knownOf(known.touched ?? usual),
        stance: knownOf(known.stance ?? usual),
        words: knownOf(known.words ?? []),
        review: knownOf(known.review ?? []),
        wrote: handsOf(known.wrote),
        hands: Object.fromEntries(
          Object.entries(known.hands ?? {}).map(([name, numbers]) => [name, handsOf(numbers)])
        ),
        last: handsOf(known.last === undefined ? [] : [known.last])[0] ?? null
      };
      return [id, trace];
    })
  );
  return state;
}
