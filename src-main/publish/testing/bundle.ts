/** For tests and benches: a briefing of about as many pages as asked for, the same every time. */
import { createHash } from 'node:crypto';
import {
  newActor,
  cardKinds,
  type Card,
  newIssue,
  stances,
  type Position,
  newCard
} from '../../domain/briefing/entries.js';
import {
  annotationKinds,
  type Annotation,
  newAnnotation
} from '../../domain/briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../../domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../../domain/briefing/bundle.js';
import { Id } from '../../domain/base/values.js';
import { newSource } from '../../domain/briefing/source.js';

const moment = '2025-08-17T09:00:00.000Z';

/** One line of each script that must come through. */
export const scripts = {
  arabic: 'أوكرانيا ترفض التنازل عن أراضيها',
  hebrew: 'אוקראינה דוחה ויתורים',
  cyrillic: 'Україна відкидає поступки територією',
  greek: 'Η Ουκρανία απορρίπτει παραχωρήσεις',
  devanagari: 'यूक्रेन शांति चाहता है',
  chinese: '乌克兰拒绝领土让步',
  emoji: '🌍 🕊'
} as const;

const sentences = [
  'The two sides met for three hours and parted without an agreement on the order of steps.',
  'Officials said that any settlement would need guarantees that neighbours could enforce.',
  'Polls suggest that a clear majority opposes giving up land that the state still holds.',
  'Observers noted that the wording had changed since the spring, though not in every version.',
  'A referendum would take months to prepare and could not be held under martial law.',
  'The minister called the proposal a beginning, and declined to say what would follow it.',
  'Sanctions remain in place until the parties have agreed on a way to verify a withdrawal.'
];

export function makeBundle(pages: number): Bundle {
  const id = makeIds();
  /** `share`: how many a page. */
  const count = (share: number) => Math.max(2, Math.round(pages * share));
  const text = sourceText(count(8.4));
  const hash = createHash('sha256').update(text).digest('hex');
  const source: Briefing['sources'][number] = newSource({
    id: id(),
    title: 'What was said in the talks',
    publisher: 'The Daily',
    author: 'A. Writer',
    published: '2025-08-16',
    url: 'https://example.org/talks',
    reliability: 'B',
    credibility: '2',
    text: hash,
    importedAt: moment
  });
  const cards = Array.from({ length: count(0.8) }, (_, index) => cardAt(index, id()));
  const actors = Array.from({ length: count(0.1) + 1 }, (_, index) =>
    newActor(`Party ${index + 1}`, 'state', id())
  );
  const issues = Array.from({ length: Math.min(8, count(0.06)) }, (_, index) =>
    newIssue(`Should the parties accept point ${index + 1} of the plan?`, id())
  );
  const ofCards = cards.flatMap((card, index) =>
    index % 2 ? [] : [annotate(id(), 'card', card.id, card.body, sentences[index % 7]!, index)]
  );
  const lines = text.split('\n\n');
  const ofSource = lines.flatMap((line, index) =>
    index % 5 ? [] : [annotate(id(), 'source', source.id, text, line.slice(8, 60), index)]
  );
  const positions = actors.flatMap((actor, row) =>
    issues.flatMap((issue, column) => {
      if ((row + column) % 3 === 0) return [];
      const evidence = ofSource[(row * issues.length + column) % ofSource.length]!;
      return positionOf(id(), actor.id, issue.id, evidence.id, row + column);
    })
  );
  const briefing: Briefing = {
    ...emptyBriefing('Talks: what each party said, and since when', new Date(moment)),
    id: id(),
    date: '2025-08-17',
    marking: 'For internal use',
    bottomLine: '**No party** has moved on territory; guarantees are where a deal could be made.',
    confidence: 'moderate',
    tags: ['talks'],
    cards,
    sources: [source],
    actors,
    issues,
    positions,
    annotations: [...ofCards, ...ofSource]
  };
  return { schema: bundleSchema, briefing, texts: { [hash]: text } };
}

function makeIds(): () => Id {
  let last = 0;
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return () => {
    let rest = ++last;
    let end = '';
    for (let place = 0; place < 6; place += 1) {
      end = digits.charAt(rest % 32) + end;
      rest = Math.floor(rest / 32);
    }
    return Id.parse(`01K2VM3KM0TESTBVND1E${end}`);
  };
}

function cardAt(index: number, id: Card['id']): Card {
  const kind = cardKinds[index % (cardKinds.length - 1)]!;
  const heading = `Point ${index + 1}: what follows from it`;
  // What its author chose for the one-page brief is never dropped from it.
  const keyPoint = sentences[index % 7]!;
  if (index === 1)
    return newCard(kind, { id, heading, keyPoint, body: Object.values(scripts).join('\n\n') });
  const paragraph = (from: number) =>
    Array.from({ length: 4 }, (_, place) => sentences[(from + place) % 7]).join(' ');
  const table = '| Before | Since |\n| --- | --- |\n| A ceasefire | A settlement |';
  const body = [paragraph(index), ...(index % 4 === 3 ? [table] : []), paragraph(index + 3)];
  return newCard(kind, { id, heading, keyPoint, body: body.join('\n\n') });
}

function sourceText(paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    return `${number}. ${sentences[index % 7]} ${sentences[(index + 2) % 7]}`;
  }).join('\n\n');
}

function annotate(
  id: Id,
  type: 'card' | 'source',
  target: Id,
  text: string,
  exact: string,
  index: number
): Annotation {
  const start = text.indexOf(exact);
  const selectors = {
    quote: { exact, prefix: text.slice(Math.max(0, start - 64), start), suffix: '' },
    position: { start, end: start + exact.length }
  };
  return newAnnotation({ type, id: target, selectors }, moment, {
    id,
    kind: annotationKinds[index % annotationKinds.length]!,
    note: index % 3 ? `Private remark ${index}: compare with the last round.` : ''
  });
}

function positionOf(id: Id, actor: Id, issue: Id, evidence: Id, index: number): Position {
  const stance = stances[index % stances.length]!;
  return {
    id,
    actor,
    issue,
    stance,
    condition: stance === 'conditional' ? 'Guarantees are in force' : '',
    statement: sentences[index % 7]!,
    said: '2025-08-15',
    effective: null,
    reported: '2025-08-16',
    attribution: ['people familiar with the talks'],
    status: 'reported',
    confidence: 'moderate',
    evidence: [evidence],
    supersedes: [],
    contested: [],
    reviewBy: null,
    recordedAt: moment,
    by: null
  };
}
