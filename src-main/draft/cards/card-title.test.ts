import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardTitle } from './card-title.js';
import { headline, headingWidth } from '../outline/headline.js';

test.each<[what: string, sentence: string, title: string]>([
  ['a short sentence', 'Zelenskyy rejected this proposal.', 'Zelenskyy rejected this proposal'],
  [
    'a titled speaker',
    'British Prime Minister Keir Starmer indicated that additional sanctions on Russia would be considered if the conflict continues.',
    'Starmer: additional sanctions on Russia would be considered'
  ],
  [
    'a weekday after the cue',
    'President Donald Trump stated on Saturday that Ukraine should negotiate a peace agreement with Russia, commenting that it is late.',
    'Trump: Ukraine should negotiate a peace agreement with Russia'
  ],
  [
    'the speaker after the claim',
    'Ukraine should negotiate a peace agreement with Russia, US President Donald Trump said on Saturday, a day after the meeting.',
    'Trump: Ukraine should negotiate a peace agreement with Russia'
  ],
  [
    'a group without "that"',
    'Analysts said the effect could fade if the second convoy is delayed by more than a week or two.',
    'Analysts: the effect could fade if the second convoy is delayed'
  ],
  [
    'a body without its name',
    'Cabinet said that the bridge would be closed in May.',
    'Cabinet said that the bridge would be closed in May'
  ],
  [
    'a claim too long to keep whole',
    "U.S. Special Envoy Steve Witkoff suggested that security guarantees resembling NATO's collective defense provisions might be offered.",
    "Witkoff: security guarantees resembling NATO's collective defense…"
  ],
  [
    'an introductory phrase that leaves room for the rest',
    'In Geneva on Monday, the ministers agreed to go on.',
    'In Geneva on Monday, the ministers agreed to go on'
  ],
  [
    'an introductory phrase',
    'According to sources familiar with the Alaska summit, Putin proposed freezing current front lines in exchange for Ukrainian recognition of Russian control.',
    'Putin proposed freezing current front lines'
  ],
  [
    'a subordinate clause',
    'Ukrainian officials face constitutional constraints, as territorial changes require referendums.',
    'Ukrainian officials face constitutional constraints'
  ],
  [
    'a list of names',
    "Monday's White House meeting between Trump, Zelenskyy, and European leaders will determine future policy directions.",
    "Monday's White House meeting"
  ],
  [
    'two main clauses',
    'Every decade this country rediscovers the fast train, and every decade it forgets why the last one was half empty.',
    'Every decade this country rediscovers the fast train'
  ],
  [
    'a colon',
    'Kyiv’s leaders cannot simply sign land away: under the constitution, territorial changes require a referendum.',
    'Kyiv’s leaders cannot simply sign land away'
  ],
  [
    'a relative clause in the middle',
    'The regulator, which had argued that dilution made any effect negligible, said it would study the ruling.',
    'The regulator said it would study the ruling'
  ],
  [
    'a dateline',
    'GENEVA, 3 March (Wire) - Ships carrying grain left three Black Sea ports.',
    'Ships carrying grain left three Black Sea ports'
  ],
  [
    'a list mark',
    '- Ministry: reservoirs at 31% of capacity',
    'Ministry: reservoirs at 31% of capacity'
  ],
  [
    'a name that a speaker could stand in is no claim',
    'The Environmental Protection Authority (EPA) has not yet ruled on the permit.',
    'The Environmental Protection Authority (EPA) has not yet ruled'
  ],
  ['an opener', 'However, the talks went on.', 'The talks went on'],
  [
    'Arabic',
    'ورفضت نقابة المزارعين القرار، وقالت إن المزارعين لا يستطيعون دفع ثمن أخطاء الآخرين في هذا العام الجاف.',
    'ورفضت نقابة المزارعين القرار'
  ],
  [
    'Chinese',
    '沿河四国周二同意恢复已中断两年的水资源分配谈判，联合声明表示下次会议将于十月举行。',
    '沿河四国周二同意恢复已中断两年的水资源分配谈判'
  ]
])('words a heading from %s', (_, sentence, title) => {
  expect(cardTitle([sentence])).toBe(title);
});

test('prefers a sentence that stands on its own', () => {
  expect(cardTitle(['He had asked for it.', 'Farmers want a vote.'])).toBe('Farmers want a vote');
  expect(cardTitle(['He had asked for it.'])).toBe('He had asked for it');
  expect(cardTitle([])).toBe('');
});

test('never cuts inside a quotation', () => {
  const quoted =
    'The envoy called the plan “a long road, with many turns, for which nobody has a map or a compass yet”.';
  expect(cardTitle([quoted])).not.toMatch(/“[^”]*$/u);
});

test('a heading is no wider than allowed, and no word in it is cut', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdé,;“”"—'), minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const text = words.join(' ');
      const short = headline(text);
      expect(short.length).toBeLessThanOrEqual(headingWidth);
      const kept = short.replace(/…$/u, '');
      expect(text.startsWith(kept)).toBe(true);
      expect(text.slice(kept.length)).not.toMatch(/^[a-zé]/);
    })
  );
});
