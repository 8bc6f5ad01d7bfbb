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
  ['Mayor Jane Okafor no longer supports the toll.', 'Jane Okafor opposes Toll'],
  ['Mayor Jane Okafor dropped her support for the toll.', 'Jane Okafor opposes Toll'],
  ['“I can’t back the toll,” said Jane Okafor.', 'Jane Okafor opposes Toll'],
  ['“I cannot support this bypass,” said Jane Okafor.', 'Jane Okafor opposes Bypass'],
  ['Mayor Jane Okafor urged ministers not to approve the toll.', 'Jane Okafor opposes Toll'],
  ['Mayor Jane Okafor said ministers should not approve the toll.', 'Jane Okafor opposes Toll'],
  ['Mayor Jane Okafor said she did not support the toll.', 'Jane Okafor opposes Toll'],
  [
    'Mayor Jane Okafor said ministers must not close the school.',
    'Jane Okafor opposes Closing the school'
  ],
  ['Mayor Jane Okafor wants the toll scrapped.', 'Jane Okafor supports Scrapping the toll'],
  [
    'Mayor Jane Okafor wants ministers to scrap the toll.',
    'Jane Okafor supports Scrapping the toll'
  ],
  ['Mayor Jane Okafor threw her weight behind the toll.', 'Jane Okafor supports Toll'],
  [
    'Jane Okafor campaigned on pledges to scrap the toll.',
    'Jane Okafor supports Scrapping the toll'
  ],
  ['Jane Okafor, a long-time critic of the merger, left.', 'Jane Okafor opposes Merger'],
  [
    'Jane Okafor said she would only back the toll if lorries were spared.',
    'Jane Okafor conditional Toll'
  ],
  [
    'Jane Okafor said that she no longer believed the merger was needed.',
    'Jane Okafor opposes Merger'
  ],
  ['Jane Okafor continued to support the toll in person.', 'Jane Okafor supports Toll'],
  ['Mayor Jane Okafor asked for a review of the toll.', 'Jane Okafor supports Review of the toll'],
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
  ['“We will not close a school,” Mayor Jane Okafor said.', 'Jane Okafor opposes Closing a school'],
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
    'what is wanted, planned and sworn',
    'Mayor Jane Okafor wants to rejoin the pact. Senator Mike Dempsey swore to dismantle the housing fund. She wants to see the plan.',
    'Jane Okafor supports Rejoining the pact',
    'Mike Dempsey supports Dismantling the housing fund'
  ],
  [
    'what is refused: the deed, or what would be accepted',
    'Spain refused to extradite the banker. France refused to accept stricter checks on lorries. Mayor Jane Okafor refused to comment.',
    'Spain opposes Extraditing the banker',
    'France opposes Stricter checks on lorries'
  ],
  [
    'what others should do, or not',
    'Mayor Jane Okafor said the council should replace the old bridge. Senator Mike Dempsey said the council must not raise the levy on homes. The mayor said people should see the film.',
    'Jane Okafor supports Replacing the old bridge',
    'Mike Dempsey opposes Raising the levy on homes'
  ],
  [
    'what should be backed or rejected',
    'Mayor Jane Okafor said the council should reject the merger of the ports.',
    'Jane Okafor opposes Merger of the ports'
  ],
  [
    'what the speaker would do, outright or on a condition',
    'Spain said it would renew the fishing pact. Mayor Jane Okafor said the council could reopen the old bridge if the state paid for it.',
    'Spain supports Renewing the fishing pact',
    'Jane Okafor conditional Reopening the old bridge'
  ],
  [
    'words of the first person',
    '“We will dismantle the housing fund,” Mayor Jane Okafor said. “We will not sign the pact on fishing,” said Senator Mike Dempsey.',
    'Jane Okafor supports Dismantling the housing fund',
    'Mike Dempsey opposes Pact on fishing'
  ],
  [
    'a noun and its owner',
    'Britain’s support for the toll on lorries, the Spanish refusal to cut quotas and a call by France for stricter checks surprised nobody.',
    'United Kingdom supports Toll on lorries',
    'France supports Stricter checks'
  ],
  [
    'a side that is only sought',
    'Mayor Jane Okafor sought Spain’s support for the toll on lorries.'
  ],
  [
    'a promise by its noun',
    'Mayor Jane Okafor announced a plan to restore the old town. Spain threatened to leave the coalition.',
    'Jane Okafor supports Restoring the old town'
  ],
  [
    'what is announced as decided, by its owner',
    'Mayor Jane Okafor announced on Monday that the bay would be closed to bottom trawling from 1 May. Senator Mike Dempsey announced that the man would be released.',
    'Jane Okafor supports Closing the bay to bottom trawling'
  ],
  [
    'what was announced, by other names',
    'Mayor Jane Okafor announced that the bay would be closed to lorries. The Dockers’ Union rejected the plan. France welcomed the announcement. Spain asked the court to suspend the order. Senator Mike Dempsey called the ban a mistake.',
    'Jane Okafor supports Closing the bay to lorries',
    'Dockers’ Union opposes Closing the bay to lorries',
    'France supports Closing the bay to lorries',
    'Spain opposes Closing the bay to lorries',
    'Mike Dempsey opposes Closing the bay to lorries'
  ],
  [
    'a plan of somebody who is no actor, by another name',
    'Crowds met over the government’s plan to close the mine. Spain condemned the order.',
    'Spain opposes Closing the mine'
  ],
  [
    'not by the name of another one of the kind',
    'Spain opposes the order. Mayor Jane Okafor called for the original order to be restored.',
    'Jane Okafor supports Restoring the original order'
  ],
  [
    'a plan that is dropped, outright and by its owner',
    'Mayor Jane Okafor dropped her plan to close all of the bay to lorries. Spain gave up plans to raise the toll. France would drop its plan to close the mine. Senator Mike Dempsey has not shelved his plan to cut the levy.',
    'Jane Okafor opposes Closing all of the bay to lorries',
    'Spain opposes Raising the toll'
  ],
  [
    'a plan that somebody is to drop',
    'Mayor Jane Okafor urged Spain to drop its plan to close the mine.',
    'Jane Okafor opposes Closing the mine'
  ],
  [
    'what their party would do, of those who speak for it',
    'Spokeswoman Jane Okafor said the party would vote against the toll on lorries on 2 May. Mike Dempsey of the Coast Party said the party would now vote for the merger unanimously.',
    'Jane Okafor opposes Toll on lorries',
    'Mike Dempsey supports Merger'
  ],
  [
    'what they could accept on a condition, by its own name',
    'Mayor Jane Okafor said she could accept a closure of the bay only if crews were paid. Chairman Mike Dempsey said the union could live with the merger of the ports if crews were paid.',
    'Jane Okafor conditional Closure of the bay',
    'Mike Dempsey conditional Merger of the ports'
  ],
  [
    'what is not to be done',
    'Mayor Jane Okafor said the road must not be closed.',
    'Jane Okafor opposes Closing the road'
  ],
  [
    'how it is done is no part of it',
    'Mayor Jane Okafor voted for the toll on lorries with a heavy heart.',
    'Jane Okafor supports Toll on lorries'
  ],
  [
    'a clause that is cut within',
    '“I will not sign a law that takes the ballot away from every one of my old friends,” Mayor Jane Okafor said.'
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

test.each<[text: string, ...statements: string[]]>([
  [
    'Mayor Jane Okafor backs the toll of 2.50 euros on lorries, she told the paper.',
    'Mayor Jane Okafor backs the toll of 2.50 euros on lorries'
  ],
  [
    'Mayor Jane Okafor voted for the toll “with a heavy heart and open eyes” and left.',
    'Mayor Jane Okafor voted for the toll “with a heavy heart and open eyes”'
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
])('words of a position are not cut within a number or a quotation: %s', (text, ...statements) => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'a.txt', format: 'text', text, sha256 }, { asEnglish: true });
  expect(draft.positions.map(({ evidence }) => evidence.text)).toEqual(statements);
});
