/** Changed words can be read: whole phrases, nothing lost of either wording, no marks of Markdown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCard } from '../briefing/entries.js';
import { diffWords, type DiffPiece } from '../text/word-diff.js';
import { readablePieces, wordsOfCard } from './readable-words.js';

const told = (pieces: readonly DiffPiece[]) =>
  pieces
    .map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind])
    .join('');
const shown = (before: string, after: string) => told(readablePieces(diffWords(before, after)));

describe('changed words', () => {
  test.each([
    ['a word', 'a ceasefire first', 'a treaty first', 'a [-ceasefire-]{+treaty+} first'],
    [
      'a phrase, with what stayed by chance in it',
      'The talks of the two sides go on until the end of June, says the ministry of Finland.',
      'The talks of all five parties go on until the end of June, says the ministry of Finland.',
      'The talks of [-the two sides-]{+all five parties+} go on until the end of June, says the ministry of Finland.'
    ],
    [
      'a title that was written anew, whole',
      'The states ask this Court to deny that vital relief to millions',
      'Equal treatment: what the Court was told',
      '[-The states ask this Court to deny that vital relief to millions-]{+Equal treatment: what the Court was told+}'
    ],
    [
      'of a text of several lines the line that changed',
      'The first stays.\nThe second goes away for good.\nThe third stays.',
      'The first stays.\nNothing of it is left.\nThe third stays.',
      'The first stays.\n[-The second goes away for good-]{+Nothing of it is left+}.\nThe third stays.'
    ],
    ['nothing before', '', 'new words', '{+new words+}']
  ])('%s', (_, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test('join to both wordings, and old stands before new', () => {
    const words = fc
      .array(fc.constantFrom('peace', 'war', 'and', ' ', ' ', '\n', '. '))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = readablePieces(diffWords(before, after));
        const joined = (other: string) =>
          pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
        expect(joined('added')).toBe(before);
        expect(joined('removed')).toBe(after);
        expect(told(pieces)).not.toMatch(/\+\}\[-/);
        expect(pieces.every(({ text }) => text !== '')).toBe(true);
      })
    );
  });

  test('of a card are told without marks of Markdown', () => {
    const change = (before: string, after: string) =>
      wordsOfCard({
        kind: 'changed',
        moved: false,
        before: newCard('fact', { body: before }),
        after: newCard('fact', { body: after }),
        heading: [],
        body: []
      });
    expect(
      told(
        change(
          '- **Kyiv** asks\n- [Moscow](https://example.org) waits',
          '- **Kyiv** asks\n- *Ankara* waits'
        )
      )
    ).toBe('Kyiv asks\n[-Moscow-]{+Ankara+} waits');
    expect(told(change('Some **bold** words', 'Some bold words'))).toBe('Some bold words');
  });
});
