import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findAttributions } from './find-attributions.js';

/** "source | cue | content | kind" */
function attributionsIn(text: string): string[] {
  return findAttributions(readingOf(text)).map(({ source, cue, content, kind }) =>
    [
      wordsAt(text, source),
      wordsAt(text, cue),
      content.map((range) => wordsAt(text, range)).join(' … '),
      kind
    ].join(' | ')
  );
}

test.each<[what: string, text: string, ...expected: string[]]>([
  [
    'that',
    'The minister said on Monday that the talks would resume.',
    'The minister | said | that the talks would resume | indirect'
  ],
  [
    'without that',
    'Officials believe the talks will resume.',
    'Officials | believe | the talks will resume | indirect'
  ],
  [
    'quotation first',
    '“We are ready,” said Ms Okafor, who chairs the panel.',
    'Ms Okafor | said | “We are ready,” | direct'
  ],
  [
    'quotation first, subject first',
    '"We are ready," Okafor told reporters.',
    'Okafor | told | "We are ready," | direct'
  ],
  [
    'split quotation',
    '“We are ready,” she said, “and we will win.”',
    'she | said | “We are ready,” … “and we will win.” | direct'
  ],
  [
    'mixed',
    'Okafor called the plan “a step back” for the town.',
    'Okafor | called | the plan “a step back” for the town | mixed'
  ],
  [
    'in the middle',
    'The plan, he said, would fail.',
    'he | said | The plan … would fail | indirect'
  ],
  [
    'at the end',
    'The plan would fail, the minister said.',
    'the minister | said | The plan would fail | indirect'
  ],
  [
    'at the end, inverted',
    'The plan would fail, said the minister.',
    'the minister | said | The plan would fail | indirect'
  ],
  [
    'apposition',
    'Igor Volkov, the finance minister, warned that taxes would rise.',
    'Igor Volkov, the finance minister | warned | that taxes would rise | indirect'
  ],
  [
    'relative clause',
    'Volkov, who denied the report, left the hall.',
    'Volkov, who | denied | the report | indirect'
  ],
  [
    'participle',
    'The mayor rejected the offer, saying that it came too late.',
    'The mayor | rejected | the offer | indirect',
    'The mayor | saying | that it came too late | indirect'
  ],
  [
    'two verbs',
    'The union rejected the offer and called for a strike.',
    'The union | rejected | the offer | indirect',
    'The union | called for | a strike | indirect'
  ],
  [
    'according to, behind',
    'Prices will fall, according to the bank.',
    'the bank | according to | Prices will fall | indirect'
  ],
  [
    'according to, in front',
    'According to the bank, prices will fall.',
    'the bank | According to | prices will fall | indirect'
  ],
  [
    'in his view',
    'In his view, the deal is dead.',
    'his | In his view | the deal is dead | indirect'
  ],
  [
    'noun',
    'He repeated the claim that the vote was stolen.',
    'He | repeated | the claim that the vote was stolen | indirect',
    'He | claim | that the vote was stolen | indirect'
  ],
  [
    'noun with an owner',
    'Voters doubt Smith’s promise that taxes will fall.',
    'Voters | doubt | Smith’s promise that taxes will fall | indirect',
    'Smith | promise | that taxes will fall | indirect'
  ],
  [
    'adjective',
    'The coach is confident that her team will win.',
    'The coach | is confident | that her team will win | indirect'
  ],
  [
    'wish',
    'The government wants to cut the tax.',
    'The government | wants | to cut the tax | indirect'
  ],
  [
    'addressee',
    'Doctors urged the government to act.',
    'Doctors | urged | the government to act | indirect'
  ],
  [
    'passive with an agent',
    'The plan was criticised by the unions.',
    'the unions | was criticised | The plan | indirect'
  ],
  [
    'one of them',
    'Two officers came. One of them said the road was closed.',
    'One of them | said | the road was closed | indirect'
  ],
  [
    'maker and made',
    'A poll released Monday by Bellwether found that most voters agree.',
    'A poll released Monday by Bellwether | found | that most voters agree | indirect'
  ],
  [
    'hedge alone',
    'He has reportedly left the country.',
    '- | reportedly | He has … left the country | indirect'
  ],
  [
    'single quotation marks',
    '‘It’s a disgrace,’ said the islander.',
    'the islander | said | ‘It’s a disgrace,’ | direct'
  ],
  [
    'marks typed twice',
    "''It is over,'' the coach said.",
    "the coach | said | ''It is over,'' | direct"
  ],
  [
    'colon',
    'Her lawyer said: “She will appeal.”',
    'Her lawyer | said | “She will appeal.” | direct'
  ],
  [
    'a quotation that follows',
    'The coach said the game was lost. “We were never in it.”',
    'The coach | said | the game was lost … “We were never in it.” | mixed'
  ],
  [
    'paragraphs of one speech',
    'The king spoke, and said: “One thing is certain.\n\n“We shall not move.”',
    'The king | said | “One thing is certain. … “We shall not move.” | direct'
  ],
  [
    'an occasion in quotation marks',
    'Marsh said Sunday on “Face the Week” that the tape was old.',
    'Marsh | said | that the tape was old | indirect'
  ],
  [
    'a source at the end of what another says',
    'Most voters say taxes are too high, polls show.',
    'Most voters | say | taxes are too high | indirect',
    'polls | show | Most voters say taxes are too high | indirect'
  ],
  [
    'an aside',
    'The plan, which Okafor called “a disaster,” would raise taxes.',
    'Okafor | called | “a disaster,” | direct'
  ],
  ['silence', 'The company declined to comment on the report.'],
  ['no reporting sense', 'The club added a seat and posted a profit.'],
  ['nothing said', 'The river rose and the bridge fell.']
])('%s', (_, text, ...expected) => {
  expect(attributionsIn(text)).toEqual(expected);
});

test('what somebody says that somebody says is nested', () => {
  const text = 'The report says that officials claim the dam is safe.';
  const nested = findAttributions(readingOf(text)).map(({ lemma, nested }) => [lemma, nested]);
  expect(nested).toEqual([
    ['say', false],
    ['claim', true]
  ]);
});

test.each<[text: string, least: number, most: number]>([
  ['“We are ready,” said Jane Okafor.', 0.9, 1],
  ['Okafor said that the plan would fail.', 0.9, 1],
  ['The agenda is expected to cover taxes.', 0.4, 0.6],
  ['Officials hope to reopen the road.', 0.5, 0.8]
])('how sure: %s', (text, least, most) => {
  const [first] = findAttributions(readingOf(text));
  expect(first?.confidence).toBeGreaterThanOrEqual(least);
  expect(first?.confidence).toBeLessThanOrEqual(most);
});
