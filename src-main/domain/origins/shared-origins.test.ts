/** Copies and rewrites are told from independent reports, whatever order the sources come in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SharedOrigins } from './shared-origins.js';

const report = `The old river bridge at Halden will stay shut until March, the roads department said on
Tuesday. Engineers found cracks in two of its piers during a routine inspection last week. Around
14,000 drivers cross it every day. Buses will run over the motorway crossing, and the city has
promised to waive its toll. Shopkeepers on the east bank fear for their Christmas trade.`;
const other = `Parliament voted on Wednesday to spend ninety million crowns on villages hit by the floods in
June. The money is meant for houses first and for farms second. Opposition members abstained because
they wanted a flood wall to be paid from the same fund. Payments would begin before the first frost.`;
const footer = `Read more of our reports every morning and tell us what you think of them. Write to the desk
or call us between nine and five, we are always glad to hear from readers wherever they may live.`;

function shared(texts: Readonly<Record<string, string>>, id = 'a') {
  const origins = new SharedOrigins();
  for (const [name, text] of Object.entries(texts)) origins.set(name, text);
  return origins.sharedWith(id);
}

describe('two sources', () => {
  test.each<[string, string, 'copy' | 'likely' | undefined]>([
    ['the same under another headline', `Bridge shut\n${report}`, 'copy'],
    ['in other case, accents and signs', report.toUpperCase().replaceAll(' ', '  '), 'copy'],
    ['its first half', report.slice(0, report.length / 2), 'likely'],
    ['a part of a longer report', `${report} ${other} ${other.replaceAll('the', 'a')}`, 'likely'],
    ['another report', other, undefined],
    ['nothing', '', undefined]
  ])('%s', (_what, text, verdict) => {
    expect(shared({ a: report, b: text })[0]?.verdict).toBe(verdict);
  });

  test('that quote the same words do not share an origin by that', () => {
    const quote = `“${report.replaceAll('\n', ' ')}”`;
    const [one, two] = [`${other} He said: ${quote}`, `${footer} She told us: ${quote}`];
    expect(shared({ a: one, b: two })).toEqual([]);
  });

  test('that name one agency need less in common', () => {
    const few = report.split(' ').slice(0, 22).join(' ');
    const again = (sign: string) => other.replaceAll(/[a-z]+/g, (word) => word + sign);
    const long = [other, again('x'), again('z'), footer].join(' ');
    const most = long.replaceAll(/[a-z]+/g, (word) => `${word}y`);
    expect(shared({ a: `${few} ${long}`, b: `${few} ${most}` })).toEqual([]);
    const [found] = shared({ a: `(AFP) ${few} ${long}`, b: `${few} ${most}\nSource: AFP` });
    expect(found).toMatchObject({ verdict: 'likely', agencies: ['AFP'] });
  });

  test('shares tell how much of each is the same', () => {
    const [found] = shared({ a: report, b: `${report}\n${other}` });
    expect(found?.ofThis).toBe(1);
    expect(found?.ofOther).toBeGreaterThan(0.4);
    expect(found?.ofOther).toBeLessThan(0.7);
  });
});

test('a footer of a publisher joins nothing', () => {
  const own = Array.from({ length: 5 }, (_, i) => report.replaceAll(/[a-z]+/g, (w) => `${w}${i}`));
  const texts = Object.fromEntries(own.map((text, i) => ['abcde'[i]!, `${text}\n${footer}`]));
  expect(shared({ a: texts['a']!, b: texts['b']! })).toHaveLength(1);
  expect(shared(texts)).toEqual([]);
});

test('what is found depends neither on the order of the sources nor on what came and went', () => {
  const sentences = `${report} ${other} ${footer}`.split(/(?<=\.)\s/);
  const text = fc
    .array(fc.constantFrom(...sentences), { minLength: 2, maxLength: 12 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 7 }),
      fc.array(fc.nat(6)),
      text,
      (texts, places, gone) => {
        const named = texts.map((each, i) => [`s${i}`, each] as const);
        const order = [...new Set([...places, ...named.keys()])].filter((i) => i < named.length);
        const [one, two] = [new SharedOrigins(), new SharedOrigins()];
        for (const [id, each] of named) one.set(id, each);
        two.set('gone', gone);
        for (const i of order) two.set(...named[i]!);
        two.delete('gone');
        for (const [id] of named) expect(two.sharedWith(id)).toEqual(one.sharedWith(id));
      }
    )
  );
});
