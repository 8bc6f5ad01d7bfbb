import { describe, expect, it } from 'vitest';
import { findTexts } from './find-texts.mjs';

/** @param {string} source @param {string} [path] */
const wordsIn = (source, path = 'a.ts') => findTexts(path, source).map(({ words }) => words);

describe('findTexts', () => {
  it.each([
    ['show("No briefing yet.");', ['No briefing yet.']],
    ['const x = a ? "in the bin" : "here";', ['in the bin']],
    ['const label = a ? "bin" : "list";', ['bin', 'list']],
    ['f({ hint: "later", id: "later" });', ['later']],
    ['f(`${n} of ${row.title}`);', ['{n} of {title}']],
    ['f(`The ${n === 1 ? "card" : "cards"} of it`);', ['The {n} of it', 'card', 'cards']],
    ['f(counted(n, "reply", "replies"));', ['reply', 'replies']],
    ['x = name ?? "Somebody";', ['Somebody']],
    ['f(["Earlier", "Later…"]);', ['Earlier', 'Later…']],
    ['f(["Dark", "always"]); g(["Undo", "undo"] as const);', ['Dark', 'always', 'Undo']],
    ['f(`${n} ${n === 1 ? "card" : "cards"}`);', ['card', 'cards']],
    ['f(a, "First words"); f(b, "Second words");', ['First words', 'Second words']],
    ["onDesk('View', 'Read', 'CmdOrCtrl+1', 'sources of the text')", ['View', 'Read']]
  ])('finds in %s what is shown', (source, words) => {
    expect(wordsIn(source)).toEqual(words);
  });

  it.each([
    ['selectors', 'a.querySelector("li > button"); const x = "[role=menu], nav";'],
    ['names of elements', 'const x = "input, textarea";'],
    ['keys', 'if (event.key === "Escape") f("CmdOrCtrl+K"); switch (a) { case "Home": }'],
    ['ids', 'f("card.edit"); f("relayed"); f({ kind: "quote" });'],
    ['classes and styles', 'f("cm-note cm-active"); f({ border: "1px solid var(--line)" });'],
    ['types and imports', "import a from './Some words'; type A = 'Some words';"],
    ['what a bug says', "throw new Error('No such row here'); console.warn('No such row here');"],
    ['lists of words', "f('the of and to in'.split(' '));"],
    ['SQL', 'f("SELECT key FROM issue WHERE key = ?");'],
    ['comparisons', 'if (a === "Some words") f();']
  ])('leaves out %s', (_what, source) => {
    expect(wordsIn(source)).toEqual([]);
  });

  it.each([
    ['<p class="row wide">saved</p>', ['saved']],
    ['<p>{count} of {list.total} shown<b>now</b></p>', ['{count} of {total} shown', 'now']],
    ['<p>{known ? "known" : "new"}</p>', ['known', 'new']],
    [
      '<button aria-label="Remove {name}" title={isOn ? "on" : ""}></button>',
      ['Remove {name}', 'on']
    ],
    ['<input type="text" placeholder="last known" />', ['last known']],
    ['<Field label="reply" kind="text" name="The menu" />', ['reply', 'The menu']],
    ['<Menu items={[{ label: "Move up", key: "Alt+Up" }]} />', ['Move up']],
    ['{#if a === "Some words"}{#each rows as row}<li>more</li>{/each}{/if}', ['more']],
    ['<script lang="ts">const a: string = "It is so.";</script>{a}', ['It is so.']]
  ])('finds in the component %s what is shown', (source, words) => {
    expect(wordsIn(source, 'A.svelte')).toEqual(words);
  });

  it('says in which line each begins, and where its fixed parts stand', () => {
    const source = '<p>\n  {n} of\n  {all}\n</p>\n<script>\nf("Two words");\n</script>';
    const found = findTexts('A.svelte', source);
    expect(found.map(({ line }) => line)).toEqual([2, 6]);
    expect(found.map(({ start, end }) => source.slice(start, end))).toEqual([
      '{n} of\n  {all}',
      'Two words'
    ]);
    expect(
      found.flatMap(({ fixed }) => fixed.map(([from, to]) => source.slice(from, to).trim()))
    ).toEqual(['', 'of', '', 'Two words']);
  });
});
