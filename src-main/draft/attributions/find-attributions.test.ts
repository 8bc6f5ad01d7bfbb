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
    'a reference in brackets between',
    'Coase [13, 14] argues that the rules cost more.',
    'Coase | argues | that the rules cost more | indirect'
  ],
  [
    'himself between',
    'Galois himself exclaimed: “I am the victim of two dupes.”',
    'Galois | exclaimed | “I am the victim of two dupes.” | direct'
  ],
  [
    'an aside between verb and that',
    'The court found, after a short trial, that the man was not guilty.',
    'The court | found | that the man was not guilty | indirect'
  ],
  ['a question, subject first', '“Why now?” Okafor asked.', 'Okafor | asked | “Why now?” | direct'],
  [
    'a verb that looks like a noun or an adverb',
    'Okafor said voters back the plan.',
    'Okafor | said | voters back the plan | indirect',
    'voters | back | the plan | indirect'
  ],
  [
    'a relative clause in what is said',
    'Okafor said the plan, which he had backed, was dead.',
    'Okafor | said | the plan, which he had backed, was dead | indirect'
  ],
  [
    'documents that show',
    'The figures show unemployment fell in March.',
    'The figures | show | unemployment fell in March | indirect'
  ],
  [
    'documents that somebody has seen',
    'Documents reviewed by the paper show that the bank was warned.',
    'Documents reviewed by the paper | show | that the bank was warned | indirect'
  ],
  [
    'according to, with what happened to the source',
    'According to the report, published on Monday, the plan will fail.',
    'the report | According to | the plan will fail | indirect'
  ],
  [
    'one word, split',
    'Talks, the ministry said, would go on.',
    'the ministry | said | Talks … would go on | indirect'
  ],
  [
    'an age in the apposition',
    'Mayor Anna Lunt, 54, of Oslo, said the plan was dead.',
    'Mayor Anna Lunt, 54, of Oslo | said | the plan was dead | indirect'
  ],
  [
    'the next one says',
    'Okafor said he would stay and the union said it would strike.',
    'Okafor | said | he would stay | indirect',
    'the union | said | it would strike | indirect'
  ],
  [
    'what happened then',
    'Okafor urged the council to act, and the council did nothing.',
    'Okafor | urged | the council to act | indirect'
  ],
  [
    'a thought of the same speaker',
    'Okafor thinks it has helped the young, but he knows it has hurt the old.',
    'Okafor | thinks | it has helped the young | indirect',
    'he | knows | it has hurt the old | indirect'
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
    'one of them',
    'Two officers came. One of them said the road was closed.',
    'One of them | said | the road was closed | indirect'
  ],
  [
    'maker and made',
    'A poll released Monday by Bellwether found that most voters agree.',
    'A poll released Monday by Bellwether | found | that most voters agree | indirect'
  ],
  ['a hedge, of whom nobody is told to say it', 'He has reportedly left the country.'],
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
    'a source at the end of its half of a sentence',
    'She had said that taxes would rise, a colleague recalled; Okafor said no.',
    'She | had said | that taxes would rise | indirect',
    'a colleague | recalled | She had said that taxes would rise | indirect'
  ],
  [
    'an aside',
    'The plan, which Okafor called “a disaster,” would raise taxes.',
    'Okafor | called | “a disaster,” | direct'
  ],
  [
    'a listener and a day',
    'Okafor told reporters on Monday talks would resume.',
    'Okafor | told | talks would resume | indirect'
  ],
  ['there are views on', 'There are views on why they left, but it was late.'],
  ['there are reports of', 'There are reports of fires in the north.'],
  [
    'a poll without a verb',
    'A new poll shows voters split over the plan.',
    'A new poll | shows | voters split over the plan | indirect'
  ],
  ['a ruling that is none', 'The king ruled the town for years.'],
  ['silence', 'The company declined to comment on the report.'],
  ['no reporting sense', 'The club added a seat and posted a profit.'],
  [
    'backing down',
    'Quist backs down: northern half only, with a fund for boat owners\n\nThe order was published at noon.'
  ],
  ['nothing said', 'The river rose and the bridge fell.']
])('%s', (_, text, ...expected) => {
  expect(attributionsIn(text)).toEqual(expected);
});
