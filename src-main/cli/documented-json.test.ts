/** What `--json` prints, against strict schemas, and these against the fields that docs/json.md names. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from '../domain/base/zod.js';
import { AcrossPosition } from '../domain/ledger/across-briefings.js';
import {
  Card,
  Event,
  Figure,
  LikelihoodScale,
  Outcome,
  Position
} from '../domain/briefing/entries.js';
import { Corroboration } from '../domain/ledger/corroboration.js';
import type { Comparison } from '../domain/compare/comparison.js';
import { Id, PartialDate } from '../domain/base/values.js';
import { changeKinds } from '../domain/ledger/ledger-changes.js';
import { findingPlaces, lintRules, type LintRule } from '../domain/lint/finding.js';
import {
  ReportedEntry,
  ReportedPosition,
  type PositionReport
} from '../domain/ledger/position-report.js';
import { Source } from '../domain/briefing/source.js';
import { CameIn } from '../domain/news/came-in.js';
import { OpenPoint } from '../domain/contradictions/report-open-points.js';
import { ReportedSource } from '../domain/sources/source-report.js';
import { AddedFile } from './sources.js';
import { TeamInvitation, TeamPerson, TeamState } from '../domain/program/team-state.js';
import { Version } from '../domain/briefing/version.js';
import { type Desk, finished, openDesk } from './testing/desk.js';

const pieces = z.array(
  z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
);
const kind = z.enum(['added', 'removed', 'changed']);
const entries = <T extends z.ZodType>(entry: T) =>
  z.array(z.strictObject({ kind, before: entry.nullable(), after: entry.nullable() }));
const side = z.strictObject({
  id: Id,
  title: z.string(),
  day: PartialDate.nullable(),
  writtenBy: PartialDate.nullable(),
  version: Version.nullable(),
  likelihoodScale: LikelihoodScale
});
const cell = { actor: Id, issue: Id, actorName: z.string(), issueWording: z.string() };

const comparison = z.strictObject({
  before: side,
  after: side,
  title: pieces.nullable(),
  bottomLine: pieces.nullable(),
  pageOne: z.array(z.strictObject({ name: z.string(), words: pieces })),
  cards: z.array(
    z.strictObject({
      kind,
      before: Card.nullable(),
      after: Card.nullable(),
      moved: z.boolean(),
      heading: pieces,
      body: pieces
    })
  ),
  positions: z.array(
    z.strictObject({
      kind: z.enum(changeKinds),
      ...cell,
      before: Position.nullable(),
      after: Position.nullable()
    })
  ),
  evidence: z.array(
    z.strictObject({ ...cell, added: z.array(z.string()), removed: z.array(z.string()) })
  ),
  figures: entries(Figure),
  events: entries(Event),
  outcomes: entries(Outcome),
  sources: entries(Source)
}) satisfies z.ZodType<Comparison>;

const briefing = z.strictObject({ id: Id, title: z.string() });
const actor = z.strictObject({ id: Id, name: z.string() });
const issue = z.strictObject({ id: Id, wording: z.string() });
const report = z.strictObject({
  briefing,
  asOf: PartialDate.nullable(),
  positions: z.array(ReportedPosition),
  conflicts: z.array(z.strictObject({ actor, issue, entries: z.array(ReportedEntry) })),
  gaps: z.array(z.strictObject({ actor, issue })),
  commonGround: z.array(
    z.strictObject({
      issue,
      actors: z.array(actor),
      conditions: z.array(z.strictObject({ actor, condition: z.string() }))
    })
  )
}) satisfies z.ZodType<PositionReport>;

const finding = z.strictObject({
  rule: z.enum(Object.keys(lintRules) as [LintRule, ...LintRule[]]),
  title: z.string(),
  standard: z.string(),
  in: z.enum(findingPlaces),
  about: Id,
  words: z.string(),
  message: z.string()
});
const findings = z.strictObject({ briefing, findings: z.array(finding) });

let desk: Desk;
let first = '';
let second = '';

beforeAll(async () => {
  desk = await openDesk();
  [first = ''] = await desk.imported(finished);
  // The same under other ids and in other words, so that every list of the comparison has entries.
  const bundle = JSON.parse(readFileSync(finished, 'utf8')) as {
    briefing: Record<string, Record<string, unknown>[]>;
  };
  const { briefing: other } = bundle;
  const [outcome, ...outcomes] = other['outcomes']!;
  const [figure, ...figures] = other['figures']!;
  const [event, ...events] = other['events']!;
  const positions = other['positions']!.map((each, place) =>
    place === 1 ? { ...each, evidence: [] } : each
  );
  Object.assign(other, {
    title: 'Another title',
    bottomLine: 'Another bottom line.',
    marking: 'Internal',
    cards: other['cards']!.slice(1),
    outcomes: [{ ...outcome, likelihood: 'remote' }, ...outcomes],
    figures: [{ ...figure, value: 7, wording: '7' }, ...figures],
    events: [{ ...event, date: '2013' }, ...events],
    positions: positions.slice(0, -3),
    sources: other['sources']!.map((source) => ({ ...source, reliability: 'F' }))
  });
  writeFileSync(join(desk.place, 'other.json'), JSON.stringify(bundle));
  [second = ''] = await desk.imported('other.json');
});
afterAll(() => desk.clear());

async function jsonOf(...argv: readonly string[]): Promise<unknown> {
  const { code, out, err } = await desk.standpoint(...argv, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('real output fits its schema', () => {
  test('compare, with something in every list', async () => {
    const told = comparison.parse(await jsonOf('compare', first, second));
    const filled = Object.entries(told).filter(([, value]) => Array.isArray(value) && value.length);
    expect(filled.map(([name]) => name)).toEqual(
      Object.keys(comparison.shape).filter((name) => name !== 'before' && name !== 'after')
    );
    comparison.parse(await jsonOf('compare', first, '--from', '2025-08-14'));
    comparison.parse(await jsonOf('compare', first, second, '--until', '2025-08-15'));
  });

  test('show --positions', async () => {
    const told = report.parse(await jsonOf('show', first, '--positions', '--as-of', '2025-08-15'));
    expect(told.positions.length).toBeGreaterThan(0);
  });

  test('add and sources', async () => {
    writeFileSync(join(desk.place, 'note.txt'), 'A note on something else.\n');
    const { out } = await desk.standpoint('add', second, 'note.txt', '--json');
    expect(z.array(AddedFile).parse(JSON.parse(out))).toHaveLength(1);
    const told = z.array(ReportedSource).parse(await jsonOf('sources', second));
    expect(told).toHaveLength(5);
  });

  test('new, with something in every list but perhaps statements, and since a day to come nothing', async () => {
    const told = CameIn.parse(await jsonOf('new', first, '--since', '2000'));
    const empty = Object.entries(told).filter(([, list]) => list.length === 0);
    expect(empty.map(([name]) => name).filter((name) => name !== 'statements')).toEqual([]);
    const later = CameIn.parse(await jsonOf('new', first, '--since', '9999'));
    expect(Object.values(later).flat()).toEqual([]);
    CameIn.parse(await jsonOf('new', first));
  });

  test('open-points', async () => {
    z.array(OpenPoint).parse(await jsonOf('open-points', first));
  });

  test('lint', async () => {
    const told = findings.parse(await jsonOf('lint', first));
    expect(told.findings.length).toBeGreaterThan(0);
  });

  test('positions and versions', async () => {
    const told = await jsonOf('positions', '--actor', 'Ukraine');
    expect(z.array(AcrossPosition).parse(told).length).toBeGreaterThan(0);
    z.array(Version).parse(await jsonOf('versions', first));
  });
});

describe('docs/json.md names every field', () => {
  const sections = readFileSync(join(import.meta.dirname, '../../docs/json.md'), 'utf8').split(
    /^## /m
  );
  /** Every word in code font of the section that tells of the command. */
  const namesIn = (command: string) => {
    const section = sections.find((each) => each.startsWith(`\`${command}`)) ?? '';
    return new Set([...section.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code!.split(/\W+/)));
  };
  const keys = (...schemas: readonly z.ZodObject[]) =>
    schemas.flatMap((schema) => Object.keys(schema.shape));

  test.each([
    [
      'compare',
      keys(comparison, side, comparison.shape.cards.element, comparison.shape.positions.element)
    ],
    ['compare', keys(comparison.shape.evidence.element)],
    ['show', keys(report, report.shape.conflicts.element, report.shape.commonGround.element)],
    ['show', keys(ReportedPosition.unwrap(), ReportedEntry.unwrap(), Corroboration.unwrap())],
    ['lint', [...keys(findings, finding), ...Object.keys(lintRules).flatMap((r) => r.split('-'))]],
    ['sources', [...keys(ReportedSource.unwrap())]],
    ['add', keys(AddedFile)],
    [
      'new',
      [
        ...keys(CameIn.unwrap()),
        ...Object.values(CameIn.unwrap().shape).flatMap((list) => keys(list.unwrap().element))
      ]
    ],
    ['open-points', keys(OpenPoint.unwrap(), OpenPoint.unwrap().shape.one.unwrap())],
    ['versions', keys(Version.unwrap())],
    ['team', keys(TeamState, TeamPerson, TeamInvitation)]
  ])('%s', (command, fields) => {
    const named = namesIn(command);
    expect(fields.filter((field) => !named.has(field))).toEqual([]);
  });
});
