/** Protects: what is withheld, reordered or written twice under one number shows, and as soon as it can. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chains } from './chains.js';
import { sha256Of, toHex } from './bytes.js';
import type { RowFault } from './row-fault.js';
import type { RowHead } from './row.js';

const [a, b, c] = ['a1', 'b2', 'c3'].map((each) => each.repeat(16)) as [string, string, string];

/** The head of the next row of a device, as `chains` has it, with a hash of its own. */
function next(chains: Chains, device: string, salt = ''): RowHead {
  const { n, previous, heads } = chains.next(device);
  const hash = toHex(sha256Of(`${device} ${n} ${previous} ${salt}`));
  const nothing = { library: '', epoch: '', topic: '', publicKey: null };
  return { ...nothing, device, n, previous, hash, heads };
}

function write(chains: Chains, device: string, salt?: string): RowHead {
  const row = next(chains, device, salt);
  chains.take(row);
  return row;
}

const codeOf = (act: () => unknown) => {
  try {
    act();
    return 'taken';
  } catch (error) {
    return (error as RowFault).code;
  }
};

describe('a chain', () => {
  it('takes each row once, and in order only', () => {
    const ours = new Chains();
    const rows = [1, 2, 3].map(() => write(ours, a));
    const theirs = new Chains();
    expect(codeOf(() => theirs.take(rows[1]!))).toBe('gap');
    expect(theirs.take(rows[0]!)).toBe('new');
    expect(theirs.take(rows[0]!)).toBe('known');
    expect(codeOf(() => theirs.take(rows[2]!))).toBe('gap');
    expect(theirs.take(rows[1]!)).toBe('new');
    expect(theirs.take(rows[2]!)).toBe('new');
    expect(rows.map((row) => theirs.take(row))).toEqual(['known', 'known', 'known']);
    expect(theirs.faults()).toEqual([]);
  });

  it('names the rows that are missing in the middle', () => {
    const ours = new Chains();
    const rows = [1, 2, 3, 4].map(() => write(ours, a));
    const theirs = new Chains();
    theirs.take(rows[0]!);
    expect(() => theirs.take(rows[3]!)).toThrow(
      'Rows 2 to 3 of device a1a1a1a1 were not handed out, and row 4 rests on that.'
    );
  });

  it.each([1, 40, 300])('that a copied folder goes on with shows, also %i rows later', (later) => {
    const ours = new Chains();
    const shared = [1, 2].map(() => write(ours, a));
    const copy = Chains.decode(structuredClone(ours.encode()));
    const other = [1, 2].map(() => write(copy, a, 'other'));
    const theirs = new Chains();
    for (const row of shared) theirs.take(row);
    for (let n = 0; n < later; n++) theirs.take(write(ours, a));
    expect(codeOf(() => theirs.take(other[0]!))).toBe('fork');
    expect(theirs.faults().map(({ code, n }) => [code, n])).toEqual([['fork', 3]]);
    expect(theirs.count(a)).toBe(later + 2);
  });

  it('whose next row rests on another than the one that is here has two', () => {
    const [ours, copy] = [new Chains(), new Chains()];
    write(copy, a, 'other');
    const second = write(copy, a);
    write(ours, a);
    expect(codeOf(() => ours.take(second))).toBe('fork');
  });
});

describe('heads', () => {
  it('show a withheld tail as soon as one who has it writes', () => {
    const [ofB, ofC] = [new Chains(), new Chains()];
    const ofA = new Chains();
    const rows = [1, 2, 3].map(() => write(ofA, a));
    for (const row of rows) ofB.take(row);
    ofC.take(rows[0]!);
    expect(ofC.missing()).toEqual([]);
    ofC.take(write(ofB, b));
    expect(ofC.missing()).toEqual([{ device: a, here: 1, told: 3, tellers: [b] }]);
    expect(ofC.faults()[0]?.message).toMatch(
      /Device b2b2b2b2 has verified 3 rows of device a1a1a1a1, and only 1 were handed out/
    );
    ofC.take(rows[1]!);
    ofC.take(rows[2]!);
    expect(ofC.faults()).toEqual([]);
  });

  it('are told once, those that moved on most first, and eight at a time', () => {
    const chains = new Chains();
    const devices = Array.from({ length: 12 }, (_, at) => at.toString(16).padStart(32, '0'));
    for (const [at, device] of devices.entries()) {
      for (let n = 0; n <= at; n++) write(chains, device);
    }
    // What others told before is in their rows; the device that writes now told nothing yet.
    const first = write(chains, a);
    expect(first.heads.map(({ n }) => n)).toEqual([12, 11, 10, 9, 8, 7, 6, 5]);
    expect(write(chains, a).heads.map(({ n }) => n)).toEqual([4, 3, 2, 1]);
    expect(write(chains, a).heads).toEqual([]);
    write(chains, devices[0]!);
    expect(write(chains, a).heads).toMatchObject([{ device: devices[0], n: 2 }]);
  });

  it.each(['before', 'after'])('that contradict a row show a fork, %s the row arrives', (when) => {
    const [ofB, ofC] = [new Chains(), new Chains()];
    const [ofA, otherA] = [new Chains(), new Chains()];
    ofB.take(write(ofA, a));
    const shown = write(otherA, a, 'to C alone');
    const ofBs = write(ofB, b);
    if (when === 'after') ofC.take(shown);
    ofC.take(ofBs);
    if (when === 'before') expect(codeOf(() => ofC.take(shown))).toBe('fork');
    expect(ofC.faults().map(({ code, device }) => [code, device])).toContainEqual(['fork', a]);
  });

  it('say what members have verified of a device', () => {
    const chains = new Chains();
    write(chains, a);
    write(chains, b);
    write(chains, a);
    write(chains, c);
    expect(chains.acknowledged(a, () => true)).toBe(2);
    expect(chains.acknowledged(a, (teller) => teller === b)).toBe(1);
    expect(chains.acknowledged(c, () => true)).toBe(0);
  });
});

it('what is kept goes on as if it had never been put away', () => {
  const Step = fc.record({ device: fc.constantFrom(a, b, c), again: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(Step, { maxLength: 60 }), fc.nat(60), (steps, at) => {
      const whole = new Chains();
      const rows = steps.map(({ device }) => write(whole, device));
      let kept = new Chains();
      for (const [index, row] of rows.entries()) {
        if (index === at) kept = Chains.decode(JSON.parse(JSON.stringify(kept.encode())));
        expect(kept.take(row)).toBe('new');
        expect(kept.take(rows[Math.max(0, index - steps[index]!.again)]!)).toBe('known');
      }
      expect(kept.encode()).toEqual(whole.encode());
      expect(kept.next(a)).toEqual(whole.next(a));
    })
  );
});

it('goes on from a checkpoint', () => {
  const whole = new Chains();
  for (const device of [a, b, a, a]) write(whole, device);
  const startingAt = (checkpoint: Chains) => {
    const chains = new Chains();
    chains.startAt(Chains.decode(checkpoint.folded().encode()));
    return chains;
  };
  const joined = startingAt(whole);
  // As who read every row: what others told of rows that are still to come.
  expect(joined.next(b)).toEqual(whole.next(b));
  expect(joined.acknowledged(a, () => true)).toBe(whole.acknowledged(a, () => true));
  const later = write(whole, a);
  expect(joined.take(later)).toBe('new');
  expect(joined.take(later)).toBe('known');
  expect(Chains.decode(joined.encode()).take(write(whole, b))).toBe('new');
  const copy = new Chains();
  write(copy, b, 'other');
  expect(codeOf(() => startingAt(whole).take(next(copy, b)))).not.toBe('new');
});

it('tells damage of what was kept', () => {
  expect(() => Chains.decode({ format: 1 })).toThrow(/The library is whole/);
});
