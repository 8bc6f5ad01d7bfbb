/** Protects that what is recorded of a saying reads as the article has it: what was denied or demanded keeps its verb. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newActor } from '../domain/briefing/entries.js';
import { newId } from '../domain/base/values.js';
import { NewsIndex } from '../domain/news/news-index.js';
import { acceptAll } from '../domain/suggestions/accept.js';
import { groundOf } from '../domain/suggestions/enter.js';
import { listSuggestions } from '../domain/suggestions/list-suggestions.js';
import { draftArticle } from './draft-article.js';

const source = newId();

function suggestionsOf(sentence: string) {
  const text = `Harbour toll\n\nLena Orsted, the harbour director, spoke in the town hall. ${sentence}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = draftArticle({ name: 'toll.txt', format: 'text', text, sha256 });
  const all = listSuggestions(draft, text, (range) => range);
  return { text, all };
}

/** What stands in the briefing once all is accepted: statements and their quotes. */
function accepted(sentence: string) {
  const { text, all } = suggestionsOf(sentence);
  const saying = all.filter(({ kind }) => kind === 'statement' || kind === 'position');
  const briefing = acceptAll(emptyBriefing('Toll'), saying, groundOf(source, text, all));
  return {
    statements: briefing.statements.map((statement) => statement.text),
    positions: briefing.positions.map(({ statement }) => statement),
    quotes: briefing.annotations.map(({ target }) => target.selectors.quote.exact)
  };
}

test.each([
  [
    'Orsted denied that she had ever promised the toll to the town.',
    'denied that she had ever promised the toll to the town'
  ],
  ['Orsted denies that the town has paid.', 'denies that the town has paid'],
  [
    'Orsted rejected the claim that the quay was unsafe.',
    'rejected the claim that the quay was unsafe'
  ],
  ['Orsted disputed that the figures were wrong.', 'disputed that the figures were wrong'],
  ['Orsted refuted that the bridge would close.', 'refuted that the bridge would close'],
  ['Orsted ruled out that the ferry would stop.', 'ruled out that the ferry would stop'],
  ['Orsted suspected that the quay was unsafe.', 'suspected that the quay was unsafe'],
  ['Orsted doubted that the council had the money.', 'doubted that the council had the money'],
  ['Orsted never said that the toll would rise.', 'never said that the toll would rise'],
  ['Orsted did not say that the port would be sold.', 'did not say that the port would be sold'],
  ['Orsted rarely said that the toll would rise.', 'rarely said that the toll would rise'],
  ['Orsted never wanted to raise the toll.', 'never wanted to raise the toll'],
  ['Orsted denied promising the toll to the town.', 'denied promising the toll to the town'],
  [
    'It was denied by Orsted that the town had paid.',
    'It was denied by Orsted that the town had paid'
  ],
  ['The mayor was not paid, Orsted denied.', 'The mayor was not paid, Orsted denied'],
  ['Orsted denied “ever promising the toll” to the town.', 'denied “ever promising the toll”'],
  [
    'Orsted denied the claim that she supports the toll.',
    'denied the claim that she supports the toll'
  ],
  [
    'Orsted rejected the claim that she supports the toll.',
    'rejected the claim that she supports the toll'
  ]
])('%s', (sentence, statement) => {
  expect(accepted(sentence)).toEqual({
    statements: [statement],
    positions: [],
    quotes: [statement]
  });
});

test.each([
  ['Orsted encouraged her staff to read the report.', 'encouraged her staff to read the report'],
  ['Orsted asked about payments to boat owners.', 'asked about payments to boat owners'],
  [
    'Orsted demanded that the council answer her letter.',
    'demanded that the council answer her letter'
  ],
  ['Orsted called the toll “a farce on the quay”.', 'called the toll “a farce on the quay”'],
  ['Orsted explained why the town had to pay.', 'explained why the town had to pay'],
  ['Orsted said there are 47.', 'said there are 47']
])('what is no clause keeps its verb: %s', (sentence, statement) => {
  const { all } = suggestionsOf(sentence);
  const [said] = all.filter((each) => each.kind === 'statement');
  expect([said?.statement.text, said?.words.text]).toEqual([statement, statement]);
});

test.each([
  ['Orsted said that the toll would rise.', 'the toll would rise', 'that the toll would rise'],
  [
    'Orsted said she had never promised it.',
    'she had never promised it',
    'she had never promised it'
  ],
  [
    '“We have never promised a toll,” Orsted said.',
    '“We have never promised a toll,”',
    '“We have never promised a toll,”'
  ],
  [
    'It was announced by Orsted that the town had paid.',
    'the town had paid',
    'that the town had paid'
  ]
])('what is no denial stays as it is: %s', (sentence, statement, quote) => {
  expect(accepted(sentence)).toEqual({ statements: [statement], positions: [], quotes: [quote] });
});

test('a denial is no repetition of what it denies', () => {
  const orsted = newActor('Lena Orsted', 'person');
  const said = acceptAll(
    { ...emptyBriefing('Toll'), actors: [orsted] },
    suggestionsOf('Orsted said that she had promised the toll to the town.').all.filter(
      ({ kind }) => kind === 'statement'
    ),
    groundOf(
      newId(),
      suggestionsOf('Orsted said that she had promised the toll to the town.').text,
      []
    )
  );
  const newsOf = (sentence: string) => {
    const known = new NewsIndex(said);
    return suggestionsOf(sentence)
      .all.filter(({ kind }) => kind === 'statement')
      .map((each) => known.of(each, source)?.is);
  };
  expect(newsOf('Orsted said that she had promised the toll to the town.')).toEqual(['repeats']);
  expect(newsOf('Orsted denied that she had promised the toll to the town.')).toEqual(['new']);
});
