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
    'a mind that was changed, by what it was before',
    'Senator Mike Dempsey, who backed the mine in 2021, said he had changed his mind.',
    [
      'Mike Dempsey had changed: Senator Mike Dempsey, who backed the mine in 2021 → said he had changed his mind'
    ]
  ],
  [
    'opposition that was dropped',
    'Senator Mike Dempsey opposed the mine last month but has since dropped his opposition.',
    [
      'Mike Dempsey dropped his opposition: Senator Mike Dempsey opposed the mine last month → has since dropped his opposition'
    ]
  ],
  [
    'sides that were switched, after a month',
    'Senator Mike Dempsey opposed the mine in May but switched sides on Tuesday.',
    [
      'Mike Dempsey switched sides: Senator Mike Dempsey opposed the mine in May → switched sides on Tuesday'
    ]
  ],
  [
    'came round',
    'Senator Mike Dempsey said he was once against the mine but had come round.',
    ['Mike Dempsey come round: he was once against the mine → had come round']
  ],
  [
    'used to, and now',
    'Senator Mike Dempsey used to oppose the mine but now supports it.',
    [
      'Mike Dempsey used to oppose: Senator Mike Dempsey used to oppose the mine → Senator Mike Dempsey used to oppose the mine but now supports it'
    ]
  ],
  [
    'of a party that speaks of itself',
    'The Rivers Party had opposed the mine since 2021 but on Tuesday said it now supported it.',
    [
      'Rivers Party had opposed: The Rivers Party had opposed the mine since 2021 → it now supported it'
    ]
  ],
  [
    'one who once did, and now',
    'Senator Mike Dempsey, who opposed the mine, now supports the mine.',
    [
      'Mike Dempsey supports: Senator Mike Dempsey, who opposed the mine → Senator Mike Dempsey, who opposed the mine, now supports the mine'
    ]
  ],
  [
    'a mind that was not changed',
    'Senator Mike Dempsey backed the mine and has not changed his mind.',
    []
  ],
  [
    'a stance that came of a change',
    'Senator Mike Dempsey backed the mine after he had changed his mind.',
    []
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
