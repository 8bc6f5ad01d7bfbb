/** What is reported without saying by whom: "has reportedly agreed", "allegedly". */
import { endBefore, type Finding, type Scene, toRange } from './finding.js';

const hedges = /^(?:reportedly|allegedly|purportedly|supposedly)$/;

/** Only where nothing else in the sentence reports it. */
export function hedgedFindings(scene: Scene, others: readonly Finding[]): Finding[] {
  const { tokens, sentence } = scene;
  const i = tokens.findIndex(({ lower, quoted }) => hedges.test(lower) && !quoted);
  const cue = tokens[i];
  if (
    !cue ||
    others.some(({ content }) => content.some((c) => c.start <= cue.start && cue.end <= c.end))
  )
    return [];
  const before =
    i > 0 ? [{ start: tokens[0]?.start ?? cue.start, end: endBefore(tokens, i - 1) }] : [];
  const after = tokens[i + 1]
    ? [{ start: tokens[i + 1]?.start ?? cue.end, end: endBefore(tokens, tokens.length - 1) }]
    : [];
  const content = [...before, ...after].filter(({ start, end }) => end > start);
  if (!content.length) return [];
  return [
    {
      cue: toRange(tokens, i, i),
      source: null,
      content,
      rule: `cue: ${cue.lower}`,
      lemma: cue.lower,
      link: 'clause',
      negated: false,
      modal: false,
      confidence: 0.55,
      sentence: sentence.index,
      paragraph: sentence.paragraph
    }
  ];
}
