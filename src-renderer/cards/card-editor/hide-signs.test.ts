/** Which signs of Markdown are hidden while a card is written. */
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenSigns } from './hide-signs.js';

/** The text as it is seen, with the cursor at `at`. */
function seen(doc: string, at = doc.length): string {
  const state = EditorState.create({
    doc,
    selection: { anchor: at },
    extensions: [markdown({ base: markdownLanguage, addKeymap: false })]
  });
  ensureSyntaxTree(state, doc.length, 5_000);
  let text = doc;
  const ranges = hiddenSigns(state, 0, doc.length).toSorted((one, other) => other.from - one.from);
  for (const { from, to, value } of ranges) {
    const spec = value.spec as { readonly widget?: unknown };
    text = text.slice(0, from) + (spec.widget ? '•' : '') + text.slice(to);
  }
  return text;
}

describe('the signs of Markdown in a card that is written', () => {
  test('are hidden where the cursor is not', () => {
    const shown: Readonly<Record<string, string>> = {
      'One **two** *three* ~~four~~ `five`.': 'One two three four five.',
      '## Head': 'Head',
      '> Quoted': 'Quoted',
      '- One\n- Two': '• One\n• Two',
      '1. One': '1. One',
      'See [the page](https://a.example/x).': 'See the page.',
      'Not \\*so\\*.': 'Not *so*.',
      '<https://a.example/>': '<https://a.example/>',
      '[](https://a.example/)': '[](https://a.example/)',
      '```\na **b**\n```': '```\na **b**\n```'
    };
    for (const [text, words] of Object.entries(shown)) {
      expect(seen(`${text}\n\nend`)).toBe(`${words}\n\nend`);
    }
  });

  test('are seen in the lines of the cursor and in no other', () => {
    expect(seen('**One**\n**Two**\n**Three**', 10)).toBe('One\n**Two**\nThree');
  });

  test('hide no letter and no digit that is read', () => {
    const parts = fc.array(
      fc.constantFrom(
        '**',
        '*',
        '~~',
        '`',
        '# ',
        '> ',
        '- ',
        '1. ',
        '[',
        '](',
        ')',
        'a',
        'b7',
        ' ',
        '\n',
        '\n\n',
        '\\'
      ),
      { maxLength: 20 }
    );
    fc.assert(
      fc.property(parts, (all) => {
        const text = all.join('');
        const words = (of: string) =>
          of.replace(/\]\([^)\n]*\)/gu, '').replace(/[^a-z0-9\n]/gu, '');
        expect(words(seen(`${text}\n\nend`))).toBe(words(`${text}\n\nend`));
      })
    );
  });
});
