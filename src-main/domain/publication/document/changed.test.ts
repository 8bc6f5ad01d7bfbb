/** How a change is told: its kind as a label, and stances known as such. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describe as selectorsAt } from '../../anchoring/locate.js';
import { newId } from '../../base/values.js';
import { newAnnotation } from '../../briefing/annotation.js';
import { emptyBriefing } from '../../briefing/briefing.js';
import { Bundle } from '../../briefing/bundle.js';
import { newActor, newIssue } from '../../briefing/entries.js';
import { newSource } from '../../briefing/source.js';
import { entry } from '../../ledger/testing/ledger.js';
import { fullEdition } from '../edition.js';
import type { WordsRun } from './blocks.js';
import { documentOf } from './document-of.js';
import { simplified } from './simple.js';

const moment = '2025-03-04T09:00:00Z';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../../../resources/samples/alaska-summit.json'),
      'utf8'
    )
  )
);

describe('a number that a newer version of the source corrects', () => {
  const old = 'The company has promised to invest 2.4 billion euros.';
  const now = 'The company has promised to invest 1.4 billion euros.';
  const hashes = ['a', 'b', 'c'].map((each) => each.repeat(64)) as [string, string, string];
  const article = newSource({ text: hashes[0], importedAt: moment, published: '2025-03-03' });
  const update = newSource({ text: hashes[1], importedAt: moment, published: '2025-03-04' });
  const sources = [
    { ...article, title: 'Cabinet backs the mine' },
    { ...update, title: 'Cabinet backs the mine', updates: article.id },
    newSource({ text: hashes[2], importedAt: moment, published: '2025-03-01' })
  ];
  const quoteOf = (source: (typeof sources)[number], text: string) =>
    newAnnotation(
      { type: 'source', id: source.id, selectors: selectorsAt(text, 0, text.length - 1) },
      moment
    );
  const [said, corrected] = [quoteOf(sources[0]!, old), quoteOf(sources[1]!, now)];
  const unionsText = 'The union says it is for it.';
  const unions = quoteOf(sources[2]!, unionsText);
  const union = newActor('Union', 'organisation');
  const actor = newActor('Terravolt', 'organisation');
  const issue = newIssue('The mine');
  const of = { actor: actor.id, issue: issue.id };
  const was = entry(1, { ...of, id: newId(), said: '2025-03-03', evidence: [said.id] });
  const is = entry(2, {
    ...{ ...of, id: newId(), said: '2025-03-04', evidence: [corrected.id], supersedes: [was.id] }
  });
  const theirs = { ...of, actor: union.id, evidence: [unions.id] };
  const first = entry(3, { ...theirs, id: newId(), said: '2025-03-01', statement: 'For it.' });
  const anew = entry(4, {
    ...{ ...theirs, id: newId(), said: '2025-03-04', statement: 'All for it.' },
    supersedes: [first.id]
  });
  const briefing = {
    ...emptyBriefing('The mine'),
    ...{
      language: 'en',
      sources,
      actors: [actor, union],
      issues: [issue],
      positions: [was, is, first, anew]
    },
    annotations: [said, corrected, unions]
  };
  const edition = { ...fullEdition, template: 'changes' as const, since: '2025-03-03' };
  const texts = { [hashes[0]]: old, [hashes[1]]: now, [hashes[2]]: unionsText };
  const words = JSON.stringify(
    simplified(documentOf({ title: null, parts: [{ briefing, texts }], edition }))
  );

  test('changes no position, and is told in plain words, the stance once', () => {
    expect(words).toContain('2 positions updated with the same stance and 1 source.');
    expect(words).not.toContain('change of position');
    expect(words).toContain('Same stance, new evidence: ');
    expect(words.split('+ Supports')).toHaveLength(3);
    expect(words).toContain('1.4 billion');
    expect(words).toContain('2.4 billion');
  });

  test('has no stray stop where its quotes are told', () => {
    expect(words).toMatch(/these words read “[^”]+”; 3: /u);
    expect(words).not.toContain('.;');
  });

  test('says how it was compared', () => {
    expect(words).toContain(
      'Positions and events are compared by their own days; cards and outcomes have no day and are left out.'
    );
  });
});

test('the kind of a change alone is bold, with a colon; a stance is known as one', () => {
  const edition = { ...fullEdition, template: 'changes' as const };
  const [chapter] = documentOf({ title: null, parts: [sample], edition }).chapters;
  const rows = chapter!.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const words = rows
    .flat()
    .flatMap((cell) => cell.runs.filter((run): run is WordsRun => 'text' in run));
  const labels = words.filter(({ text, bold }) => bold && !/^\d/.test(text));
  expect(new Set(labels.map(({ text }) => text))).toEqual(new Set(['Reversed: ', 'New: ']));
  expect(words.find(({ stance }) => stance === 'opposes')?.text).toBe('− Opposes');
});
