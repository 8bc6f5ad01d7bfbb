/** What is no position, although it speaks of one: denied, asked, left open, somebody else's or of before. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { draftArticle } from '../draft-article.js';

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
  ['what others would not do', 'Mayor Jane Okafor said ministers would not approve the toll.'],
  ['a critic of people', 'Jane Okafor, a critic of the government, left.'],
  ['what is no deed of policy', 'Jane Okafor said the firm should stop hiding behind the law.'],
  ['a noun that is cut', 'Mayor Jane Okafor welcomed the calling-in.'],
  ['refusing to back', 'Mayor Jane Okafor refused to back the toll.'],
  ['no longer opposing', 'Mayor Jane Okafor no longer opposes the toll.'],
  ['no longer demanding', 'Mayor Jane Okafor no longer demands that the mine be closed.'],
  ['a threat that is withdrawn', 'Mayor Jane Okafor withdrew her threat to resist the toll.'],
  ['opposition that is withdrawn', 'Mayor Jane Okafor withdrew her opposition to the toll.'],
  ['a threat to leave', 'Spain threatened to leave the coalition unless the toll was cut.'],
  [
    'what others could live with',
    'Mayor Jane Okafor said Spain could live with the toll if it was cut.'
  ],
  [
    'an order of which nothing is known',
    'Mayor Jane Okafor condemned the order. Spain welcomed the order.'
  ],
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
])('%s', (_, text) => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'a.txt', format: 'text', text, sha256 }, { asEnglish: true });
  expect(draft.positions).toEqual([]);
});
