/** A quotation on the brief is signed by whom the text around it names, else by whose position it is. */
import { describe, expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { type Actor, newActor, newIssue } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { newId } from '../base/values.js';
import { entry } from '../ledger/testing/ledger.js';
import { composePublication } from './publication.js';
import type { DocumentPart } from './document-job.js';
import { fullEdition } from './edition.js';
import { applyProfile } from './profile.js';
import { speakerOfQuote, speakersOfQuotes } from './speaker-of-quote.js';

const actors = [
  newActor('Ana Sorel', 'person'),
  newActor('Tom Brand', 'person'),
  newActor('Fishing Association', 'organisation')
];

/** The quotation stands between braces. */
function signed(marked: string, entered: Actor | null = null) {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  const text = marked.replace(/[{}]/gu, '');
  return speakerOfQuote(text, { start, end }, actors, entered)?.name ?? 'nobody';
}

describe('who speaks by the words around a quotation', () => {
  test.each([
    ['{"We oppose any rise,"} said Ana Sorel, chair of the Fishing Association.', 'Ana Sorel'],
    ['{“We oppose any rise,”} said Fishing Association chair Ana Sorel.', 'Ana Sorel'],
    ['{“We oppose any rise,”} said the Fishing Association on Friday.', 'Fishing Association'],
    ['Ana Sorel told reporters: {“We oppose any rise.”} Tom Brand said no.', 'Ana Sorel'],
    ['Ana Sorel (Fishing Association): {“We oppose any rise.”}', 'Ana Sorel'],
    ['Mr Brand said on Friday:\n{"We oppose any rise."}', 'Tom Brand'],
    ['“No,” said Ana Sorel. {“We oppose any rise.”}', 'Ana Sorel'],
    ['Ana Sorel was angry. {“We oppose any rise,”} she said.', 'Ana Sorel'],
    ['According to Tom Brand, {“we oppose any rise”}.', 'Tom Brand'],
    ['« Non », dit Tom Brand. {« Nous refusons la hausse »}, a dit Ana Sorel.', 'Ana Sorel']
  ])('%s is said by %s', (marked, told) => {
    expect(signed(marked)).toBe(told);
  });

  test.each([
    ['{“We oppose any rise,”} said Bob Ray of the Fishing Association.', 'nobody'],
    ['{“We oppose any rise,”} said Fishing Association members.', 'nobody'],
    ['{“We oppose any rise,”} Bruce Brand said.', 'nobody'],
    ['{“We oppose any rise,”} Tom Brand’s office said.', 'nobody'],
    ['{“We oppose any rise,”} said Bob Ray.', 'nobody'],
    ['Ana Sorel met Tom Brand. {“We oppose any rise,”} he said.', 'nobody'],
    ['Ana Sorel met Bob Ray. {“We oppose any rise,”} she said.', 'nobody'],
    ['After her talks with Tom Brand she said: {“We oppose any rise.”}', 'nobody'],
    ['{“We oppose any rise,”} Ana Sorel and Tom Brand said.', 'nobody'],
    ['{“We oppose any rise.”} Tom Brand said he was glad.', 'nobody'],
    ['{“We oppose any rise.”}\nTom Brand said he was glad.', 'nobody']
  ])('%s is said by %s', (marked, told) => {
    expect(signed(marked)).toBe(told);
  });

  test.each([
    ['Tom Brand was blunt about it: {“We oppose any rise.”}', 'Tom Brand'],
    ['After his talks with Ana Sorel he said: {“We oppose any rise.”}', 'Tom Brand'],
    ['{“We oppose any rise,”} he said.', 'Tom Brand'],
    ['{“We oppose any rise”} is how Tom Brand put it.', 'Tom Brand'],
    ['{“We oppose any rise.”}', 'Tom Brand'],
    ['{“We oppose any rise,”} said Ana Sorel.', 'Ana Sorel'],
    ['{“We oppose any rise,”} said Bob Ray.', 'nobody'],
    ['{“We oppose any rise,”} Tom Brand’s office said.', 'nobody'],
    ['Ana Sorel was blunt about it: {“We oppose any rise.”}', 'nobody']
  ])('%s, which an entry gives to Tom Brand, is said by %s', (marked, told) => {
    expect(signed(marked, actors[1])).toBe(told);
  });
});

test('the name is found in the text of the source, also where readers do not get the text', () => {
  const text = '"We oppose any rise before the spring season," said Ana Sorel, the chair.';
  const hash = 'a'.repeat(64);
  const source = newSource({ text: hash, importedAt: '2026-11-20T09:00:00Z' });
  const exact = text.slice(0, text.indexOf(' said'));
  const selectors = {
    quote: { exact, prefix: '', suffix: '' },
    position: { start: 0, end: exact.length }
  };
  const target = { type: 'source' as const, id: source.id, selectors };
  const said = newAnnotation(target, '2026-11-20T09:00:00Z');
  const issue = newIssue('Harbour dues');
  const briefing = {
    ...emptyBriefing('Harbour'),
    sources: [source],
    actors,
    issues: [issue],
    annotations: [said],
    positions: [
      entry(0, { id: newId(), actor: actors[1]!.id, issue: issue.id, evidence: [said.id] })
    ]
  };
  const edition = { ...fullEdition, template: 'brief' as const };
  const part = { briefing, texts: { [hash]: text } };
  const copies: readonly DocumentPart[] = [part, applyProfile(part, 'audience')];
  const signatures = copies.map((copy) => {
    const { briefing, texts } = copy;
    const { brief } = composePublication(briefing, texts, edition, undefined, copy);
    return brief?.quotes[0]?.signature;
  });
  expect(signatures).toEqual(['Ana Sorel', 'Ana Sorel']);
});

test('only texts that a quotation in evidence stands in are read, each once', () => {
  const names = ['a', 'b', 'c'];
  const sources = names.map((name) =>
    newSource({ text: name.repeat(64), importedAt: '2026-11-20T09:00:00Z' })
  );
  const marked = (exact: string, source: (typeof sources)[number]) => {
    const selectors = { quote: { exact, prefix: '', suffix: '' }, position: null };
    return newAnnotation({ type: 'source', id: source.id, selectors }, '2026-11-20T09:00:00Z');
  };
  const annotations = [
    marked('“We oppose any rise.”', sources[0]!),
    marked('“We oppose any levy.”', sources[0]!),
    marked('opposes any rise', sources[1]!),
    marked('“We wait for the spring.”', sources[2]!)
  ];
  const positions = annotations
    .slice(0, 3)
    .map(({ id }, index) => entry(index, { actor: actors[1]!.id, evidence: [id] }));
  const read: string[] = [];
  const texts = new Proxy<Record<string, string>>(
    {},
    { get: (_texts, hash) => (read.push(String(hash).slice(0, 1)), 'It rained.') }
  );
  speakersOfQuotes({ annotations, sources, positions, actors }, texts);
  expect(read).toEqual(['a']);
});
