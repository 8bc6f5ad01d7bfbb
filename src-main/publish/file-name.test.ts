import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentNameFor, fileNameFor } from './file-name.js';

test.each([
  ['After Alaska: peace deal before ceasefire', 'After Alaska peace deal before ceasefire'],
  ['  ../../etc/passwd ', 'etc passwd'],
  ['', 'Briefing'],
  ['NUL', 'Briefing'],
  ['Что дальше?', 'Что дальше'],
  [
    'The Courier interviews the nominee of a party of few words for governor of the state of Virginia',
    'The Courier interviews the nominee of a party of few words for governor of the'
  ],
  ['和'.repeat(90), '和'.repeat(80)],
  ['a\u202Efdp.exe', 'a fdp.exe']
])('%j becomes a name that every system takes', (title, name) => {
  expect(fileNameFor(title)).toBe(name);
});

/** Any UTF-16 unit, unpaired surrogates included. */
const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

test('whatever the title, the name is short, plain and not empty', () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 120 }), (title) => {
      const name = fileNameFor(title);
      expect(name).toMatch(/^[^/\\:*?"<>|\u0000-\u001f]{1,80}$/u); // eslint-disable-line no-control-regex
      expect(name).not.toMatch(/^[. ]|[. ]$/);
      expect(Buffer.from(`${name}.pdf`).length).toBeLessThanOrEqual(255);
    })
  );
});

test.each([
  ['full', 'audience', 'pdf', 'Talks, full briefing'],
  ['full', 'full', 'pdf', 'Talks, full briefing, own copy'],
  ['brief', 'audience', 'pdf', 'Talks, one-page brief'],
  ['positions', 'audience', 'pdf', 'Talks, positions'],
  ['changes', 'full', 'pdf', 'Talks, changes, own copy'],
  ['brief', 'full', 'document', 'Talks, own copy'],
  ['full', 'audience', 'text', 'Talks'],
  ['full', 'audience', 'data', 'Talks, for an audience'],
  ['brief', 'full', 'data', 'Talks']
] as const)('%s for %s as %s is proposed as “%s”', (template, profile, shows, name) => {
  expect(documentNameFor('Talks', { template, profile }, shows)).toBe(name);
});
