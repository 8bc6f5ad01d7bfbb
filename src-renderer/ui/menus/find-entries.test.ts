import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commandIds, factsOf, type CommandId } from '../../../src-main/domain/commands.js';
import { findByLetters, scoreLetters, findByLetter, findEntries } from './find-entries.js';

const names = ['Export PDF…', 'Expert view', 'Go between text and margin', 'Économie'];

function find(query: string): readonly string[] {
  return findByLetters(query, names, (name) => name);
}

it.each([
  ['the beginnings of words beat letters in their middle', 'ep', 'Export PDF…'],
  ['letters in order, anywhere', 'gbm', 'Go between text and margin'],
  ['without accents', 'econ', 'Économie'],
  ['with accents and capitals', 'ÉCON', 'Économie']
])('finds first: %s', (_what, query, name) => {
  expect(find(query)[0]).toBe(name);
});

it('leaves out a name that lacks a letter', () => {
  expect(find('xyz')).toEqual([]);
  expect(scoreLetters('fdp', 'PDF')).toBeNull();
});

it('finds every name by any of its letters, in order', () => {
  const letter = fc.constantFrom('a', 'b', 'É', 'я', ' ', '-', '🙂');
  fc.assert(
    fc.property(fc.array(fc.tuple(letter, fc.boolean())), (letters) => {
      const name = letters.map(([l]) => l).join('');
      const query = letters.map(([l, typed]) => (typed ? l : '')).join('');
      expect(scoreLetters(query, name)).not.toBeNull();
    })
  );
});

const offered = [
  ['settings', 'Settings…', 'File'],
  ['strikes', 'Strikes end the talks in Geneva', 'Open'],
  ['reset', 'Reset the sittings of parliament', 'Open'],
  ['pdf', 'Export as PDF…', 'File'],
  ['expert', 'An expert on exports', 'Open'],
  ['export', 'Export…', 'File']
].map(([id = '', label = '', group = '']) => ({ id, label, group }));

it.each([
  ['only what holds the word, where anything does', 'settings', ['settings']],
  ['any word that begins so, the name itself first', 'export', ['export', 'pdf', 'expert']],
  ['any word that begins so, the name that begins so first', 'exp', ['pdf', 'export', 'expert']],
  ['words in any order', 'pdf exp', ['pdf']],
  ['letters alone, where no word fits', 'stngs', ['settings', 'reset']],
  ['the sort of thing as well', 'file set', ['settings']],
  ['nothing of what has not all its letters', 'zzz', []]
])('palettes find %s', (_what, query, ids) => {
  expect(findEntries(query, offered).map(({ id }) => id)).toEqual(ids);
});

it('palettes find by words that are not shown, after what shows them', () => {
  const merge = { id: 'merge', label: 'Merge actors', group: 'Briefing', alsoFoundBy: 'join same' };
  const library = { id: 'library', label: 'Join a library…', group: 'File' };
  expect(findEntries('join', [merge, library]).map(({ id }) => id)).toEqual(['library', 'merge']);
  expect(findEntries('same brief', [merge, library]).map(({ id }) => id)).toEqual(['merge']);
});

const ofProgram = commandIds.map((id) => {
  const { title, group, alsoFoundBy } = factsOf(id);
  return { id, label: title, group, alsoFoundBy };
});

it('palettes find every command of the program first by its name', () => {
  for (const { id, label } of ofProgram)
    expect(findEntries(label.replace('…', ''), ofProgram)[0]?.id).toBe(id);
});

it.each<[string, CommandId]>([
  ['import article', 'article.import'],
  ['paste article', 'article.add'],
  ['new briefing from article', 'article.add'],
  ['add source', 'source.add'],
  ['export as', 'briefing.export'],
  ['export pdf', 'briefing.export'],
  ['suggestions', 'view.new'],
  ['list of annotations', 'annotation.list'],
  ['briefing and source side by side', 'view.both'],
  ['findings of the linter', 'finding.list'],
  ['portion mark', 'card.portion-mark'],
  ['spelling british', 'app.settings'],
  ['confirm the bottom line', 'card.confirm']
])('palettes find what was called “%s” until it was renamed', (query, id) => {
  expect(findEntries(query, ofProgram).map((entry) => entry.id)).toContain(id);
});

it('palettes put what was used lately first, among equals and where nothing is sought', () => {
  const recent = ['export', 'reset'];
  expect(
    findEntries('', offered, recent)
      .slice(0, 3)
      .map(({ id }) => id)
  ).toEqual([...recent, 'settings']);
  expect(findEntries('export', offered, recent)[0]?.id).toBe('export');
});

it('keeps the given order for an empty query', () => {
  expect(find(' ')).toEqual(names);
});

const items = ['Source', 'Éditer', 'Show', 'Export'].map((label) => ({ id: label, label }));

it.each([
  ['from none', -1, 's', 0],
  ['the next with the same letter', 0, 's', 2],
  ['round the end', 2, 's', 0],
  ['whatever the case and the accent', 0, 'E', 1],
  ['an accent as the plain letter', 1, 'É', 3],
  ['nothing', 0, 'x', null]
])('finds by letter: %s', (_what, from, letter, index) => {
  expect(findByLetter(items, from, letter)).toBe(index);
});
