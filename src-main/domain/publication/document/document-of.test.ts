/**
 * The one tree of a document: what stands in it, in which order, under which numbers and in which words.
 * Over 300 lines because each part of the tree is looked at in the same documents.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeArabicBundle } from '../../../publish/testing/arabic.js';
import { makeBundle } from '../../../publish/testing/bundle.js';
import { Bundle } from '../../briefing/bundle.js';
import { newId } from '../../base/values.js';
import { newActor, newCard, newIssue, newKeyJudgement } from '../../briefing/entries.js';
import { entry } from '../../ledger/testing/ledger.js';
import { en } from '../../terms/printed/en.js';
import type { DocumentJob } from '../document-job.js';
import { type Edition, fullEdition } from '../edition.js';
import { newerSign } from '../matrix-in-words.js';
import type { Block, TableBlock, WordsRun } from './blocks.js';
import { documentOf } from './document-of.js';
import type { DocumentChapter } from './document.js';
import { numberIn, runsOfBlocks, simplified } from './simple.js';
import { wordsOfRuns } from './written.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../../../resources/samples/alaska-summit.json'),
      'utf8'
    )
  )
);
/** Handed up, with a judgement. */
const submitted: Bundle = {
  ...sample,
  briefing: {
    ...sample.briefing,
    submission: {
      ...sample.briefing.submission,
      to: 'The Minister',
      decideBy: '2025-08-18',
      recommendation: 'agree to ask;\nnote the rest.',
      options: ['Wait.']
    },
    keyJudgements: [newKeyJudgement(sample.briefing.outcomes[0]!.id)]
  }
};

const jobOf = (part: Bundle, edition: Partial<Edition> = {}, title: string | null = null) =>
  ({ title, parts: [part], edition: { ...fullEdition, ...edition } }) satisfies DocumentJob;
const chapterOf = (part: Bundle, edition: Partial<Edition> = {}) =>
  documentOf(jobOf(part, edition)).chapters[0]!;
const blocksOf = ({ opening, sections, notes }: DocumentChapter): readonly Block[] => [
  ...[...opening, ...sections].flatMap(({ blocks }) => blocks),
  ...notes.flatMap(({ blocks }) => blocks)
];
const tablesOf = (chapter: DocumentChapter, role: TableBlock['role']) =>
  blocksOf(chapter).filter(
    (block): block is TableBlock => block.kind === 'table' && block.role === role
  );
const wordsRuns = (blocks: readonly Block[]): readonly WordsRun[] =>
  [...runsOfBlocks(blocks)].flat().filter((run): run is WordsRun => 'text' in run);

/** Fourteen actors on ten issues. */
function withMap(): Bundle {
  const made = makeBundle(1);
  const actors = Array.from({ length: 14 }, (_, index) => newActor(`Actor ${index}`, 'state'));
  const issues = Array.from({ length: 10 }, (_, index) => newIssue(`Issue ${index}`));
  const positions = actors.flatMap(({ id: actor }, row) =>
    issues.map(({ id: issue }, column) => entry(row * 10 + column, { actor, issue }))
  );
  return { ...made, briefing: { ...made.briefing, actors, issues, positions } };
}

const documents: readonly (readonly [string, DocumentJob])[] = [
  ['a submission', jobOf(submitted)],
  ['a briefing with changes', jobOf(sample, { since: '2025-08-14' })],
  ['a brief', jobOf(submitted, { template: 'brief', profile: 'audience' })],
  ['who stands where', jobOf(submitted, { template: 'positions' })],
  ['changes', jobOf(sample, { template: 'changes', since: '2025-08-14' })],
  ['a map', jobOf(withMap())],
  ['an Arabic submission', jobOf(makeArabicBundle())],
  ['a book', { ...jobOf(sample, {}, 'Both'), parts: [sample, makeArabicBundle()] }],
  ['a sheet', { ...jobOf(sample), isSheet: true }]
];

describe.each(documents)('%s', (_what, job) => {
  const tree = documentOf(job);

  test('is the same each time, and plain data', () => {
    expect(documentOf(job)).toEqual(tree);
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });

  test('has one place a name, and all that leads somewhere finds it there', () => {
    const anchors = tree.chapters.flatMap((chapter) => {
      const cells = blocksOf(chapter).flatMap((block) =>
        block.kind === 'table' ? block.rows.flat().flatMap(({ anchor }) => anchor ?? []) : []
      );
      return [...chapter.sections.map(({ anchor }) => anchor), ...cells].map(
        (anchor) => chapter.prefix + anchor
      );
    });
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const chapter of tree.chapters) {
      const runs = wordsRuns(blocksOf(chapter));
      for (const to of [
        ...runs.flatMap((run) => run.to ?? []),
        ...chapter.notes.flatMap(({ claims }) => claims.map((claim) => claim.to))
      ])
        expect(anchors).toContain(chapter.prefix + to);
      const numbers = chapter.notes.map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
      const cited = runs.flatMap((run) => [
        ...(run.notes ?? []),
        ...(run.ends ?? []).flatMap(({ number }) => number ?? [])
      ]);
      for (const number of cited) expect(numbers).toContain(number);
    }
  });

  test('loses no words where nothing is drawn', () => {
    const simple = JSON.stringify(simplified(tree));
    const drawn =
      /"kind":"(?:ask|deadline|signature|judgements|map|timeline|source|speech|point)"/u;
    expect(simple).not.toMatch(drawn);
    for (const run of wordsRuns(tree.chapters.flatMap(blocksOf)))
      expect(simple).toContain(JSON.stringify(run.text).slice(1, -1));
  });
});

test('page one of a submission is what is asked before what is known', () => {
  const { kicker, facts, opening, sections } = chapterOf(submitted);
  expect(kicker).toBe('Submission for decision · Ukraine · Russia · negotiations');
  expect(facts).toEqual(['17 August 2025', 'Moderate confidence']);
  expect(opening.map(({ role }) => role)).toEqual([
    ...['address', 'asks', 'bottom-line', 'judgements', 'options', 'sources']
  ]);
  const [address, asks] = opening;
  expect(address?.blocks).toMatchObject([
    { kind: 'labelled', label: 'To:', runs: [{ text: 'The Minister' }] },
    { kind: 'deadline', label: 'Decide by', day: '18 August 2025' }
  ]);
  expect(asks?.blocks).toMatchObject([
    { kind: 'ask', letter: 'a', boxes: ['Agree', 'Discuss', 'No'] },
    { kind: 'ask', letter: 'b', boxes: ['Noted'] },
    { kind: 'signature', labels: ['Signed', 'Date'] }
  ]);
  expect(sections[0]).toMatchObject({ role: 'card', kicker: 'Summary' });
  expect(sections.slice(-2).map(({ role }) => role)).toEqual(['sources', 'notes']);
});

test('a briefing without a date tells when it was last changed', () => {
  const undated = { ...sample, briefing: { ...sample.briefing, date: null } };
  expect(chapterOf(undated).facts[0]).toBe('Last changed 17 August 2025');
});

describe('sources', () => {
  const ungraded = { reliability: 'F', credibility: '6' } as const;
  const source = { ...sample.briefing.sources[0]!, ...ungraded, title: 'Talks' };
  const told = (sources: Bundle['briefing']['sources'], edition: Partial<Edition> = {}) =>
    JSON.stringify(
      simplified(
        documentOf(jobOf({ ...sample, briefing: { ...sample.briefing, sources } }, edition))
      )
    );

  test('that nobody graded are told without a grade, in the list as beside quotes', () => {
    const words = told(sample.briefing.sources.map((each) => ({ ...each, ...ungraded })));
    expect(words).toContain('not graded');
    expect(words).not.toMatch(/F6|cannot be judged|grade [A-F]/u);
    expect(told([{ ...source, reliability: 'B' as const }])).toMatch(/B6.*truth cannot be judged/u);
  });

  test('below a brief are named once, with publisher and day', () => {
    const versions = ['2025-03-03', '2025-03-04'].map((published) => ({
      ...{ ...source, id: newId(), publisher: 'The Daily', published }
    }));
    const other = { ...source, id: newId(), title: 'Rain', publisher: '', published: null };
    const known = { ...other, id: newId(), title: 'Snow', reliability: 'B' as const };
    expect(told([...versions, other, known], { template: 'brief', profile: 'audience' })).toContain(
      'From Talks (The Daily, 3 March 2025; The Daily, 4 March 2025); Rain; Snow (grade B6).'
    );
  });
});

test('a brief is its opening alone, with its positions in short', () => {
  const chapter = chapterOf(submitted, { template: 'brief', profile: 'audience' });
  expect(chapter.sections).toEqual([]);
  const roles = chapter.opening.map(({ role }) => role);
  expect(roles).toEqual(expect.arrayContaining(['asks', 'bottom-line', 'points', 'positions']));
  const [matrix] = tablesOf(chapter, 'matrix');
  expect(matrix?.rows[0]?.slice(1).map(({ runs }) => wordsOfRuns(runs))).toEqual([
    ...['−', '·', '−', '+°', '·', '·']
  ]);
  expect(JSON.stringify(chapter.opening)).toContain(
    '"°","bold":true},{"text":" reported 16 August'
  );
});

test('a cell of the matrix tells what was reported apart from what was said', () => {
  const [matrix] = tablesOf(chapterOf(sample), 'matrix');
  const told = JSON.stringify(matrix?.rows[0]);
  expect(told).toMatch(/"from 15 Aug 2025".*"16 Aug 2025".*"reported 16 Aug 2025"/u);
});

test.each([
  ['a brief in words', sample, 'brief'],
  ['positions in words', sample, 'positions'],
  ['a brief with a map', withMap(), 'brief'],
  ['a map', withMap(), 'full']
] as const)(
  '%s draws a contested cell as no side, and says what it is',
  (_what, part, template) => {
    const { positions } = part.briefing;
    const first = positions.find(
      ({ id }) => !positions.some((each) => each.supersedes.includes(id))
    )!;
    const stance = first.stance === 'opposes' ? 'supports' : 'opposes';
    const other = { ...first, id: newId(), stance, contested: [first.id] } as const;
    const matrixIn = (briefing: Bundle['briefing']) => {
      const { chapters } = simplified(documentOf(jobOf({ ...part, briefing }, { template })));
      const { opening, sections } = chapters[0]!;
      const blocks = [...opening, ...sections].flatMap((each) => each.blocks);
      const table = blocks.find((block) => block.kind === 'table' && block.role === 'matrix');
      if (table?.kind !== 'table') throw new Error('No matrix');
      return { cells: table.rows.flat(), words: JSON.stringify(blocks) };
    };
    const { cells, words } = matrixIn({ ...part.briefing, positions: [...positions, other] });
    const several = cells.filter(({ look }) => look === 'several');
    expect(several.map(({ runs: [sign] }) => sign)).toMatchObject([{ text: '≠' }]);
    expect(words).toMatch(/contested: (?:opposes, supports|supports, opposes)/iu);
    if (template !== 'positions') expect(words).toContain('contested: several positions in force');
    const without = matrixIn(part.briefing);
    expect(without.cells.some(({ look }) => look === 'several')).toBe(false);
    expect(without.words).not.toMatch(/≠|several positions/u);
  }
);

test('a page of changes tells quotes whole, and has no notes', () => {
  const chapter = chapterOf(sample, { template: 'changes', since: '2025-08-14' });
  expect(chapter.kicker).toMatch(/^Changes since 14 August 2025/u);
  expect([chapter.opening, chapter.notes]).toEqual([[], []]);
  expect(chapter.sections.map(({ role }) => role)).toEqual(['changes']);
  const [table] = tablesOf(chapter, 'changes');
  expect(table?.rows[0]).toMatchObject([{ columns: 3, isHead: true }]);
  expect(wordsRuns([table!]).some(({ notes }) => notes)).toBe(false);
});

test('many positions are a map of signs, with what the signs leave out below', () => {
  const section = chapterOf(withMap()).sections.find(({ role }) => role === 'positions');
  expect(section?.blocks).toHaveLength(1);
  const [map] = section?.blocks ?? [];
  expect(map).toMatchObject({ kind: 'map', heads: { actor: 'Actor' } });
  if (map?.kind !== 'map') throw new Error('No map');
  const [table] = map.tables;
  expect(table?.issues.map(({ number }) => number)).toEqual([
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']
  ]);
  expect(table?.groups.flatMap(({ rows }) => rows)).toHaveLength(14);
});

test('a ledger entry without a quote says so, and one with quotes has their numbers', () => {
  const [first, ...others] = sample.briefing.positions;
  const positions = [{ ...first!, evidence: [] }, ...others];
  const chapter = chapterOf({ ...sample, briefing: { ...sample.briefing, positions } });
  const stances = tablesOf(chapter, 'ledger').flatMap(({ rows }) => rows.map((row) => row[1]!));
  const without = stances.filter(({ runs }) => wordsOfRuns(runs).endsWith(`(${en.noQuote})`));
  expect(without).toHaveLength(1);
  for (const { runs } of stances)
    if (runs !== without[0]?.runs)
      expect(wordsRuns([{ kind: 'code', runs }])[0]?.notes).not.toEqual([]);
});

test('the outlook of a brief says “no quote” of an outcome without one, and of no other', () => {
  const { annotations, outcomes } = sample.briefing;
  const [one, other] = outcomes.map((outcome, index) => ({
    ...outcome,
    // Footnotes are not printed in a brief: what counts is whether there is any quote.
    evidence: index === 0 ? [annotations[0]!.id] : []
  }));
  const briefing = { ...sample.briefing, outcomes: [one!, other!], keyJudgements: [] };
  const { opening } = chapterOf({ ...sample, briefing }, { template: 'brief' });
  const outlook = opening.find(({ role }) => role === 'outlook')?.blocks ?? [];
  const told = outlook.flatMap((block) =>
    block.kind === 'judgements' ? block.entries.map(({ runs }) => wordsOfRuns(runs)) : []
  );
  expect(told.map((words) => words.includes(`(${en.noQuote})`)).sort()).toEqual([false, true]);
  expect(told.find((words) => words.includes(en.noQuote))).toContain(other!.statement.slice(0, -1));
});

test('a brief tells on what a conditional position depends, by the letter in its cell', () => {
  const { condition } = sample.briefing.positions.find(({ stance }) => stance === 'conditional')!;
  const positions = chapterOf(sample, { template: 'brief' }).opening.find(
    ({ role }) => role === 'positions'
  );
  const [table, told] = positions!.blocks;
  if (table?.kind !== 'table' || told?.kind !== 'paragraph') throw new Error('Other blocks');
  const raised = table.rows
    .flat()
    .flatMap(({ runs }) => runs)
    .flatMap((run) => ('raised' in run && run.raised ? [run.text] : []));
  expect(raised).toEqual(['a', 'b', 'c']);
  expect(wordsOfRuns(told.runs)).toContain(condition);
  expect(wordsOfRuns(told.runs)).toMatch(/Conditions: a .+\sb .+\sc /u);
});

test('a cell whose words a newer version of the source has otherwise says so', () => {
  const position = sample.briefing.positions.findLast(({ evidence }) => evidence.length > 0)!;
  const quote = sample.briefing.annotations.find(({ id }) => id === position.evidence[0])!;
  const source = sample.briefing.sources.find(({ id }) => id === quote.target.id)!;
  const text = '0'.repeat(64);
  const words = quote.target.selectors.quote.exact;
  const texts = {
    ...sample.texts,
    [text]: sample.texts[source.text]!.replace(words, words.replace(/\S+$/u, 'otherwise'))
  };
  const sources = [
    ...sample.briefing.sources,
    { ...source, id: newId(), text, updates: source.id }
  ];
  const cellsThatSaySo = (part: Bundle) =>
    tablesOf(chapterOf(part), 'matrix')
      .flatMap(({ rows }) => rows.flat())
      .filter(({ lines = [] }) => lines.map(wordsOfRuns).includes(en.newerVersion.changed));
  expect(cellsThatSaySo(sample)).toEqual([]);
  const updated = { ...sample, texts, briefing: { ...sample.briefing, sources } };
  expect(cellsThatSaySo(updated).map(({ look }) => look)).toContain(position.stance);
  const signsOf = (part: Bundle) =>
    JSON.stringify(tablesOf(chapterOf(part, { template: 'brief' }), 'matrix'));
  expect(signsOf(sample)).not.toContain(newerSign);
  expect(signsOf(updated)).toContain(newerSign);
});

test('a note tells whether a claim rests on it, and which', () => {
  const { notes } = chapterOf(sample);
  expect(notes[0]).toMatchObject({ isCited: false, isMarked: true, claims: [] });
  const cited = notes.find(({ claims }) => claims.length > 0);
  expect(cited).toMatchObject({ isCited: true });
  expect(cited?.claims[0]).toMatchObject({
    before: 'Evidence for ',
    words: expect.stringMatching(/: (?:supports|opposes|is|conditional|unclear)/u) as string,
    to: expect.stringMatching(/^claim-\d+$/u) as string
  });
});

test('what is drawn of a timeline is told in words only where nothing else tells it', () => {
  const changesOf = (part: Partial<Bundle['briefing']>) =>
    blocksOf(chapterOf({ ...sample, briefing: { ...sample.briefing, ...part } })).flatMap(
      (block) => (block.kind === 'timeline' ? block.changes : [])
    );
  expect(changesOf({ timelineTitle: 'One moved' })).toEqual([]);
  expect(changesOf({ timelineTitle: '', events: [] })).toEqual([]);
  expect(changesOf({ timelineTitle: 'One moved', events: [] })).not.toEqual([]);
});

test('an Arabic document runs from the right, with its own digits, and says what runs otherwise', () => {
  const chapter = chapterOf(makeArabicBundle());
  expect([chapter.direction, chapter.language]).toEqual(['rtl', 'ar']);
  expect(numberIn(chapter.words, 2025)).toBe('٢٠٢٥');
  const [ledger] = tablesOf(chapter, 'ledger');
  expect(ledger?.rows[0]?.[2]).toMatchObject({
    direction: 'ltr',
    runs: [{ text: 'Rejects the offer.' }]
  });
});

test('each chapter of a book has a prefix, and the words and digits of its own language', () => {
  const { titlePage, chapters, words } = documentOf({
    ...jobOf(sample, { preparedBy: 'Ada Byron' }, 'Both'),
    parts: [sample, makeArabicBundle()]
  });
  expect(titlePage).toMatchObject({ kicker: 'Book of briefings', title: 'Both' });
  expect(titlePage?.facts).toContain('Prepared by Ada Byron');
  expect(chapters.map(({ prefix }) => prefix)).toEqual(['b1-', 'b2-']);
  expect(chapters.map((chapter) => numberIn(chapter.words, 10))).toEqual(['10', '١٠']);
  expect([words.page, words.digits]).toEqual([
    { before: 'Page ', between: ' of ', after: '' },
    '0123456789'
  ]);
});

test('a sheet is its title and what its cards say', () => {
  const briefing = { ...sample.briefing, cards: [newCard('note', { body: 'Keep **this**.' })] };
  const tree = documentOf({ ...jobOf({ ...sample, briefing }), isSheet: true });
  expect(tree).toMatchObject({ isSheet: true, titlePage: null, title: sample.briefing.title });
  expect(tree.chapters[0]).toMatchObject({ kicker: '', facts: [], opening: [], notes: [] });
  expect(tree.chapters[0]?.sections.map(({ heading, blocks }) => [heading, blocks.length])).toEqual(
    [['', 1]]
  );
});
