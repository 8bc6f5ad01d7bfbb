/** What kind of card a piece of text makes, by cues in English wording, quotation marks and figures. */
import type { DraftCard } from '../../domain/suggestions/draft.js';

type Kind = DraftCard['kind'];

/** Words that speak for a kind, with what each occurrence counts. The rest is context. */
const cues: readonly (readonly [Kind, number, RegExp])[] = [
  [
    'constraint',
    1.6,
    /\b(?:constraints?|constrained|requires?|required|requirements?|prohibit\w*|forbid\w*|barred|obstacles?|hurdles?|deadlines?|subject to|depends? on|bound by|cannot|ratif\w+|referendums?|two-thirds majority)\b/gi
  ],
  [
    'outcome',
    1.3,
    /\b(?:outcomes?|scenarios?|could (?:\w+ )?(?:emerge|lead|mean|follow|become|face|force|push|see|be)|may (?:\w+ )?(?:influence|lead|mean|be|follow|need)|might (?:\w+ )?(?:be|lead|mean)|risks? of|is likely to|are likely to|forecasts?|projected|expected to (?:rise|fall|grow|reach))\b/gi
  ],
  [
    'event',
    1.2,
    /\b(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)[’']s (?:\p{L}+ ){0,3}(?:meeting|summit|vote|talks|hearing)|will (?:meet|vote|visit|travel|begin|start|open|host|convene|hold|determine|decide)|agenda|scheduled|due to (?:meet|begin|vote|open)|is expected to (?:cover|meet|begin|vote|open|sign)|met (?:with|in|on)|held talks|took place|signed|resigned|was killed|were killed|was arrested|struck|collapsed|launched)\b/giu
  ],
  [
    'position',
    1,
    /\b(?:reject(?:s|ed)|oppos(?:es|ed|ing|ition)|support(?:s|ed)|back(?:s|ed) (?:the|a|his|her|their|its)|insist(?:s|ed)|demand(?:s|ed)|call(?:s|ed) (?:for|on)|argu(?:es|ed|ing)|urg(?:es|ed)|maintain(?:s|ed)|welcom(?:es|ed|ing)|condemn(?:s|ed)|characteri[sz]ed|want(?:s|ed) to|should|position|emphasi[sz](?:es|ed|ing)|indicate[sd]?|suggest(?:s|ed)|propos(?:es|ed)|said|says|stated|stating)\b/gi
  ],
  [
    'fact',
    0.9,
    /(?:\d[\d.,]*\s?(?:%|per ?cent\b|percent\b|million\b|billion\b|trillion\b|tonnes?\b|km\b)|[$€£¥]\s?\d|\b(?:three-quarters|two-thirds|half of|one in \p{L}+|ranks?|polls?|polling|survey|census|according to data|figures)\b|\b\d{2,}(?:,\d{3})*\b)/giu
  ]
];

export function cardKind(text: string): Kind {
  if (quotedShare(text) > 0.4) return 'quote';
  let best: Kind = 'context';
  let most = 0.8;
  for (const [kind, worth, pattern] of cues) {
    const score = worth * Math.sqrt(text.match(pattern)?.length ?? 0);
    if (score > most) [best, most] = [kind, score];
  }
  return best;
}

function quotedShare(text: string): number {
  const quoted =
    text.match(/[“„][^”“]{1,2000}[”“]|"[^"]{1,2000}"|«[^»]{1,2000}»|「[^」]{1,2000}」/gu) ?? [];
  return quoted.reduce((sum, quote) => sum + quote.length, 0) / Math.max(1, text.length);
}
