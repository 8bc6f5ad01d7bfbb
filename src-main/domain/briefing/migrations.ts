/**
 * Lifts a briefing that an older Standpoint wrote to today's schema: one pure step a schema number.
 *
 * A step knows only the shapes of its own time, so it works on plain JSON. What comes out is checked
 * against today's schema by whoever asked.
 */

/** Grows with every change of the domain schemas that older briefings do not fit. */
export const currentSchema = 3;

type Json = Readonly<Record<string, unknown>>;

/** `steps[n]` lifts from schema n to n + 1. */
const steps: Readonly<Record<number, (briefing: Json) => Json>> = {
  1: withJudgement,
  2: withFigureFacts
};

/**
 * Data that is no object, or of an unknown schema, comes back as it is: its check will tell.
 * @param to the schema number to lift it to, if not today's.
 */
export function migrateBriefing(data: unknown, schema: number, to = currentSchema): unknown {
  if (typeof data !== 'object' || data === null) return data;
  let briefing = data as Json;
  for (let n = schema; n < to; n += 1) briefing = steps[n]?.(briefing) ?? briefing;
  return briefing;
}

/** Schema 2 brought outcomes, events, figures, review dates, affiliations, replies and links. */
function withJudgement(briefing: Json): Json {
  const state = { base: null };
  return {
    ...briefing,
    likelihoodScale: 'icd203',
    outcomes: [],
    events: [],
    figures: [],
    dismissals: [],
    actors: each(briefing['actors'], { tags: [], note: '', speaksFor: null }),
    issues: each(briefing['issues'], { tags: [], note: '' }),
    positions: each(briefing['positions'], { reviewBy: null }),
    annotations: each(briefing['annotations'], { replies: [], links: [], flag: null }).map(
      (annotation) => ({ ...annotation, target: { ...(annotation['target'] as Json), ...state } })
    )
  };
}

/** Schema 3 brought the day, the giver and the note of a figure. */
function withFigureFacts(briefing: Json): Json {
  return { ...briefing, figures: each(briefing['figures'], { date: null, actor: null, note: '' }) };
}

function each(entries: unknown, added: Json): Json[] {
  return (Array.isArray(entries) ? (entries as Json[]) : []).map((entry) => ({
    ...entry,
    ...added
  }));
}
