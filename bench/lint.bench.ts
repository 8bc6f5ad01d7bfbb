/** The linter over a long briefing: what its worker does, and what is left for the page, where typing goes on. */
import { newCard } from '../src-main/domain/briefing/entries.js';
import { emptyBriefing, type Briefing } from '../src-main/domain/briefing/briefing.js';
import { applyChange, diffBriefing } from '../src-main/domain/change/change.js';
import { lintBriefing } from '../src-main/domain/lint/lint-briefing.js';
import { rowOf, type Row } from './median.js';
import { newSource } from '../src-main/domain/briefing/source.js';

export const title = 'linting a briefing of 10,000 words and a source of 10,000, card by card';

const runs = 25;
const hash = '0'.repeat(64);
const sentences = [
  'The talks may fail before the winter, and an agreement is unlikely. ',
  'He wrote that “the best way to end the war is to go straight to a peace agreement”. ',
  'Some 1.6 million people live in the region, and exports fell by 80 per cent in 2014. ',
  'Neither side has moved since the second round, as officials on both sides acknowledge. '
];

export function measure(): Promise<Row[]> {
  const briefing = longBriefing();
  const texts = { [hash]: sentences.join('').repeat(180) };
  const whole = Array.from({ length: runs }, () => {
    const fresh = structuredClone(briefing);
    return timed(() => void lintBriefing(fresh, texts, '2025-08-17'));
  });
  const page: number[] = [];
  const worker: number[] = [];
  let held = structuredClone(briefing);
  let open = briefing;
  lintBriefing(held, texts, '2025-08-17');
  for (let run = 0; run < runs; run += 1) {
    const next = withWord(open, run);
    let sent = diffBriefing(open, open);
    page.push(timed(() => (sent = structuredClone(diffBriefing(open, next)))));
    worker.push(
      timed(() => {
        held = applyChange(held, sent, new Date(0));
        lintBriefing(held, texts, '2025-08-17');
      })
    );
    open = next;
  }
  return Promise.resolve([
    rowOf('the whole briefing, once when it is opened (worker)', 'ms', whole),
    rowOf('after an edit of one card (worker)', 'ms', worker),
    rowOf('telling the worker of an edit (page)', 'ms', page)
  ]);
}

function timed(job: () => void): number {
  const start = performance.now();
  job();
  return performance.now() - start;
}

function longBriefing(): Briefing {
  const body = sentences.join('').repeat(3);
  const moment = '2025-08-17T00:00:00Z';
  return {
    ...emptyBriefing('Long', new Date(0)),
    sources: [newSource({ title: 'Source', text: hash, importedAt: moment })],
    cards: Array.from({ length: 60 }, (_, n) => newCard('fact', { heading: `Card ${n}`, body }))
  };
}

function withWord(briefing: Briefing, run: number): Briefing {
  const at = run % briefing.cards.length;
  const cards = briefing.cards.map((card, n) =>
    n === at ? { ...card, body: `${card.body}So it goes, as of run ${run}. ` } : card
  );
  return { ...briefing, cards };
}
