/** What must hold once all is back: every acknowledged word is with everybody, and all libraries are the same. */
import { isDamage } from '../../../store/finding.js';
import { openLibrary } from '../../../store/open-library.js';
import { wordsIn } from './edits.js';
import type { Member } from './member.js';
import type { Place } from './places.js';
import type { Held } from './protocol.js';

/** Sentences; none where all is well. Ends the members' programs. */
export async function verdictOn(
  place: Place,
  members: readonly Member[]
): Promise<readonly string[]> {
  const wrong: string[] = [];
  wrong.push(...compare(members, await heldBy(members), 'in use'));
  // What is in a bin is looked at too. One who binned what nobody had got yet has it alone.
  for (const member of members) {
    await place.carry();
    await member.ask({ do: 'restore' });
    await member.ask({ do: 'exchange' });
  }
  for (let pass = 0; pass < 3; pass += 1) {
    for (const member of members) {
      await place.carry();
      await member.ask({ do: 'exchange' });
    }
  }
  const all = await heldBy(members);
  wrong.push(...compare(members, all, 'out of the bin'), ...lostWords(members, all));
  for (const member of members) {
    await member.end();
    wrong.push(...member.faults, ...(await checkFolder(member)));
  }
  return wrong;
}

function heldBy(members: readonly Member[]): Promise<readonly Held[]> {
  return Promise.all(members.map((member) => member.held()));
}

function compare(members: readonly Member[], all: readonly Held[], what: string): string[] {
  const wrong: string[] = [];
  const [first] = all;
  if (!first) return wrong;
  for (const [at, held] of all.entries()) {
    const name = members[at]!.person;
    if (held.register !== first.register) {
      const told = `What is said of names and collections, ${what}, differs between`;
      wrong.push(
        `${told} ${members[0]!.person} and ${name}: ${apart(first.register, held.register)}`
      );
    }
    const ids = new Set([...Object.keys(first.briefings), ...Object.keys(held.briefings)]);
    for (const id of ids) {
      const [one, other] = [first.briefings[id], held.briefings[id]];
      if (one === other) continue;
      const told = `The briefing ${id}, ${what},`;
      if (one === undefined || other === undefined)
        wrong.push(`${told} is only with ${one === undefined ? name : members[0]!.person}.`);
      else
        wrong.push(
          `${told} differs between ${members[0]!.person} and ${name}: ${apart(one, other)}`
        );
    }
  }
  return wrong;
}

function apart(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `“…${near(one)}…” and “…${near(other)}…”`;
}

function lostWords(members: readonly Member[], all: readonly Held[]): string[] {
  const gone = new Set(members.flatMap((member) => [...member.gone]));
  const there = all.map(
    ({ briefings, register }) => new Set(wordsIn([...Object.values(briefings), register].join(' ')))
  );
  return members.flatMap((member) =>
    [...member.acknowledged].flatMap(([word, deed]) => {
      if (gone.has(word)) return [];
      const missing = members.filter((_, at) => !there[at]!.has(word));
      const names = missing.map(({ person }) => person).join(', ');
      return missing.length > 0
        ? [
            `Lost: “${word}”, which ${member.person} had acknowledged (${deed}), is not with ${names}.`
          ]
        : [];
    })
  );
}

/** What `check` of the product says of it. */
async function checkFolder(member: Member): Promise<readonly string[]> {
  const library = await openLibrary(member.folder, { readOnly: true });
  try {
    const damage = [...library.findings, ...(await library.check())].filter(isDamage);
    return damage.map(({ message }) => `A check of ${member.person}’s library says: ${message}`);
  } finally {
    await library.close();
  }
}
