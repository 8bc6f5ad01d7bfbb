import { expect, test } from 'vitest';
import { outlineMarkdown } from './outline-markdown.js';
import { outlineText } from './outline-text.js';
import type { Outline } from './outline.js';

function read(text: string, outline: Outline) {
  const at = (range: Outline['title']) => range && text.slice(range.start, range.end);
  return {
    title: at(outline.title),
    dek: at(outline.dek),
    sections: outline.sections.map(({ heading, body }) => [heading, at(body)?.trim()])
  };
}

const prose =
  'The talks, which had stalled for two years, resumed on Tuesday in the capital, and all sides took part in them.';

test.each<[what: string, text: string, title: string | null, dek: string | null, body: string]>([
  ['a title', `Talks resume\n${prose}`, 'Talks resume', null, prose],
  [
    'title and dek',
    `Talks resume\nFour states return to the table\n${prose} More.`,
    'Talks resume',
    'Four states return to the table',
    `${prose} More.`
  ],
  ['a question as title', `Will it work?\n\n${prose}`, 'Will it work?', null, prose],
  ['a quotation as title', `“We go”\n\n${prose}`, '“We go”', null, prose],
  [
    'a byline and a date',
    `Talks resume\nBy our correspondent\n5 May 2023\n\n${prose}`,
    'Talks resume',
    null,
    prose
  ],
  [
    'a headline that is a sentence, and a byline',
    `Nobody knows when.\n\nBy Ann Lee\n\n${prose}`,
    'Nobody knows when.',
    null,
    prose
  ],
  [
    'a headline that is a sentence, and a dateline',
    `Nobody knows when.\n\nGENEVA — ${prose}`,
    'Nobody knows when.',
    null,
    `GENEVA — ${prose}`
  ],
  [
    'a headline that is a sentence, which the lead says again',
    `The U.S. talks resume in the capital.\n\n${prose} And the states that had left are back.`,
    'The U.S. talks resume in the capital.',
    null,
    `${prose} And the states that had left are back.`
  ],
  [
    'a short first paragraph instead of a title',
    `It was a cold day. Nobody came.\n\nBy Ann Lee\n\n${prose}`,
    null,
    null,
    `It was a cold day. Nobody came.\n\nBy Ann Lee\n\n${prose}`
  ],
  ['a first paragraph instead of a title', `${prose}\n${prose}`, null, null, `${prose}\n${prose}`],
  [
    'a wrapped first paragraph',
    'The talks resumed\non Tuesday. All\ncame.',
    null,
    null,
    'The talks resumed\non Tuesday. All\ncame.'
  ],
  [
    'a wrapped paragraph below the title',
    'Talks resume\n\nGENEVA - Talks that had\nstalled resumed.\n',
    'Talks resume',
    null,
    'GENEVA - Talks that had\nstalled resumed.'
  ],
  ['a list', '- one\n- two', null, null, '- one\n- two'],
  ['one line', 'Talks resume', null, null, 'Talks resume'],
  ['a byte order mark', `\ufeffTalks resume\r\n\r\n${prose}`, 'Talks resume', null, prose],
  [
    'Chinese',
    '四国同意恢复谈判\n联合声明称下次会议将于十月举行\n\n四国周二同意。',
    '四国同意恢复谈判',
    '联合声明称下次会议将于十月举行',
    '四国周二同意。'
  ]
])('plain text: %s', (_, text, title, dek, body) => {
  expect(read(text, outlineText(text))).toEqual({ title, dek, sections: [[null, body]] });
});

test.each<
  [
    what: string,
    text: string,
    title: string | null,
    dek: string | null,
    sections: (string | null)[][]
  ]
>([
  [
    'headings',
    '# Talks\n\nLead.\n\n## Sides\n\nA.\n\n## Next\nB.',
    'Talks',
    null,
    [
      [null, 'Lead.'],
      ['Sides', 'A.'],
      ['Next', 'B.']
    ]
  ],
  [
    'underlined headings',
    'Talks\n=====\n\nLead.\n\nSides\n---\nA.',
    'Talks',
    null,
    [
      [null, 'Lead.'],
      ['Sides', 'A.']
    ]
  ],
  [
    'an emphasised subtitle',
    '# Talks\n\n*Four states return*\n\nLead.',
    'Talks',
    'Four states return',
    [[null, 'Lead.']]
  ],
  [
    'front matter',
    '---\ntitle: "Talks: again"\ndescription: Four states\n---\n\nLead.',
    'Talks: again',
    'Four states',
    [[null, 'Lead.']]
  ],
  [
    'front matter and a heading',
    '---\ntitle: Talks\n---\n# Talks resume\nLead.',
    'Talks',
    null,
    [['Talks resume', 'Lead.']]
  ],
  ['no heading at all', 'Lead.\n\nMore.', null, null, [[null, 'Lead.\n\nMore.']]],
  [
    'sections only',
    '## A\nOne.\n## B\nTwo.',
    null,
    null,
    [
      ['A', 'One.'],
      ['B', 'Two.']
    ]
  ],
  [
    'a heading without text above a deeper one',
    '# T\n## Objections\n### Cost\nLow.',
    'T',
    null,
    [['Objections: Cost', 'Low.']]
  ],
  [
    'a last heading without text',
    '# T\nLead.\n## End',
    'T',
    null,
    [
      [null, 'Lead.'],
      ['End', '']
    ]
  ],
  [
    'a fence with a comment in it',
    '# T\n```\n# not a heading\n```',
    'T',
    null,
    [[null, '```\n# not a heading\n```']]
  ],
  ['a rule', '# T\nOne.\n\n---\n\nTwo.', 'T', null, [[null, 'One.\n\n---\n\nTwo.']]],
  [
    'marks in headings',
    '# **Talks** on [water](https://example.org) ##\nLead.',
    '**Talks** on [water](https://example.org)',
    null,
    [[null, 'Lead.']]
  ],
  [
    'CRLF and a byte order mark',
    '\ufeff# T\r\n\r\nOne.\r\n\r\n## S\r\nTwo.\r\n',
    'T',
    null,
    [
      [null, 'One.'],
      ['S', 'Two.']
    ]
  ],
  ['nothing', '', null, null, []]
])('Markdown: %s', (_, text, title, dek, sections) => {
  expect(read(text, outlineMarkdown(text))).toEqual({ title, dek, sections });
});

test('a file with far too many headings keeps the deeper ones in the text', () => {
  const text = '# T\n' + '## Part\nText.\n'.repeat(5_000);
  expect(outlineMarkdown(text).sections).toHaveLength(1);
});
