/** Whose words a composed briefing gives as whose, on texts of our own. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { WordsOfSources } from '../../domain/anchoring/lines-in-sources.js';
import { newId } from '../../domain/base/values.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { composeBriefing } from '../compose-briefing.js';
import { draftArticle } from '../draft-article.js';

const now = new Date('2025-08-17T09:00:00Z');

/** Title, bottom line and lines as they are read; none of them may lead nowhere. */
function composed(text: string, name = 'article'): readonly string[] {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const article = { name, format: 'text', text, sha256 } as const;
  const { briefing } = composeBriefing(
    article,
    { as: 'composed', draft: draftArticle(article) },
    now
  );
  const cards = briefing.cards.filter(({ heading }) => heading !== 'Limits');
  const told = [briefing.bottomLine, ...cards.map(({ body }) => body)].flatMap((each) =>
    renderMarkdown(each).text.split('\n').filter(Boolean)
  );
  const words = new WordsOfSources([{ id: newId(), text }]);
  for (const line of told) expect(words.find(line), line).not.toEqual([]);
  return [briefing.title, ...told];
}

const interview = (title: string, ...paragraphs: readonly string[]) =>
  [title, 'Saturday, 4 April 2009', ...paragraphs].join('\n\n');
const explained =
  'The mayor of Harrow, Tom Hale, has explained that the ferry must guarantee the supply of the islands.';
const onFerry =
  'Mayor Tom Hale took office in May. When Hale proposed the missile defence systems in the northern islands, it was a real provocation to their neighbours.';

test('what an interview says of somebody is the word of whoever is interviewed', () => {
  const lines = composed(
    interview(
      'Interview with the historian Maria Lee',
      'Maria Lee is a historian of the islands. On 13 March, she sat down with The Courier for an interview.',
      'I just wanted to know if you had any thoughts on the new ferry line.',
      `The treaty was a promise to the islands, whatever stands in it. ${explained}`,
      'Do you think that it will last?',
      'I think that the islands should pay for it.'
    )
  );
  expect(lines).toContain(`Maria Lee: “${explained}”`);
  expect(lines.join('\n')).not.toContain('Hale:');
});

test('whose words a transcript labels is named, also by a label above them', () => {
  const lines = composed(
    [
      'MR. LUNT:\nGood morning, your honors. I am here on behalf of the islands. The experts agreed that the fire started in the living room, and 483 photos of it were never disclosed.',
      'JUDGE CRUZ:\nCounsel, do you say that the origin of the fire is the crux of this case?',
      'MR. LUNT:\nI do, your honor. We think that the jury was misled by the slide.'
    ].join('\n\n'),
    'hearing'
  );
  const said = lines.filter((line) => line.includes('“'));
  expect(said.length).toBeGreaterThan(0);
  for (const line of said) expect(line).toMatch(/^(?:MR\. )?LUNT: “/);
});

test('what is told of a time at which somebody proposed something is not said by them', () => {
  const lines = composed(
    `Islands quarrel over ferry\n\nHARROW, 4 April 2009 (Wire) — The islands quarrelled over a ferry. ${onFerry}`
  );
  expect(lines.join('\n')).not.toContain('Hale:');
});

test('of two who are interviewed, neither is given the words of the other', () => {
  const lines = composed(
    interview(
      'The Courier interviews Maria Lee and Tom Hale',
      'What is the ferry?',
      'The ferry is basically me and Tom, who steers it through the winter.',
      'How did you two meet?',
      'We met in a school of 50 students on the northern islands.',
      'Where do you go next?',
      'We think that we should go south.'
    )
  );
  expect(lines).toContain('“We met in a school of 50 students on the northern islands.”');
  expect(lines.join('\n')).not.toMatch(/(?:Lee|Hale): /);
});

test('spoken words stand in quotation marks, and no question of an interviewer does', () => {
  const lines = composed(
    interview(
      'The future of the islands',
      '"The future is only in the ferry. The problem is how long it takes." Maria Lee. Image: Tom Hale.',
      'Do you still think that there is a future for the islands?',
      'The future is only in the ferry. The problem is how long it takes. We saw 4,000 people leave.',
      'An earlier storm left 10,000 people dead. Are you ready for the next?',
      'Nobody is ready for what comes out of the north.',
      'What should be done?',
      'We need a harbour.'
    )
  );
  expect(lines[1]).toBe(
    'Maria Lee: “The future is only in the ferry. The problem is how long it takes.”'
  );
  expect(lines).toContain('Maria Lee: “We saw 4,000 people leave.”');
  expect(lines.join('\n')).not.toContain('10,000');
});

const plea =
  'The states ask this Court to deny that relief to the islands, but they lack standing. They lose nothing by it.';

test.each([
  [
    'of an advocate who is named',
    'ORAL ARGUMENT OF GEN. MARIA B. MCCOY ON BEHALF OF THE ISLANDS\n\nMr. Chief Justice, and may it please the Court: ',
    'Maria B. McCoy: '
  ],
  ['of somebody', 'Mr. Chief Justice, and may it please the Court: ', '']
])('the plea %s is no headline and no fact', (_, opening, name) => {
  const lines = composed(
    `We will hear argument first in Case 22.\n\n${opening}${plea}\n\nGeneral, is this a waiver?\n\nIt is, Justice Hale.`
  );
  expect(lines.slice(0, 2)).toEqual([
    `${name}“The states ask this Court to deny that relief to the islands, but they lack standing”`,
    `${name}“${plea}”`
  ]);
});

test('what a court has decided is its text, and nobody speaks it', () => {
  const decided = 'We hold that the petition of the islands is dismissed in all its parts.';
  const lines = composed(`Islands v. States\n\nThe petitioners sued the states in May. ${decided}`);
  expect(lines[1]).toContain(decided);
  expect(lines[1]).not.toContain('“');
});

test('what somebody says in a hearing is no title where its file has a name', () => {
  const hearing =
    'Thank you, Your Honor. The ferry act was always read with the harbour act, as my Lords know. It was changed in May.';
  const title = (name: string) => composed(hearing, name)[0];
  expect(title('ferry_act.txt')).toBe('ferry act');
  expect(title('Pasted text.txt')).toMatch(/^“.*”$/);
});
