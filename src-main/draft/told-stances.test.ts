import { expect, test } from 'vitest';
import { draftArticle } from './draft-article.js';

test('what sources say of a stance is not said by whoever takes it', () => {
  const intro = 'The talks in the hall went on for a week, and nobody knew how they would end.';
  const told =
    'According to sources familiar with the summit, Lunt rejected the treaty. A clerk said that Okafor opposes the treaty.';
  const { actors, attributions } = draftArticle({
    name: 'a.txt',
    format: 'text',
    sha256: '0'.repeat(64),
    text: `Talks on the treaty\n\n${intro}\n\n${told} Goran Lunt met Anna Okafor.`
  });
  const speakers = attributions
    .filter(({ source }) => /sources|clerk/.test(source?.text ?? ''))
    .map(({ actor }) => actors.find(({ id }) => id === actor)?.name ?? 'nobody');
  expect(speakers).toEqual(['sources familiar with the summit', 'nobody']);
});

test.each<[text: string, name: string, isLikely: boolean]>([
  ['It rained. He said that taxes would rise.', 'Karl Brill', true],
  ['A crowd waited for Davit Lunt. He said that taxes would rise.', 'Karl Brill', false],
  ['A crowd waited for Anna Lunt. He said that taxes would rise.', 'Karl Brill', true]
])('whose words, where he was named paragraphs ago: %s', (text, name, isLikely) => {
  const { actors, attributions } = draftArticle({
    name: 'a.txt',
    format: 'text',
    sha256: '0'.repeat(64),
    text: `The tax in the town\n\nKarl Brill is mayor. Brill won. Brill was glad of it, and Brill spoke to all who had come.\n\n${text}`
  });
  const [said] = attributions.filter(({ source }) => source?.text === 'He');
  expect(actors.find(({ id }) => id === said?.actor)?.name).toBe(name);
  expect((said?.confidence ?? 0) >= 0.9).toBe(isLikely);
});
