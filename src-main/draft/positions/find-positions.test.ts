/** Positions as they are suggested of short texts. Over 300 lines because all are read by one reader of a sentence. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { draftArticle } from '../draft-article.js';

/** "actor stance issue" of each suggested position. */
function positionsIn(text: string): string[] {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'a.txt', format: 'text', text, sha256 }, { asEnglish: true });
  return draft.positions.map(({ actor, stance, issue }) => {
    const name = draft.actors.find(({ id }) => id === actor)?.name ?? '';
    return `${name} ${stance} ${issue}`;
  });
}

test.each<[text: string, ...expected: string[]]>([
  [
    'Senator Mike Dempsey called the decision "a sell-out dressed up as policy". Mayor Jane Okafor welcomed the decision.'
  ],
  ['Mayor Jane Okafor backs the ban on plastic bags.', 'Jane Okafor supports Ban on plastic bags'],
  ['Mayor Jane Okafor opposes building the dam.', 'Jane Okafor opposes Building the dam'],
  [
    'Mayor Jane Okafor rejected the proposal to close 40 schools on Monday evening.',
    'Jane Okafor opposes Closing 40 schools'
  ],
  ['Senator Mike Dempsey voted against the budget.', 'Mike Dempsey opposes Budget'],
  ['The SPD executive voted 27–13 for the coalition deal.', 'SPD supports Coalition deal'],
  [
    'The SPD executive voted by 27 votes to 13 against the coalition deal.',
    'SPD opposes Coalition deal'
  ],
  [
    'Senator Mike Dempsey voted to repeal the fuel tax.',
    'Mike Dempsey supports Repealing the fuel tax'
  ],
  [
    'Mayor Jane Okafor called for a ceasefire in the harbour.',
    'Jane Okafor supports Ceasefire in the harbour'
  ],
  [
    'Mayor Jane Okafor called on the government to lift the ban.',
    'Jane Okafor supports Lifting the ban'
  ],
  ['Mayor Jane Okafor urged lawmakers to oppose the toll.', 'Jane Okafor opposes Toll'],
  ['Mayor Jane Okafor urged the council to approve the toll.', 'Jane Okafor supports Toll'],
  [
    'Mayor Jane Okafor demanded that the bridge be repaired.',
    'Jane Okafor supports Repairing the bridge'
  ],
  ['Mayor Jane Okafor vowed to fight the merger.', 'Jane Okafor opposes Merger'],
  ['Mayor Jane Okafor voiced strong opposition to the merger.', 'Jane Okafor opposes Merger'],
  [
    'Mayor Jane Okafor reiterated her support for a toll on lorries.',
    'Jane Okafor supports Toll on lorries'
  ],
  ['The toll on lorries was rejected by Mayor Jane Okafor.', 'Jane Okafor opposes Toll on lorries'],
  ['Mayor Jane Okafor will support the merger if jobs are kept.', 'Jane Okafor conditional Merger'],
  [
    'Mayor Jane Okafor would back the merger only if jobs are kept.',
    'Jane Okafor conditional Merger'
  ],
  [
    'If jobs are kept, Mayor Jane Okafor will support the merger.',
    'Jane Okafor conditional Merger'
  ],
  ['Mayor Jane Okafor said that she opposes the toll.', 'Jane Okafor opposes Toll'],
  ['“I strongly oppose the toll,” Mayor Jane Okafor said.', 'Jane Okafor opposes Toll'],
  ['“We are against the toll,” Mayor Jane Okafor told reporters.', 'Jane Okafor opposes Toll'],
  ['Mayor Jane Okafor does not support the toll.', 'Jane Okafor opposes Toll'],
  ['“We will not accept the toll,” Mayor Jane Okafor said.', 'Jane Okafor opposes Toll'],
  [
    'Mayor Jane Okafor rejected calls for a ban on plastic bags.',
    'Jane Okafor opposes Ban on plastic bags'
  ],
  [
    'Mayor Jane Okafor called for limits on plastic bags.',
    'Jane Okafor supports Limits on plastic bags'
  ],
  [
    'Senator Mike Dempsey proposed a bill to ban fireworks. Mayor Jane Okafor opposes the bill.',
    'Mike Dempsey supports Banning fireworks',
    'Jane Okafor opposes Banning fireworks'
  ]
])('%s', (text, ...expected) => {
  expect(positionsIn(text)).toEqual(expected);
});

test.each<[what: string, text: string, ...expected: string[]]>([
  [
    'names in a row',
    'Germany and Sweden support the toll on lorries.',
    'Germany supports Toll on lorries',
    'Sweden supports Toll on lorries'
  ],
  [
    'a verb that reports nothing',
    'Mayor Jane Okafor has threatened to veto the toll on lorries.',
    'Jane Okafor opposes Toll on lorries'
  ],
  [
    'for and against without a verb',
    'Mayor Jane Okafor is against the toll on lorries. Senator Mike Dempsey is in favour of it.',
    'Jane Okafor opposes Toll on lorries',
    'Mike Dempsey supports Toll on lorries'
  ],
  [
    'a passive without an auxiliary',
    'A toll on lorries, backed by Mayor Jane Okafor, is due in May.',
    'Jane Okafor supports Toll on lorries'
  ],
  [
    'what somebody is told to do, and what is to be done',
    'Mayor Jane Okafor urged the council to close the school. Senator Mike Dempsey rejected the demand that the school be closed.',
    'Jane Okafor supports Closing the school',
    'Mike Dempsey opposes Closing the school'
  ],
  [
    'a bill by the title, whatever it is called',
    'Senate splits over gun bill\n\nMayor Jane Okafor condemned the measure on Monday. Senator Mike Dempsey defended the legislation.',
    'Jane Okafor opposes Gun bill',
    'Mike Dempsey supports Gun bill'
  ],
  [
    'a plan by what brought it in',
    'The council has a plan to close 40 schools. Mayor Jane Okafor opposes the plan.',
    'Jane Okafor opposes Closing 40 schools'
  ],
  [
    'a ruling by its court',
    'The Supreme Court ruled on Monday. Mayor Jane Okafor hailed the ruling.',
    'Jane Okafor supports Supreme Court ruling'
  ],
  [
    'what is undone, where others speak of it',
    'Mayor Jane Okafor wants to scrap the levy on homes. Senator Mike Dempsey defended the levy.',
    'Jane Okafor opposes Levy on homes',
    'Mike Dempsey supports Levy on homes'
  ],
  [
    'a step that was spoken of',
    'Mayor Jane Okafor backs a toll on lorries, a step that Senator Mike Dempsey opposes.',
    'Jane Okafor supports Toll on lorries',
    'Mike Dempsey opposes Toll on lorries'
  ],
  [
    'a proposal that was made',
    'Mayor Jane Okafor proposed freezing the budget. Senator Mike Dempsey rejected this proposal.',
    'Jane Okafor supports Freezing the budget',
    'Mike Dempsey opposes Freezing the budget'
  ],
  [
    'words that judge',
    'Mayor Jane Okafor said that the cut to schools was unacceptable.',
    'Jane Okafor opposes Cut to schools'
  ],
  [
    'it, of whoever says so',
    'Spain said it would back the cut to quotas only if crews were paid.',
    'Spain conditional Cut to quotas'
  ],
  [
    'an offer by its number',
    'The Dockers’ Union rejected the 6% offer. Mayor Jane Okafor defended the offer.',
    'Dockers’ Union opposes 6% offer',
    'Jane Okafor supports 6% offer'
  ],
  [
    'a vote on what was spoken of',
    'Mayor Jane Okafor backs the toll. The Greens voted in favour but want more. Senator Mike Dempsey voted against on Monday.',
    'Jane Okafor supports Toll',
    'Greens supports Toll',
    'Mike Dempsey opposes Toll'
  ],
  [
    'a scheme by its name, not its price',
    'The panel deferred a 480-million-pound stadium scheme. Mayor Jane Okafor opposes the scheme.',
    'Jane Okafor opposes Stadium scheme'
  ],
  [
    'a stadium without its size',
    'Mayor Jane Okafor opposes the 62,000-seat football stadium.',
    'Jane Okafor opposes Football stadium'
  ],
  ['once again', 'Mayor Jane Okafor once again rejected the toll.', 'Jane Okafor opposes Toll'],
  [
    'never of something else',
    'Mayor Jane Okafor said the road was never safe and that she opposed the toll.',
    'Jane Okafor opposes Toll'
  ],
  [
    'an object with the clause that makes it narrower',
    '“We are against mining that leaves us without water,” Mayor Jane Okafor said. Senator Mike Dempsey supports mining.',
    'Jane Okafor opposes Mining that leaves us without water',
    'Mike Dempsey supports Mining'
  ],
  [
    'a law of an earlier year',
    'Mayor Jane Okafor opposed the fuel tax passed in 2021.',
    'Jane Okafor opposes Fuel tax'
  ],
  [
    'since an earlier year',
    'Mayor Jane Okafor has opposed the toll since 2021.',
    'Jane Okafor opposes Toll'
  ],
  [
    'not of the thing that was spoken of in between',
    'Mayor Jane Okafor said the filling was theft and called for international mediation.',
    'Jane Okafor supports International mediation'
  ]
])('%s', (_, text, ...expected) => {
  expect(positionsIn(text)).toEqual(expected);
});

test.each([
  [
    'a scheme that only its price tells',
    'The panel deferred the 480-million-pound scheme. Mayor Jane Okafor opposes the scheme.'
  ],
  ['a count of votes', 'It passed by 81 votes to 67. Mayor Jane Okafor welcomed the vote.'],
  ['the same', 'Mayor Jane Okafor urged the council to do the same.'],
  ['findings', '“We strongly disagree with the findings,” Mayor Jane Okafor said.'],
  ['a vote on nothing that was told', 'Mayor Jane Okafor voted in favour.'],
  ['never', 'Mayor Jane Okafor never backed the toll.'],
  ['never, as it is said', 'Mayor Jane Okafor said she never supported the toll.'],
  ['never, in her own words', '“I never supported the toll,” Mayor Jane Okafor said.'],
  ['nobody of hers', 'Mayor Jane Okafor said nobody in her party supported the toll.'],
  ['nobody on her council', 'Mayor Jane Okafor said no one on her council opposed the toll.'],
  ['seldom', 'Mayor Jane Okafor rarely supported the toll.'],
  ['what is not true', 'Mayor Jane Okafor said it was untrue that she rejected the toll.'],
  ['what is called false', 'Mayor Jane Okafor called it false that her party opposed the toll.'],
  ['what is not so', 'Mayor Jane Okafor said it is not true that she opposes the toll.'],
  ['a stance of once', 'Mayor Jane Okafor was once against the toll.'],
  ['a stance of once, in her own words', '“I once opposed the toll,” Mayor Jane Okafor said.'],
  ['formerly', 'Mayor Jane Okafor was formerly in favour of the toll.'],
  ['what was so before', 'Mayor Jane Okafor had opposed the toll.'],
  ['an earlier year', 'Mayor Jane Okafor backed the toll in 2021.'],
  ['last year', 'Last year Mayor Jane Okafor opposed the toll.'],
  [
    'a clause that is too long for a wording',
    'Mayor Jane Okafor backs a ban on lorries that with all of their freight weigh more than three tonnes and a half.'
  ],
  ['a paper', 'Mayor Jane Okafor failed to adopt a resolution demanding a toll on lorries.'],
  ['what is blocked in the street', 'Mayor Jane Okafor threatened to block the road to the coast.'],
  [
    'her motion, of which nothing is known',
    'The gun bill failed. Mayor Jane Okafor supports her motion.'
  ],
  ['a decision of which nothing is known', 'Mayor Jane Okafor criticised the decision.'],
  ['an argument', 'Mayor Jane Okafor rejected the argument that the toll helps.'],
  ['words of somebody', 'The toll is supported by letters of Jane Okafor.'],
  ['his opponents', 'Mayor Jane Okafor spoke. Her opponents reject the toll.'],
  ['a slogan', 'Mayor Jane Okafor urged voters to reject “gifts for the rich”.'],
  ['calm', 'Mayor Jane Okafor called for calm.'],
  ['what is not wrong', 'Mayor Jane Okafor said that the cut was not wrong.'],
  ['a question asked', 'Mayor Jane Okafor asked a question.'],
  ['the victim of an act', 'Mayor Jane Okafor was attacked by a mob during a protest.'],
  ['the one who is criticised', 'Mayor Jane Okafor was criticised over the toll.'],
  ['a critic of critics', 'Mayor Jane Okafor criticised opponents of the toll.'],
  ['a critic of criticism', 'Mayor Jane Okafor rejected criticism of the toll.'],
  ['who denies', 'Mayor Jane Okafor rejected claims that she took money.'],
  ['who denies a stance', 'Mayor Jane Okafor denied that she supports the toll.'],
  ['not opposing', 'Mayor Jane Okafor did not oppose the toll.'],
  ['not backing yet', 'Mayor Jane Okafor did not back the toll.'],
  ['refusing to back', 'Mayor Jane Okafor refused to back the toll.'],
  ['no longer', 'Mayor Jane Okafor no longer supports the toll.'],
  ['without', 'Mayor Jane Okafor left without endorsing the toll.'],
  ['a question', 'Does Mayor Jane Okafor support the toll?'],
  ['a question in a quote', '“Do I support the toll?” Mayor Jane Okafor asked.'],
  ['whether', 'Reporters asked whether Mayor Jane Okafor supports the toll.'],
  ['if', 'If Mayor Jane Okafor opposes the toll, it will fail.'],
  ['might', 'Mayor Jane Okafor might support the toll.'],
  [
    'a stance of somebody else in a quote',
    '“The senator opposes the toll,” Mayor Jane Okafor said.'
  ],
  ['what others are said to say', '“They say I support the toll,” Mayor Jane Okafor said.'],
  [
    'a stance of somebody else',
    'Mayor Jane Okafor said that Senator Mike Dempsey supports the toll.'
  ],
  ['which of them', 'Mayor Jane Okafor met senators who oppose the toll.'],
  ['nobody', 'No senator supports the toll, Mayor Jane Okafor said.'],
  ['words of mood', 'Mayor Jane Okafor said that the talks were a disaster and must not go on.'],
  ['a wish', 'Mayor Jane Okafor wanted to study mathematics.'],
  ['a person', 'Mayor Jane Okafor supports Mike Dempsey.'],
  ['people', 'Mayor Jane Okafor condemned the women.'],
  ['a pronoun', 'Mayor Jane Okafor opposes it.'],
  ['a time', 'Mayor Jane Okafor voted on Tuesday evening.'],
  ['advice to all', 'Mayor Jane Okafor urged residents to stay at home.'],
  ['no object', 'Mayor Jane Okafor objected.']
])('no stance: %s', (_, text) => {
  expect(positionsIn(text)).toEqual([]);
});

test.each<[text: string, ...statements: string[]]>([
  [
    'Mayor Jane Okafor backs the toll of 2.50 euros on lorries, she told the paper.',
    'Mayor Jane Okafor backs the toll of 2.50 euros on lorries'
  ],
  [
    'Mayor Jane Okafor supports the toll because it was cut from 1.6 million euros to 1.2 million euros.',
    'Mayor Jane Okafor supports the toll because it was cut from 1.6 million euros to 1.2 million euros'
  ],
  [
    'Mayor Jane Okafor opposes the toll since it costs the U.S. city C$10,000 at 10:30 each day.',
    'Mayor Jane Okafor opposes the toll since it costs the U.S. city C$10,000 at 10:30 each day'
  ],
  [
    'Mayor Jane Okafor will support the toll of 1.5 euros if jobs are kept.',
    'Mayor Jane Okafor will support the toll of 1.5 euros if jobs are kept.'
  ]
])('words of a position are not cut within a number: %s', (text, ...statements) => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'a.txt', format: 'text', text, sha256 }, { asEnglish: true });
  expect(draft.positions.map(({ evidence }) => evidence.text)).toEqual(statements);
});
