/** For tests: an Arabic submission on an English source, so that most lines hold words of both directions. */
import { createHash } from 'node:crypto';
import { newAnnotation } from '../../domain/briefing/annotation.js';
import { emptyBriefing, noSubmission } from '../../domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../../domain/briefing/bundle.js';
import {
  newActor,
  newCard,
  newIssue,
  newKeyJudgement,
  newOutcome
} from '../../domain/briefing/entries.js';
import { newSource } from '../../domain/briefing/source.js';
import { entry } from '../../domain/ledger/testing/ledger.js';

const moment = '2025-08-17T09:00:00.000Z';
const text = 'Kyiv rejects the offer.';

export const arabicWords = {
  title: 'بعد ألاسكا',
  minister: 'الوزير',
  asks: ['الموافقة على مخاطبة واشنطن كتابةً', 'الإحاطة علماً بأن النص غير منشور'],
  outcome: 'يستمر الخلاف على الأراضي',
  source: 'A Deal Before a Ceasefire',
  publisher: 'الصحيفة',
  statement: 'Rejects the offer.'
} as const;

export function makeArabicBundle(): Bundle {
  const source = newSource({
    title: arabicWords.source,
    publisher: arabicWords.publisher,
    published: '2025-08-16',
    language: 'en',
    reliability: 'B',
    credibility: '2',
    text: createHash('sha256').update(text).digest('hex'),
    importedAt: moment
  });
  const selectors = {
    quote: { exact: text, prefix: '', suffix: '' },
    position: { start: 0, end: text.length }
  };
  const quote = newAnnotation({ type: 'source', id: source.id, selectors }, moment);
  const ukraine = newActor('Ukraine', 'state');
  const territory = newIssue('هل تتنازل أوكرانيا عن أراضٍ؟');
  const outcome = { ...newOutcome(arabicWords.outcome, [quote.id]), horizon: '2025-09' };
  const position = entry(1, {
    actor: ukraine.id,
    issue: territory.id,
    stance: 'opposes',
    said: '2025-08-16',
    statement: arabicWords.statement,
    evidence: [quote.id]
  });
  const briefing = {
    ...emptyBriefing(arabicWords.title, new Date(moment)),
    language: 'ar',
    date: '2025-08-17',
    marking: 'للاستعمال الداخلي',
    submission: {
      ...noSubmission,
      to: arabicWords.minister,
      decideBy: '2025-08-18',
      recommendation: `${arabicWords.asks.join('؛\n')}.`
    },
    keyJudgements: [{ ...newKeyJudgement(outcome.id), because: 'لأن الأرض تحتاج إلى استفتاء.' }],
    cards: [newCard('context', { heading: 'السياق', body: 'ترفض كييف العرض.' })],
    sources: [source],
    annotations: [quote],
    actors: [ukraine],
    issues: [territory],
    outcomes: [outcome],
    positions: [position]
  };
  return { schema: bundleSchema, briefing, texts: { [source.text]: text } };
}
