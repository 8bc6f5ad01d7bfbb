import { expect, test } from 'vitest';
import { listSuggestions } from '../../domain/suggestions/list-suggestions.js';
import { draftArticle } from '../draft-article.js';

const answers = [
  'What do you hope to change?\n\nI believe that the harbour should stay open in winter.',
  'What do you think of the work that Olaf Brandt has done as mayor?\n\nHe said the quay was safe. I think that he was wrong about the quay.',
  'Will you run again?\n\nI hope that the party will ask somebody younger than me.'
];

/** "name: said" of what is said in the answers in the first person. */
function ownWords(title: string, intro: string, turns: readonly string[]): string[] {
  const text = [title, intro, ...turns].join('\n\n');
  const article = { name: 'a.txt', format: 'text', text, sha256: '0'.repeat(64) } as const;
  const { attributions, actors } = draftArticle(article, { asEnglish: true });
  return attributions
    .filter(({ source }) => source === null || /^(?:I|A)$/.test(source.text))
    .map(({ actor, source }) => {
      const name = actors.find(({ id }) => id === actor)?.name ?? 'nobody';
      return `${source?.text ?? '-'}: ${name}`;
    });
}

test('“I” of an answer is whom the headline names', () => {
  const intro = 'The harbour has been closed since the spring, and the town has waited.';
  expect(ownWords('An interview with Ada Holm', intro, answers)).toEqual([
    'I: Ada Holm',
    'I: Ada Holm',
    'I: Ada Holm'
  ]);
});

test('or whom the sentence that tells of the interview names, and not whom it was about', () => {
  const intro = 'The Courier spoke with Ada Holm about Olaf Brandt, who leaves in May.';
  expect(ownWords('The harbour in winter', intro, answers)[0]).toBe('I: Ada Holm');
});

test('whom a question speaks of does not answer it', () => {
  const intro = 'The harbour has been closed since the spring, and the town has waited.';
  expect(ownWords('An interview as Olaf Brandt resigns', intro, answers)).toEqual([
    'I: nobody',
    'I: nobody',
    'I: nobody'
  ]);
});

test('with two who answer nobody is guessed', () => {
  const intro = 'The harbour has been closed since the spring, and the town has waited.';
  expect(ownWords('An interview with Ada Holm and Mark Lund', intro, answers)[0]).toBe('I: nobody');
});

test('behind “A:” speaks who is interviewed, or nobody who is known', () => {
  const turns = [
    'Q: What do you hope to change?\n\nA: We will keep the harbour open in winter, as I have promised.',
    'Q: Will you run again?\n\nA: No, I want to see my children, and you should ask my party.'
  ];
  const intro = 'The harbour has been closed since the spring, and the town has waited.';
  expect(ownWords('An interview with Ada Holm', intro, turns)).toContain('A: Ada Holm');
  const unknown = ownWords('The harbour in winter', intro, turns);
  expect(unknown).toContain('-: nobody');
  expect(unknown.some((line) => line.startsWith('A'))).toBe(false);
});

test.each([
  'The Courier interviews Ada Holm',
  'Interview with Ada Holm',
  'Ada Holm speaks about ice'
])('whom the title has as interviewed answers, though a question names her: %s', (title) => {
  const intro = 'The harbour has been closed since the spring, and the town has waited.';
  const asked = 'Will you like to be in an Ada Holm town hall?\n\nI believe that it will come.';
  expect(ownWords(title, intro, [...answers, asked]).at(-1)).toBe('I: Ada Holm');
});

test('what “you” are asked to want is no stance', () => {
  const asked = 'How do you plan to open the quay?\n\nI believe that it will open in May.';
  const text = ['Interview with Ada Holm', ...answers, asked].join('\n\n');
  const article = { name: 'a.txt', format: 'text', text, sha256: '0'.repeat(64) } as const;
  const { attributions } = draftArticle(article, { asEnglish: true });
  const cues = attributions.filter(({ source }) => source?.text === 'you');
  // A thought that is put to whoever answers stays, and is never likely.
  expect(cues.map(({ cue }) => cue?.text)).toEqual(['think of']);
});

test.each([
  ['On 13 March, Ada Holm sat down with the Courier for an interview.', '13 March'],
  ['Ada Holm, who left on 3 March, sat down with the Courier.', undefined],
  ['The Courier spoke with Ada Holm. On 13 March, the harbour was closed.', undefined]
])('the day on which it was held: %s', (intro, day) => {
  const text = ['An interview with Ada Holm', '4 April 2009', intro, ...answers].join('\n\n');
  const article = { name: 'a.txt', format: 'text', text, sha256: '0'.repeat(64) } as const;
  expect(draftArticle(article, { asEnglish: true }).held?.text).toBe(day);
});

/** "name: words" of all that is offered as said. */
function offered(...paragraphs: readonly string[]): readonly string[] {
  const text = paragraphs.join('\n\n');
  const article = { name: 'a.txt', format: 'text', text, sha256: '0'.repeat(64) } as const;
  const draft = draftArticle(article, { asEnglish: true });
  return listSuggestions(draft, text, (range) => range).flatMap((each) =>
    each.kind === 'statement' || each.kind === 'quote'
      ? [`${each.kind === 'statement' ? each.statement.actor.name : each.speaker}: ${each.detail}`]
      : []
  );
}

test('offered are views of who answers, whole, and no question, no crowd and no word of the interview', () => {
  expect(
    offered(
      'The Courier interviews Ada Holm about the harbour',
      'The shipowner Ada Holm answered three questions submitted by The Courier.',
      'What do you think that the town expects of you?',
      'Fishermen see the toll for the swindle it is. They want something better. Fishermen who meet me know that I am sincere.',
      'Do you believe the mayor?',
      'The old quay of the harbour was built for sail. I think the whole town should pay for the harbour in winter. The clerk told the story to everybody.',
      'And the ice?',
      'We never met. We must keep the ice out of the harbour in every winter.'
    )
  ).toEqual([
    'Ada Holm: Fishermen see the toll for the swindle it is.',
    'Ada Holm: The old quay of the harbour was built for sail.',
    'Ada Holm: I think the whole town should pay for the harbour in winter.',
    'Ada Holm: We must keep the ice out of the harbour in every winter.'
  ]);
});

test('what somebody else says in an answer is marked as reported', () => {
  const text = ['An interview with Ada Holm', ...answers.slice(0, 2), 'And the ice?']
    .concat('Olaf Brandt said that the ice would come.')
    .join('\n\n');
  const article = { name: 'a.txt', format: 'text', text, sha256: '0'.repeat(64) } as const;
  const draft = draftArticle(article, { asEnglish: true });
  const found = listSuggestions(draft, text, (range) => range).find(
    (each) => each.kind === 'statement' && each.statement.actor.name === 'Olaf Brandt'
  );
  expect(found?.rule).toBe('cue: said; reported by someone else');
});

test('what is put to somebody without a question mark opens an interview, too', () => {
  const turns = [
    'I wanted to know what you make of the ferry, which you once called a mistake.',
    'I believe that the ferry should stay open in winter.',
    'Will it?',
    'I hope that it will.'
  ];
  const intro = 'On Monday Ada Holm sat down with The Courier in her office.';
  expect(ownWords('On ferries', intro, turns)).toContain('I: Ada Holm');
});

test('whose answer stands beside the story before a name gives it', () => {
  const pulled =
    '"I hope that the party will ask somebody younger than me." Ada Holm. On the quay stood Ada Holm.';
  expect(ownWords('The harbour in winter', pulled, answers).at(-1)).toBe('I: Ada Holm');
});

test('words under a picture are no answer', () => {
  const text = ['An interview with Ada Holm', ...answers, 'The quay in May. Image: Olaf Brandt.'];
  const article = { name: 'a', format: 'text', text: text.join('\n\n'), sha256: '0' } as const;
  expect(draftArticle(article, { asEnglish: true }).answers?.spans).toHaveLength(3);
});
