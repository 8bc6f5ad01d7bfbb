/** Protects what a listener needs of a printed table, note or foreign word, and Chromium would leave out. */
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { fillEmptyCells, joinEndnotes, keepLanguages, nameHeads } from './keep-structure.js';

function pageOf(body: string): ParentNode {
  return parseHTML(`<!doctype html><html><body>${body}</body></html>`).document;
}

function attributes(root: ParentNode, selector: string, name: string): readonly (string | null)[] {
  return [...root.querySelectorAll(selector)].map((each) => each.getAttribute(name));
}

const table = `<table>
  <thead><tr><th></th><th>Land</th><th scope="colgroup">Sea</th></tr></thead>
  <tbody><tr><th>Kyiv</th><td></td><td>for</td></tr><tr><td>Moscow</td><td><img></td><td> </td></tr></tbody>
</table>`;

test('an empty cell is drawn, and one with words or a picture stays as it is', () => {
  const page = pageOf(table);
  fillEmptyCells(page);
  const cells = [...page.querySelectorAll('th, td')].map(({ textContent }) => textContent);
  expect(cells.filter((words) => words.includes('\u00a0'))).toHaveLength(3);
  expect(page.querySelector('td img')?.parentElement?.textContent).toBe('');
});

test('heads of columns and rows say which they are, and what was said is kept', () => {
  const page = pageOf(table);
  nameHeads(page);
  expect(attributes(page, 'th', 'scope')).toEqual(['col', 'col', 'colgroup', 'row']);
});

test('under an empty corner stand names of rows; under words the first cell is what it is', () => {
  const page = pageOf(table + table.replace('<th></th>', '<th>Actor</th>'));
  nameHeads(page);
  const [cornered, named] = page.querySelectorAll('table');
  expect(attributes(cornered!, 'tbody tr > :first-child', 'role')).toEqual([
    'rowheader',
    'rowheader'
  ]);
  expect(attributes(named!, 'tbody tr > :first-child', 'role')).toEqual([null, null]);
});

test('a cell that was filled is an empty corner still', () => {
  const page = pageOf(table);
  fillEmptyCells(page);
  nameHeads(page);
  expect(attributes(page, 'tbody tr > :first-child', 'role')).toEqual(['rowheader', 'rowheader']);
});

test('a table without a head has no corner', () => {
  const page = pageOf('<table><tbody><tr><td>1</td></tr></tbody></table>');
  nameHeads(page);
  expect(attributes(page, 'td', 'role')).toEqual([null]);
});

test('foreign words within a sentence keep their language; what has a role keeps it', () => {
  const page = pageOf(
    '<p lang="en"><span lang="ar">سلام</span> <bdi>x</bdi> <q lang="fr" role="note">oui</q></p>'
  );
  keepLanguages(page);
  expect(attributes(page, 'p, span, bdi, q', 'role')).toEqual([null, 'group', null, 'note']);
});

test('all that an item at the end says is one note, in its order; other lists stay', () => {
  const page = pageOf(
    '<ol class="notes"><li value="3"><blockquote>“No.”</blockquote><p>Card 1</p></li></ol><ol><li>One</li></ol>'
  );
  joinEndnotes(page);
  const [item, other] = page.querySelectorAll('li');
  expect(item?.getAttribute('value')).toBe('3');
  expect(item?.innerHTML).toBe(
    '<div role="complementary"><blockquote>“No.”</blockquote><p>Card 1</p></div>'
  );
  expect(other?.innerHTML).toBe('One');
});
