import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { draftArticle } from '../draft-article.js';
import { listSuggestions } from '../../domain/suggestions/list-suggestions.js';

/** "actor: words" of what is offered as said in a text. */
function sayingsIn(text: string): readonly string[] {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'a.txt', format: 'text', text, sha256 }, { asEnglish: true });
  return listSuggestions(draft, text, (range) => range).flatMap((each) =>
    each.kind === 'statement'
      ? [`${each.statement.actor.name}: ${each.detail}`]
      : each.kind === 'quote'
        ? [`${each.speaker}: ${each.detail}`]
        : []
  );
}

test.each<[text: string, ...expected: string[]]>([
  ['The mayor, Jozef Brandl, assured us on television of a better harbour.'],
  ['Mayor Petar Lindt announced his resignation late on Wednesday.'],
  ['Mayor Ana Kovac accepted it and thanked him.'],
  ['The company will fund the monitoring station requested by Mayor Petar Lindt.'],
  ['Mayor Ana Kovac responded to the long report of the harbour board.'],
  ['Mayor Ana Kovac responded that the licence stood.', 'Ana Kovac: that the licence stood'],
  ['Mayor Ana Kovac cheered when the strike was called off.'],
  [
    'Mayor Ana Kovac asked when the licence would stand.',
    'Ana Kovac: asked when the licence would stand'
  ],
  ['Mayor Ana Kovac continues to write long books about the harbour.'],
  ['My Lords will know that the harbour of Tarnow was closed.'],
  ['Mayor Ana Kovac has not said whether the licence will stand.'],
  ['Mayor Ana Kovac said the licence stood.', 'Ana Kovac: the licence stood'],
  ['Mayor Ana Kovac said that the strike was over.', 'Ana Kovac: that the strike was over'],
  [
    'Mayor Ana Kovac demanded that the police clear the harbour.',
    'Ana Kovac: demanded that the police clear the harbour'
  ],
  ['Mayor Ana Kovac said: “No comment.”', 'Ana Kovac: “No comment.”'],
  ['Mayor Petar Lindt denied the motion.', 'Petar Lindt: denied the motion'],
  [
    'Mayor Ana Kovac described a new monitoring station for the harbour of Tarnow.',
    'Ana Kovac: described a new monitoring station for the harbour of Tarnow'
  ],
  [
    'According to a study by the Institute of Hydrology, which the government has not published, the mine would use too much water.',
    'Institute of Hydrology: the mine would use too much water'
  ]
])('%s', (text, ...expected) => {
  expect(sayingsIn(text)).toEqual(expected);
});
