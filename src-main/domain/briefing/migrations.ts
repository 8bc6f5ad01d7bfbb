/**
 * Lifts a briefing that an older Standpoint wrote to today's schema: one pure step a schema number.
 *
 * A step knows only the shapes of its own time, so it works on plain JSON. What comes out is checked
 * against today's schema by whoever asked.
 */

/** Grows with every change of the domain schemas that older briefings do not fit. */
export const currentSchema = 4;

type Json = Readonly<Record<string, unknown>>;

/** `steps[n]` lifts from schema n to n + 1. */
const steps: Readonly<Record<number, (briefing: Json) => Json>> = {
  1: withJudgement,
  2: withFigureFacts,
  3: withManySources
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

/**
 * Schema 4 brought what a briefing of many sources needs: statements, origins, originals, authors, and
 * entries that replace or contest several others. What was written before counts as reviewed: only
 * what a later draft makes is known to be unreviewed.
 */
function withManySources(briefing: Json): Json {
  const by = { by: null };
  return {
    ...briefing,
    submission: {
      to: '',
      from: '',
      copy: '',
      decideBy: null,
      recommendation: '',
      options: [],
      handling: '',
      clearance: '',
      contact: ''
    },
    cards: each(briefing['cards'], { keyPoint: '', reviewed: true, ...by }),
    sources: each(briefing['sources'], {
      original: null,
      language: null,
      accessed: null,
      origin: null,
      updates: null,
      ...by
    }),
    origins: [],
    statements: [],
    keyJudgements: [],
    actors: each(briefing['actors'], by),
    issues: each(briefing['issues'], by),
    events: each(briefing['events'], by),
    figures: each(briefing['figures'], by),
    outcomes: each(briefing['outcomes'], by),
    positions: each(briefing['positions'], { contested: [], ...by }).map((position) => {
      const earlier = position['supersedes'];
      return { ...position, supersedes: typeof earlier === 'string' ? [earlier] : [] };
    }),
    annotations: each(briefing['annotations'], by).map((annotation) => ({
      ...annotation,
      replies: each(annotation['replies'], by)
    })),
    dismissals: each(briefing['dismissals'], { with: null, reason: '', ...by })
  };
}

function each(entries: unknown, added: Json): Json[] {
  return (Array.isArray(entries) ? (entries as Json[]) : []).map((entry) => ({
    ...entry,
    ...added
  }));
}
