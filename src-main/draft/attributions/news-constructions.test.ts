import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findAttributions } from './find-attributions.js';

/** "source | cue | content" */
function attributionsIn(text: string): string[] {
  return findAttributions(readingOf(text)).map(({ source, cue, content }) =>
    [
      wordsAt(text, source),
      wordsAt(text, cue),
      content.map((range) => wordsAt(text, range)).join(' … ')
    ].join(' | ')
  );
}

test.each<[what: string, text: string, ...expected: string[]]>([
  [
    'who is quoted as saying speaks, and not who quotes',
    '“The withdrawal will be unpleasant,” state TV quoted Minister Ana Vik as saying in Oslo.',
    'Minister Ana Vik | quoted | “The withdrawal will be unpleasant,”'
  ],
  [
    'a spokesman whose description no comma closes',
    '“We will rebuild it,” Anna Lunt, a spokeswoman for the Harbour Board told the Courier.',
    'Anna Lunt, a spokeswoman for the Harbour Board | told | “We will rebuild it,”'
  ],
  [
    'the same with what he did',
    'Pieter Okafor, a lawyer who left the board said the plan was void.',
    'Pieter Okafor | said | the plan was void'
  ],
  [
    'the company, and not what it stands behind',
    'The company behind the planned Vorlin tunnel admitted that its figures were wrong.',
    'The company behind the planned Vorlin tunnel | admitted | that its figures were wrong'
  ],
  [
    'the study, and not where it was made',
    'A study commissioned by the board and carried out at the University of Vorlin warns that prices will rise.',
    'A study commissioned by the board and carried out at the University of Vorlin | warns | that prices will rise'
  ],
  [
    'a name that others speak of',
    'Okafor, a critic said, had never read the plan.',
    'a critic | said | Okafor … had never read the plan'
  ],
  [
    'how exact a number is belongs to what is said',
    'The growers said about 300 crates of lemons were rotting in containers.',
    'The growers | said | about 300 crates of lemons were rotting in containers'
  ],
  [
    'the same with more words',
    'Okafor said on Monday nearly 40% of the homes were empty.',
    'Okafor | said | nearly 40% of the homes were empty'
  ],
  [
    'the same with a preposition',
    'Okafor said at least 30 people were hurt.',
    'Okafor | said | at least 30 people were hurt'
  ],
  [
    'how long after other words it was said is the writer’s',
    'Okafor said that she would withdraw the order, two days after insisting that it would stay.',
    'Okafor | said | that she would withdraw the order',
    'Okafor | insisting | that it would stay'
  ],
  [
    'what an announcement ends is the writer’s',
    'Okafor announced on Monday that the quay would close, ending a two-year dispute.',
    'Okafor | announced | that the quay would close'
  ],
  [
    'when something ends is not',
    'Okafor said the lease would run for five years, ending in May.',
    'Okafor | said | the lease would run for five years, ending in May'
  ],
  [
    'what comes of an announcement is the writer’s',
    'Okafor announced that he would step down, making him the third minister to leave.',
    'Okafor | announced | that he would step down'
  ],
  [
    'what comes of something else is not',
    'Okafor said the firm would cut its fares, making the ferry cheaper.',
    'Okafor | said | the firm would cut its fares, making the ferry cheaper'
  ],
  [
    'whom the writer introduces with what is true now',
    'Okafor said the party would vote in May, but its leader, Anna Lunt, has never come to a vote.',
    'Okafor | said | the party would vote in May'
  ],
  [
    'whom the speaker introduces',
    'Okafor said the mayor would leave, but his deputy, Anna Lunt, would stay.',
    'Okafor | said | the mayor would leave, but his deputy, Anna Lunt, would stay'
  ],
  [
    'another speaker with his title, whose name is a word as well',
    'The institute declined to take sides, but its director, Per Hallgren, said that the tests were void.',
    'The institute | declined | to take sides',
    'its director, Per Hallgren | said | that the tests were void'
  ],
  [
    'of two verbs the one that reports',
    'Okafor apologised and said that the tests were void.',
    'Okafor | said | that the tests were void'
  ],
  [
    'what stands behind a clause about something else',
    'She supports compensation, which she had ruled out a day earlier: owners are to share a fund.',
    'She | supports | compensation'
  ],
  [
    'what is demanded no longer, and by whom',
    'Okafor no longer demands that the bank be included, saying that the money is gone.',
    'Okafor | no longer demands | that the bank be included',
    'Okafor | saying | that the money is gone'
  ],
  [
    'how long something takes is not',
    'Okafor said that the term would be too short, two days.',
    'Okafor | said | that the term would be too short, two days'
  ],
  [
    'a day between a ruling and what it says',
    'The court ruled on Friday that the law was void.',
    'The court | ruled | that the law was void'
  ],
  [
    'a day between a demand and what is demanded',
    'Okafor insisted on Friday that the law was void.',
    'Okafor | insisted | that the law was void'
  ],
  [
    'never, with what was not wanted',
    'Okafor never wanted to make politics a career.',
    'Okafor | never wanted | to make politics a career'
  ],
  [
    'a question cut off by its mark, before a clause about those who heard it',
    '“Why now?” Okafor asked the crowd that had come.',
    'Okafor | asked | “Why now?”'
  ],
  ['nobody says it', 'Nobody would say why the port closed.'],
  [
    'a writer who takes over',
    'Okafor said the bridge would close, but Lunt did not.',
    'Okafor | said | the bridge would close'
  ],
  [
    'as another said of what is denied',
    'Okafor denied on Monday that the bill raised taxes, as Lunt claimed.',
    'Okafor | denied | that the bill raised taxes'
  ],
  ['what somebody will know', 'My Lords will know, my Lords, that the act did something new.'],
  ['what was not done', 'He could have shown more in pushing for tax reform.'],
  ['what should have been said', 'Okafor should have said that the plan was dead.'],
  [
    'what “I” would have said',
    'I would have thought that the plan was dead.',
    'I | would have thought | that the plan was dead'
  ],
  ['hearing somebody speak', 'Voters hear me speak at length.'],
  ['nobody of a party, which then says nothing', 'Nobody in the party said that it was safe.'],
  ['what was not done', 'Okafor left early rather than saving money and saying that it was safe.'],
  ['what was done without', 'Okafor left without hoping or saying that it was safe.'],
  [
    'a question first, and whom it was put to',
    '“Why would anyone want this?” Okafor asked the crowd in Dayton.',
    'Okafor | asked | “Why would anyone want this?”'
  ],
  [
    'a last name in small letters, verb behind',
    '“We lost,” du Plessis said.',
    'du Plessis | said | “We lost,”'
  ],
  [
    'a last name in small letters, verb first',
    '“We lost,” said de Groot.',
    'de Groot | said | “We lost,”'
  ],
  [
    'one of several, by name',
    'Two of its deputies left, and one of them, Pieter Janssen, accused the leadership of fraud.',
    'one of them, Pieter Janssen | accused | the leadership of fraud'
  ],
  ['a name that something has', 'He led a project called FrameNet in the north.'],
  ['a longer name', 'They founded a group called the Sons of Liberty, and it grew.'],
  ['calling somebody something', 'A man called Smith a liar.', 'A man | called | Smith a liar'],
  [
    'a cue of several words',
    'Okafor took aim at the record of the governor.',
    'Okafor | took aim at | the record of the governor'
  ],
  ['the same words, apart', 'Okafor took the aim of the club to heart.'],
  [
    'a case that is made',
    'Okafor made the case that the town needs a bridge.',
    'Okafor | made the case | that the town needs a bridge'
  ],
  [
    'a rally is where it was said',
    'Okafor criticized the plan during a rally that drew thousands of people.',
    'Okafor | criticized | the plan'
  ],
  [
    'the sentence’s own verb',
    'The man who called the war “a mistake” now leads the party.',
    'The man who | called | the war “a mistake”'
  ],
  [
    'those who',
    'Those who back the plan say it will save money.',
    'Those | say | it will save money'
  ],
  ['a noun of nobody', 'The refusal to publish the letters hurt the party.'],
  [
    'data of a day',
    'Data released Friday showed that prices rose in May.',
    'Data released Friday | showed | that prices rose in May'
  ],
  [
    'polls that show a thing',
    'Polls show Okafor with a wide lead.',
    'Polls | show | Okafor with a wide lead'
  ],
  [
    'within a quotation, of somebody else',
    '“The court said there was no case,” Okafor told reporters.',
    'The court | said | there was no case',
    'Okafor | told | “The court said there was no case,”'
  ],
  [
    'within a quotation, of the speaker',
    '“I said there was no case,” Okafor told reporters.',
    'Okafor | told | “I said there was no case,”'
  ],
  [
    'an infinitive that carries words on',
    'Okafor used the speech to denounce the press.',
    'Okafor | to denounce | the press'
  ],
  [
    'nobody is warned',
    'Officials warn the dam could fail.',
    'Officials | warn | the dam could fail'
  ],
  ['a thing and no clause', 'He wrote a letter to the man she met.'],
  ['a thing with its participle', 'She added a wing built by monks in the city.'],
  ['that thing', 'Okafor saw that, and left.']
])('%s', (_, text, ...expected) => {
  expect(attributionsIn(text)).toEqual(expected);
});

test.each([
  ['The ministry corrected the minister on Monday. The quay is closed, it said.', 'The ministry'],
  [
    'The council met. It said the quay was closed. It added that the toll would rise.',
    'The council'
  ],
  ['The council sued the company. It said the quay was closed.', null],
  ['The storm hit the coast. It said so, a child cried.', null]
])('the body that “it” means, where there is one alone: %s', (text, body) => {
  const of = findAttributions(readingOf(text)).findLast(({ lemma }) => /^(?:say|add)$/.test(lemma));
  expect(of?.meant ? wordsAt(text, of.meant) : null).toBe(body);
});
