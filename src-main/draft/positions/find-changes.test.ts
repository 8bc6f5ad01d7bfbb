import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Draft } from '../../domain/suggestions/draft.js';
import { draftArticle } from '../draft-article.js';

/** "actor: before → after" by statement. */
function changesIn(text: string): string[] {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft: Draft = draftArticle(
    { name: 'a.txt', format: 'text', text, sha256 },
    { asEnglish: true }
  );
  const statement = (id: string | null) =>
    draft.positions.find((position) => position.id === id)?.statement ?? '?';
  return draft.positionChanges.map(({ marker, actor, before, after }) => {
    const name = draft.actors.find(({ id }) => id === actor)?.name ?? '';
    return `${name} ${marker.text}: ${statement(before)} → ${statement(after)}`;
  });
}

test.each<[what: string, text: string, expected: string[]]>([
  [
    'said outright',
    'Mayor Jane Okafor has changed her mind. Last year she had opposed the bridge. Now she supports the bridge.',
    ['Jane Okafor has changed: she had opposed the bridge → she supports the bridge']
  ],
  [
    'said before and now',
    'Senator Mike Dempsey had previously rejected the pipeline. He now supports the pipeline.',
    [
      'Mike Dempsey had previously rejected: Senator Mike Dempsey had previously rejected the pipeline → He now supports the pipeline'
    ]
  ],
  [
    'two issues',
    'Senator Mike Dempsey had previously rejected the pipeline. He now supports the tax.',
    []
  ],
  [
    'no stance before',
    'Senator Mike Dempsey had previously said that the pipeline leaks. He now supports the pipeline.',
    []
  ],
  ['none', 'Senator Mike Dempsey said that he supports the pipeline. He opposes the tax.', []]
])('%s', (_, text, expected) => {
  expect(changesIn(text)).toEqual(expected);
});
