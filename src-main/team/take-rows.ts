/** Takes rows in as far as keys, devices and chains reach; the others wait. */
import type { CarriedRow } from './carriers/carrier.js';
import { refuseNewer } from './refuse-newer.js';
import type { Chains } from './sealing/chains.js';
import { type Keyring, topicOfMembers } from './sealing/keyring.js';
import type { Members } from './sealing/members.js';
import { hashOfRow } from './sealing/row-bytes.js';
import { RowFault, type RowFaultCode } from './sealing/row-fault.js';
import { type OpenedRow, openRow, openRows } from './sealing/row.js';

/** Who takes them in: what it knows grows with each row. */
export interface Taker {
  readonly keyring: Keyring;
  readonly members: Members;
  readonly chains: Chains;
  /** Takes in rows about members, ahead of all others. */
  learn(rows: readonly CarriedRow[]): Promise<void>;
  tell(sentence: string): void;
}

export interface TakenRows {
  readonly taken: readonly OpenedRow[];
  readonly waiting: readonly CarriedRow[];
}

export interface ReceivedPage {
  readonly rows: readonly OpenedRow[];
  /** Of all rows that the carrier handed out with them. */
  readonly bytes: number;
  /** The carrier was set back, or is another one. */
  readonly isSetBack: boolean;
  /** How far was read has changed, which is to be saved. */
  readonly isNews: boolean;
}

/** Rows whose key, whose device or whose predecessor may still come, or whose program. */
const mayStillCount: ReadonlySet<RowFaultCode> = new Set([
  'no-key',
  'unknown-device',
  'gap',
  'newer-program',
  'removed'
]);

/** Of these nothing is told: they are the way of things. */
const isQuiet: ReadonlySet<RowFaultCode> = new Set(['no-key', 'unknown-device', 'gap']);

/** @param waiting those that came before `fresh` and could not be taken in then */
export async function takeRows(
  fresh: readonly CarriedRow[],
  waiting: readonly CarriedRow[],
  taker: Taker
): Promise<TakenRows> {
  const taken: OpenedRow[] = [];
  let behind = waiting;
  let rows = fresh;
  // A row can bring the key or the device that one before it needs.
  for (;;) {
    const { ready, blocked } = sortOut(behind, taker);
    if (ready.length + rows.length === 0) return { taken, waiting: behind };
    const round = await takeOnce([...ready, ...rows], taker);
    taken.push(...round.taken);
    behind = [...blocked, ...round.waiting];
    if (round.taken.length === 0) return { taken, waiting: behind };
    rows = [];
  }
}

/** Where the first row of a device that waits cannot be taken in, none behind it can. */
function sortOut(waiting: readonly CarriedRow[], taker: Taker) {
  const blocked = new Map<string, boolean>();
  for (const row of waiting) {
    if (!blocked.has(row.device)) blocked.set(row.device, isBlocked(row, taker));
  }
  const waits = ({ device }: CarriedRow) => blocked.get(device) ?? false;
  return { ready: waiting.filter((row) => !waits(row)), blocked: waiting.filter(waits) };
}

function isBlocked(row: CarriedRow, taker: Taker): boolean {
  try {
    const opened = openRow(row, taker.keyring, taker.members.publicKeyOf);
    check(row, opened, taker, topicOfMembers(taker.keyring));
    return row.n > taker.chains.count(row.device) + 1;
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    return mayStillCount.has(error.code);
  }
}

async function takeOnce(all: readonly CarriedRow[], taker: Taker): Promise<TakenRows> {
  const topic = topicOfMembers(taker.keyring);
  const rows = all.filter((row) => row.topic === topic || !isKnown(row, taker.chains));
  const about = rows.filter((row) => row.topic === topic);
  if (about.length > 0) await taker.learn(about);
  const taken: OpenedRow[] = [];
  const waiting: CarriedRow[] = [];
  for (const [index, opened] of openRows(
    rows,
    taker.keyring,
    taker.members.publicKeyOf
  ).entries()) {
    const row = rows[index];
    if (!row) continue;
    try {
      if (opened instanceof RowFault) throw opened;
      check(row, opened, taker, topic);
      if (taker.chains.take(opened.head) === 'new') taken.push(opened);
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      if (mayStillCount.has(error.code)) waiting.push(row);
      if (!isQuiet.has(error.code)) taker.tell(error.message);
    }
  }
  return { taken, waiting };
}

/** Whether it was taken in before, as this device’s own that come back: it need not be opened again. */
function isKnown({ device, n, bytes }: CarriedRow, chains: Chains): boolean {
  return n <= chains.count(device) && chains.has(device, n, hashOfRow(bytes));
}

/**
 * Throws a `RowFault` where the row does not count, or not yet.
 * @param topic of members
 */
function check(
  row: CarriedRow,
  opened: OpenedRow,
  { members, chains }: Taker,
  topic: string
): void {
  const { device, n } = opened.head;
  // What members say of each other, they weigh themselves. What was refused is not in its chain,
  // so that it can still count once a member is seen to have taken it in.
  const isWeighed = row.topic === topic || n <= chains.count(device);
  const acknowledged = () => chains.acknowledged(device, (each) => members.isMember(each));
  const refusal =
    isWeighed || !members.refusal(device, n) ? null : members.refusal(device, n, acknowledged());
  if (refusal) throw refusal;
  refuseNewer(opened);
}
