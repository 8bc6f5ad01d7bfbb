/** Briefings that hold what the sample has not: contradictions, words without a stance, copies of one report. */
import { createHash } from 'node:crypto';
import { type Annotation, newAnnotation } from '../../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../../src-main/domain/briefing/briefing.js';
import { bundleSchema } from '../../src-main/domain/briefing/bundle.js';
import { newActor, newFigure, newIssue } from '../../src-main/domain/briefing/entries.js';
import { newSource, type Source } from '../../src-main/domain/briefing/source.js';
import { entry } from '../../src-main/domain/ledger/testing/ledger.js';
import type { TextFile } from '../window.js';

const moment = '2025-08-20T09:00:00Z';

/** Sources of these texts by title, the first of 11 August unless told, and a way to mark words in each as evidence. */
export function withTexts(
  named: Readonly<Record<string, string>>,
  factsOf = (index: number): Partial<Source> => ({ published: `2025-08-1${index + 1}` })
) {
  const texts = Object.values(named);
  const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'));
  const sources = Object.keys(named).map((title, i) =>
    newSource({ title, text: hashes[i]!, importedAt: moment, ...factsOf(i) })
  );
  const annotations: Annotation[] = [];
  const mark = (source: number, exact: string) => {
    const start = texts[source]!.indexOf(exact);
    if (start < 0) throw new Error(`The text does not hold “${exact}”`);
    const selectors = {
      quote: { exact, prefix: '', suffix: '' },
      position: { start, end: start + exact.length }
    };
    const target = { type: 'source' as const, id: sources[source]!.id, selectors };
    annotations.push(newAnnotation(target, moment, { kind: 'claim' }));
    return [annotations.at(-1)!.id];
  };
  const byHash = Object.fromEntries(hashes.map((hash, i) => [hash, texts[i]!]));
  return { sources, annotations, byHash, mark };
}

/** Two sources that contradict one another in four ways, one of each kind, and a statement without a stance. */
export function crossing(): TextFile {
  const { sources, annotations, byHash, mark } = withTexts({
    'Monday report':
      'The mayor told the council: “We will build the tunnel before the winter comes.” She said that she backs the toll. Some 4,200 drivers cross the bridge every day. The harbour master denied that he wants a ferry.',
    'Friday report':
      'The mayor said: “We must build the tunnel before the winter comes.” The toll is off the table. About 5,100 drivers cross the bridge every day. The harbour master wants a ferry, his deputy told the paper.'
  });
  const [mayor, harbour] = [
    newActor('The mayor', 'person'),
    newActor('The harbour master', 'person')
  ];
  const clerk = newActor('The clerk', 'person');
  const toll = newIssue('Should there be a toll?');
  const tunnel = newIssue('The tunnel?');
  const ferry = newIssue('A ferry?');
  const monday = { said: '2025-08-11' };
  const friday = { said: '2025-08-15' };
  const onToll = { actor: mayor.id, issue: toll.id };
  const onTunnel = { actor: mayor.id, issue: tunnel.id };
  const onFerry = { actor: harbour.id, issue: ferry.id, statement: 'He wants a ferry.' };
  const drivers = { measures: 'drivers who cross the bridge in a day', unit: 'drivers' };
  const quote = (verb: string) => `“We ${verb} build the tunnel before the winter comes.”`;
  const briefing = {
    ...emptyBriefing('The crossing'),
    sources,
    annotations,
    actors: [mayor, harbour, clerk],
    issues: [toll, tunnel, ferry],
    positions: [
      entry(1, {
        ...onToll,
        ...monday,
        stance: 'supports',
        evidence: mark(0, 'she backs the toll')
      }),
      entry(2, { ...onToll, ...friday, stance: 'opposes', evidence: mark(1, 'off the table') }),
      entry(3, { ...onFerry, ...monday, status: 'denied', evidence: mark(0, 'he wants a ferry') }),
      entry(4, { ...onFerry, ...friday, status: 'reported', evidence: mark(1, 'wants a ferry') }),
      entry(5, { ...onTunnel, ...monday, evidence: mark(0, quote('will')) }),
      entry(6, { ...onTunnel, ...friday, supersedes: [], evidence: mark(1, quote('must')) })
    ],
    statements: [
      {
        ...{ id: entry(7, {}).id, actor: clerk.id, text: 'We shall see.', said: null },
        ...{ attribution: [], evidence: [], recordedAt: moment, by: null }
      }
    ],
    figures: [
      { ...newFigure('4,200 drivers', 4_200), ...drivers, evidence: mark(0, '4,200 drivers') },
      { ...newFigure('5,100 drivers', 5_100), ...drivers, evidence: mark(1, '5,100 drivers') }
    ]
  };
  const text = JSON.stringify({ schema: bundleSchema, briefing, texts: byHash });
  return { name: 'crossing.json', text };
}

const report = `The old river bridge at Halden will stay shut until March, the roads department said on Tuesday. Engineers found cracks in two of its piers during a routine inspection last week. Around 14,000 drivers cross it every day. Buses will run over the motorway crossing, and the city has promised to waive its toll. Shopkeepers on the east bank fear for their Christmas trade.`;
const longer = `Halden (AFP) - Winter will be long for the east bank. ${report.slice(0, 240)} Ferries could take on some of the traffic, the harbour master told the council. Its members want to hear from the engineers before they decide on a second crossing. A student who cycles to the college over there said that she would move.`;
const own = `Halden’s mayor wants the bridge shut for good and a tunnel built in its place. In an interview she called the piers beyond repair, whatever the experts may find. Money is to come from the state, which has promised nothing so far.`;

/** Three sources, of which the second takes up half of the first. */
export function bridge(): TextFile {
  const { sources, byHash } = withTexts({
    'Wire report': report,
    'Evening paper': longer,
    Interview: own
  });
  const briefing = { ...emptyBriefing('The bridge'), sources };
  const text = JSON.stringify({ schema: bundleSchema, briefing, texts: byHash });
  return { name: 'bridge.json', text };
}
