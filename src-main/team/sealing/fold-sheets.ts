/**
 * Recovery sheets: which of them are good, and who comes in by one.
 *
 * Whoever is removed may have copied a sheet. So a removal withdraws every sheet that was made without
 * knowing of it, and a new sheet those that it takes the place of. A withdrawal keeps out whoever comes by
 * the sheet, but for those whom its maker had seen come before: nobody else can say what came first.
 */
import type { Brought } from './fold-epochs.js';
import {
  type FactOf,
  invitationIdOf,
  isVouchedFor,
  type KeyHolder,
  recovery
} from './member-facts.js';
import type { Concern, Rank, RecoverySheet, SheetEntrant } from './member-state.js';

type Joined = FactOf<'joined'>;

interface StatedSheet extends Omit<RecoverySheet, 'isGood'> {
  /** Of its maker. */
  readonly rank: Rank;
  /** Who was removed, as far as its maker knew. */
  readonly after: ReadonlySet<string>;
}

type Withdrawal = { readonly by: string; readonly n: number } & (
  { readonly removed: string } | { readonly instead: readonly KeyHolder[] }
);

/** Gathers what the facts that count say of sheets. */
export class FoldedSheets {
  readonly #library: string;
  readonly #sheets = new Map<KeyHolder, StatedSheet>();
  readonly #brought: Brought[] = [];
  readonly #withdrawals: Withdrawal[] = [];
  /** Per device the row in which it says that it has seen another come. */
  readonly #seen = new Map<string, Map<string, number>>();

  constructor(library: string) {
    this.#library = library;
  }

  found(by: string, { at, recovery: { recipient, publicKey } }: FactOf<'founded'>, rank: Rank) {
    this.#sheets.set(recovery, {
      ...{ id: recovery, by, at, recipient, publicKey },
      ...{ rank, after: new Set() }
    });
  }

  make(by: string, n: number, fact: FactOf<'sheet'>, rank: Rank): void {
    const { at, recipient, publicKey, epochs, after, instead } = fact;
    const id = invitationIdOf(publicKey);
    const known = [...this.#sheets.values()].map((sheet) => invitationIdOf(sheet.publicKey));
    // What was said of a sheet first stays: nobody makes one good again by saying more of it.
    if (known.includes(id)) return;
    this.#sheets.set(id, {
      ...{ id, by, at, recipient, publicKey },
      ...{ rank, after: new Set(after) }
    });
    this.#brought.push({ by, holder: id, epochs });
    this.#withdrawals.push({ by, n, instead });
  }

  /** @param removed who was a member: nobody else has seen a sheet */
  remove(by: string, n: number, removed: string): void {
    this.#withdrawals.push({ by, n, removed });
  }

  see(by: string, n: number, device: string): void {
    const own = this.#seen.get(by) ?? new Map<string, number>();
    this.#seen.set(by, own.set(device, Math.min(own.get(device) ?? Infinity, n)));
  }

  /** Keys that sheets were made with. */
  get brought(): readonly Brought[] {
    return this.#brought;
  }

  get all(): ReadonlyMap<KeyHolder, RecoverySheet> {
    return new Map(
      [...this.#sheets].map(([key, { id, by, at, recipient, publicKey, ...sheet }]) => {
        const isGood = !this.#withdrawals.some((each) => withdraws(each, { id, by, ...sheet }));
        return [key, { id, by, at, recipient, publicKey, isGood }];
      })
    );
  }

  get gone(): readonly KeyHolder[] {
    return [...this.all.values()].filter(({ isGood }) => !isGood).map(({ id }) => id);
  }

  /** Devices that a sheet lets in, with their ranks. @param joined of all devices */
  letIn(joined: ReadonlyMap<string, Joined>): ReadonlyMap<string, Rank> {
    const entrants = new Map<string, Rank>();
    for (const [device, fact] of joined) {
      const sheet = sheetOfJoin(fact, this.#sheets.values(), this.#library, device);
      if (sheet && this.#letsIn(sheet, device)) entrants.set(device, rankBySheet(sheet));
    }
    return entrants;
  }

  #letsIn(sheet: StatedSheet, device: string): boolean {
    return !this.#withdrawals.some((each) => {
      const seen = this.#seen.get(each.by)?.get(device) ?? Infinity;
      return each.by !== device && each.n < seen && withdraws(each, sheet);
    });
  }

  entrants(
    devices: Iterable<string>,
    joined: ReadonlyMap<string, Joined>
  ): ReadonlyMap<string, SheetEntrant> {
    return new Map(
      [...devices].flatMap((device): [string, SheetEntrant][] => {
        const fact = joined.get(device);
        const sheet = fact && sheetOfJoin(fact, this.#sheets.values(), this.#library, device);
        const seers = [...this.#seen].filter(([, seen]) => seen.has(device));
        const seenBy = new Set(seers.map(([by]) => by));
        // A sheet that does not count any more was its maker’s, who was removed by who came by it.
        return [[device, { seenBy, isDoubtful: !!sheet && !this.#letsIn(sheet, device) }]];
      })
    );
  }

  /** @param founder for whom there is nobody else to name */
  concerns(founder: string): readonly Concern[] {
    const sheets = [...this.all.values()];
    if (sheets.length === 0 || sheets.some(({ isGood }) => isGood)) return [];
    const message =
      'This library has no recovery sheet that is good: somebody was removed after the last one was made, and may have copied it. Make a new one, print it, and destroy the old one.';
    return [{ code: 'no-sheet', device: founder, message }];
  }
}

/** The sheet by which a device joins, whether it is good or not. */
export function sheetOfJoin<Sheet extends { readonly publicKey: Uint8Array }>(
  joined: Joined,
  sheets: Iterable<Sheet>,
  library: string,
  device: string
): Sheet | null {
  if (joined.invitation !== recovery) return null;
  const isIt = ({ publicKey }: Sheet) => isVouchedFor(joined, publicKey, library, device);
  return [...sheets].find(isIt) ?? null;
}

function withdraws(
  withdrawal: Withdrawal,
  { id, by, after }: Pick<StatedSheet, 'id' | 'by' | 'after'>
): boolean {
  if ('instead' in withdrawal) return withdrawal.instead.includes(id);
  // What its maker claims to have known of its own removal is no word to rest on.
  return withdrawal.removed === by || !after.has(withdrawal.removed);
}

/** So small that no number of takeovers reaches the next rank. */
const nearer = 2 ** -20;

/** Just nearer to the founder than the sheet's maker, whose lost computer can be removed by it. */
function rankBySheet({ rank }: StatedSheet): Rank {
  return rank.map((step, index) => (index === rank.length - 1 ? step - nearer : step));
}
