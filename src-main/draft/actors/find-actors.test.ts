/** Who acts in a text, by which names. Over 300 lines because each kind of name has its example. */
import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { actorFinder, findActors } from './find-actors.js';

/** "type name (other names)" of those that a test is about, by name. */
function actorsIn(text: string): string[] {
  return findActors(readingOf(text))
    .map(({ type, name, mentions }) => {
      const others = [...new Set(mentions.map((mention) => mention.name))].filter(
        (other) => other && other !== name
      );
      return `${type} ${name}${others.length ? ` (${others.join(', ')})` : ''}`;
    })
    .toSorted();
}

test.each<[what: string, text: string, expected: string[]]>([
  [
    'full name and surname',
    'Keir Starmer spoke. Then Starmer left.',
    ['person Keir Starmer (Starmer)']
  ],
  ['title before', 'US Special Envoy Steve Witkoff left.', ['person Steve Witkoff']],
  [
    'title with a surname only',
    'Mr Lunt left. Dario Lunt did not return.',
    ['person Dario Lunt (Lunt)']
  ],
  [
    'small words of a last name',
    'Anna de Groot lost. “We lost,” de Groot said. De Groot left, and so, said de Groot, did Groot.',
    ['person Anna de Groot (de Groot, De Groot, Groot)']
  ],
  [
    'a last name with small words alone',
    'The plan is dead, van Dijk said on Monday. Then bin Salman left.',
    ['person bin Salman', 'person van Dijk']
  ],
  [
    'small words that mean something else',
    'Coach Erik ten Hag left. “No,” said ten Hag. Then ten Republicans and the den Mother came.',
    ['group Republicans', 'person Erik ten Hag (ten Hag)']
  ],
  [
    'what an office is of',
    'Anna Hale, who ran for Governor of Virginia, met the Mayor of Boston.',
    ['person Anna Hale', 'place Boston', 'place Virginia']
  ],
  [
    'a nation of people',
    'The Beaver Lake First Nation won.',
    ['organisation Beaver Lake First Nation']
  ],
  [
    'what is named after a saint',
    'St Brannoc’s Hospital closed.',
    ["organisation St Brannoc's Hospital"]
  ],
  [
    'a body that its members own',
    'The Harbour Residents’ Association left. Residents complained.',
    ['group Residents', "organisation Harbour Residents' Association"]
  ],
  ['money', 'The fine was C$10,000 or A$9,000, said Anna Hale.', ['person Anna Hale']],
  [
    'a verb before those whom it is done to',
    'It has left 60 ships waiting and cost exporters an estimated million. The new tariffs cost farmers the season. He met trade unions.',
    ['group exporters', 'group farmers', 'group trade unions']
  ],
  ['an initial', 'J. Smith wrote it. John Smith read it.', ['person John Smith (J. Smith)']],
  [
    'letters beyond Latin-1',
    'Antonín Leopold Dvořák met Łukasz Nowak. Dvořák left, and Nowak stayed.',
    ['person Antonín Leopold Dvořák (Dvořák)', 'person Łukasz Nowak (Nowak)']
  ],
  [
    'marks that stand by themselves',
    'Mr Dvor\u030ca\u0301k left the hall.',
    ['person Dvor\u030ca\u0301k']
  ],
  [
    'an owner in s and the thing owned',
    "In 2008 Jenna Marbles's YouTube channel grew. Then Marbles' YouTube channel closed.",
    ['organisation YouTube', 'person Jenna Marbles (Marbles)']
  ],
  [
    'a union of many owners',
    "The Harbour Dockers' Union agreed with the Women's Fund.",
    ["organisation Harbour Dockers' Union", "organisation Women's Fund"]
  ],
  [
    'and within a name',
    'He left the Arts and Humanities Research Council and joined the Food and Drug Administration.',
    [
      'organisation Arts and Humanities Research Council',
      'organisation Food and Drug Administration'
    ]
  ],
  [
    'a surname of two, of whom one is named once',
    'Anna Lee spoke. Lee is the mayor. Her brother is Robert Lee. Many people came to the old hall, which had been empty for years and was cold, to hear what would be done about the port and about the two bridges that lead to it. Lee was late.',
    ['person Anna Lee (Lee)', 'person Robert Lee']
  ],
  [
    'a surname of two with a title',
    'Anna Lee met Robert Lee. Ms Lee spoke, and Mr Lee left.',
    ['person Anna Lee (Lee)', 'person Robert Lee (Lee)']
  ],
  [
    'two of one surname',
    'Anna Lee met Robert Lee in the hall.',
    ['person Anna Lee', 'person Robert Lee']
  ],
  [
    'short form of a state',
    'The U.S. agreed. America was glad.',
    ['state United States (U.S., America)']
  ],
  [
    'a state whose name ends like a word for a group',
    'The United States agreed. The US was glad.',
    ['state United States (US)']
  ],
  [
    'one name, taken for a body and for a group',
    'Senate Democrats agreed. Nobody asked Senate Democrats why.',
    ['organisation Senate Democrats']
  ],
  [
    'one name, taken for a person and for something unknown',
    'Ms. Goldsmith left. Later, at Goldsmith, the lights went out.',
    ['person Goldsmith']
  ],
  [
    'acronym',
    'The Harbour Workers Union met. The HWU voted.',
    ['organisation Harbour Workers Union (HWU)']
  ],
  [
    'body by its last word',
    'The Security Council met. Later the Council voted.',
    ['organisation Security Council (Council)']
  ],
  [
    'company by its first word',
    'Calder Minerals lost. An engineer for Calder left.',
    ['organisation Calder Minerals (Calder)']
  ],
  [
    'person by what he is called',
    'Tomas Reyes, an economist, counted them.',
    ['person Tomas Reyes']
  ],
  [
    'a Korean name',
    'They asked Kim Myong-chol. Kim was glad. A London-based firm was not.',
    ['person Kim Myong-chol (Kim)', 'place London']
  ],
  [
    'the last two of four names',
    'Aung Tan Suu Kyim spoke. Suu Kyim left.',
    ['person Aung Tan Suu Kyim (Suu Kyim)']
  ],
  [
    'a body by its last word, whatever body it is',
    'The Harbour Brotherhood met. The Brotherhood agreed.',
    ['organisation Harbour Brotherhood (Brotherhood)']
  ],
  [
    'a first name that is a profession as well',
    'Dean Robert Adams lost to Judge Anna Reed.',
    ['person Anna Reed', 'person Robert Adams']
  ],
  ['honours behind a name', 'Susan Aldous DBE RA spoke.', ['person Susan Aldous']],
  [
    'group',
    'Several European leaders came, and European leaders left.',
    ['group European leaders']
  ],
  [
    'officials speak for their state',
    'Russia waits. Russian officials refused.',
    ['state Russia (Russian officials)']
  ],
  ['a sentence’s first word is no name', 'Talks resumed. However, nothing came of them.', []],
  [
    'a Dutch name',
    'Willem van der Berg spoke. Van der Berg left.',
    ['person Willem van der Berg (Van der Berg)']
  ],
  [
    'shouting',
    'He wrote: NO GOING INTO NATO BY UKRAINE.',
    ['organisation NATO', 'state Ukraine (UKRAINE)']
  ],
  [
    'a president known by the last name, and his wife',
    'President Obama said that he won. Obama left. Michelle Obama came. “No,” Mr. Obama said. Obama sat down, and Mrs. Obama spoke.',
    ['person Michelle Obama (Obama)', 'person Obama']
  ],
  [
    'a man of the last name of a woman',
    'Maria Lopez spoke. Mr. Lopez left, and Ms. Lopez stayed.',
    ['person Lopez', 'person Maria Lopez (Lopez)']
  ],
  [
    'initials without spaces',
    '“No,” said Sen. A.B. Hart. Then Arthur Hart left, and Hart came.',
    ['person Arthur Hart (A.B. Hart, Hart)']
  ],
  ['initials behind an article', 'She saw the A.B. Lindqvist of old.', ['person A.B. Lindqvist']],
  ['those who are spoken to', 'It may, my Lords, take long.', []],
  ['nothing', 'the rain fell on the hills.', []]
])('%s', (_, text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});

test.each<[text: string, pronoun: string, name: string]>([
  ['Keir Starmer met Maria Lopez. She left early.', 'She', 'Maria Lopez'],
  ['Keir Starmer met Maria Lopez. He left early.', 'He', 'Keir Starmer'],
  ['Trump spoke. After his talks with Putin he wrote a post.', 'he', 'Trump'],
  // Whom a text is about all along, not whoever is named once between.
  [
    'Keir Starmer came. Starmer spoke. He thanked Robert Lunt. It rained. The hall was full, and it was late. Starmer sat down. He left.',
    'He left',
    'Keir Starmer'
  ],
  [
    'Robert Lunt came early. The council had asked Keir Starmer first. Lunt told him so.',
    'him',
    'Keir Starmer'
  ],
  ['Keir Starmer met Robert Lunt. “I think he is right,” Lunt said.', 'he', 'Keir Starmer'],
  [
    'Robert Lunt met the mayor. It rained. He left. The hall was empty. It rained on. Then he came.',
    'he',
    'Robert Lunt'
  ],
  [
    'Robert Lunt waived it. Lunt was glad. Lunt left. But in an opinion by Justice Okafor, he told of it.',
    'he',
    'Justice Okafor'
  ],
  ['Angela Brill met Goran Tell. She left early.', 'She', 'Angela Brill'],
  [
    'Robert Lunt ran. Karl Brill is mayor. Brill won. On his site, Lunt notes he backs trams.',
    'he',
    'Robert Lunt'
  ],
  [
    'Robert Lunt ran. Karl Brill won. Brill spoke of his win, and Lunt claimed that he backs trams.',
    'he',
    'Robert Lunt'
  ],
  ['Keir Starmer won. Maria Lopez said he backs trams.', 'he', 'Keir Starmer'],
  ['Karl Brill won. At his wish no trams will run, Robert Lunt said.', 'his', 'Karl Brill'],
  // Nobody is named in his own sentence behind “he”.
  [
    'Robert Lunt won. Lunt’s manager, Keir Starmer, said Lunt was glad. He denied that Lunt had left.',
    'He',
    'Keir Starmer'
  ],
  [
    'Tomas Lunt won. “Lunt was glad,” he said.\n\nDavit Brill said no. He had said yes, an aide recalled; Brill said so.',
    'He had',
    'Davit Brill'
  ],
  ['President Ann Marsh vetoed it. The president was angry.', 'The president', 'Ann Marsh'],
  // Whoever speaks for somebody goes on, and not whom he speaks for.
  [
    'Robert Lunt won. Lunt was glad. Lunt left. Lunt’s lawyer, Keir Starmer, said so. He added that it was late.',
    'He',
    'Keir Starmer'
  ],
  ['Karl Brill, the mayor, met Maria Brill, his wife. Brill said no.', 'Brill said', 'Karl Brill']
])('%s: who is "%s"?', (text, words, name) => {
  const actors = findActors(readingOf(text));
  const start = text.search(new RegExp(`\\b${words}\\b`));
  expect(actorFinder(actors)({ start, end: start + words.length })?.name).toBe(name);
});

test.each<[text: string, words: string, name: string | undefined]>([
  [
    'Peter Lund, press secretary for Mayor Ida Moss, said no.',
    'Peter Lund, press secretary for Mayor Ida Moss',
    'Peter Lund'
  ],
  ['Peter Lund, a spokesman for NATO, said no.', 'Peter Lund, a spokesman for NATO', 'Peter Lund'],
  ['A spokesman for NATO said no.', 'A spokesman for NATO', 'NATO'],
  ['The Ministry of Health met. The ministry said no.', 'The ministry', 'Ministry of Health'],
  [
    'The Cabinet of Varnia met. A cabinet spokesman said no.',
    'A cabinet spokesman',
    'Cabinet of Varnia'
  ],
  [
    'The Green Alliance met. A spokesperson for the alliance said no.',
    'A spokesperson for the alliance',
    'Green Alliance'
  ],
  ['The Green Alliance met. Its spokesman said no.', 'Its spokesman', 'Green Alliance'],
  ['The Green Alliance met. A spokeswoman said no.', 'A spokeswoman', 'Green Alliance'],
  ['The Green Alliance met Ida Moss. A spokeswoman said no.', 'A spokeswoman', undefined],
  ['The Green Alliance met. Its claim that it rained is old.', 'Its', 'Green Alliance'],
  // One of two, or of none that is named.
  [
    'The Ministry of Health met the Ministry of Justice. The ministry said no.',
    'The ministry said',
    undefined
  ],
  ['NATO met the Green Alliance. Its spokesman said no.', 'Its spokesman', undefined],
  ['The Ministry of Health met. A ministry said no.', 'A ministry', undefined],
  ['Mayor Ida Moss won. An adviser to Moss said no.', 'An adviser to Moss', undefined],
  [
    'Mayor Ida Moss won. A spokesman for outgoing mayor Ida Moss said no.',
    'A spokesman for outgoing mayor Ida Moss',
    undefined
  ],
  [
    'Mayor Ida Moss won. An adviser to Ida Moss, who said no, left.',
    'An adviser to Ida Moss, who',
    'Ida Moss'
  ],
  ['Peter Lund won. His lawyer said no.', 'His lawyer', undefined],
  ['Peter Lund won. His lawyer said so. He said it again.', 'He', undefined],
  ['Peter Lund won. It is over, said a lawyer for Lund. He said it again.', 'He', undefined]
])('%s: who is "%s"?', (text, words, name) => {
  const start = text.indexOf(words);
  const findActor = actorFinder(findActors(readingOf(text)));
  expect(findActor({ start, end: start + words.length })?.name).toBe(name);
});

test('titles are kept, and every mention says what stands there', () => {
  const text = 'British Prime Minister Keir Starmer, 62, said no. Starmer left.';
  const [starmer] = findActors(readingOf(text));
  expect([...(starmer?.titles ?? [])]).toEqual(['British Prime Minister']);
  expect(starmer?.mentions.map((mention) => [wordsAt(text, mention), mention.kind])).toEqual([
    ['British Prime Minister Keir Starmer', 'title+name'],
    ['Starmer', 'name']
  ]);
});
