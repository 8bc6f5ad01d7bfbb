import { expect, it } from 'vitest';
import { findTexts } from './find-texts.mjs';
import { rewriteTexts, toLetters } from './pseudo.mjs';

it.each([
  ['a.ts', 'f("Bad day", "id");', 'f("⟦Ƀááď ďááý⟧", "id");'],
  ['a.ts', "f('It\\nso \\u2019s');", "f('⟦Íť\\nšóó \\u2019š⟧');"],
  ['a.ts', 'f(`Go ${on ? "up" : a.b} so`);', 'f(`⟦Ğóó ${on ? "⟦úúþ⟧" : a.b} šóó⟧`);'],
  ['A.svelte', '<p id="b"> Go&nbsp;{n} </p>', '<p id="b"> ⟦Ğóó&nbsp;{n}⟧ </p>'],
  ['A.svelte', '<b title="Go {n}" class="go">{n}</b>', '<b title="⟦Ğóó {n}⟧" class="go">{n}</b>']
])('changes in %s only what is shown: %s', (path, source, changed) => {
  expect(rewriteTexts(path, source)).toBe(changed);
});

it('keeps the number of texts and the lines', () => {
  const source = '{#if a}\n<p>{n} is\n here</p>\n{/if}\n<script>\nf(`It ${x} is\nso`);\n</script>';
  const changed = rewriteTexts('A.svelte', source);
  expect(changed.split('\n')).toHaveLength(source.split('\n').length);
  expect(findTexts('A.svelte', changed)).toHaveLength(findTexts('A.svelte', source).length);
});

it('makes a text a third longer or more, in letters that no English has', () => {
  const text = 'Nothing in the library matches these words';
  expect(toLetters(text).length).toBeGreaterThan(text.length * 1.25);
  expect(toLetters(text)).not.toMatch(/[a-zA-Z]/);
});
