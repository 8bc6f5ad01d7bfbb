/** What an edition shows of a briefing, before it is put in order and numbered. */
import type { Briefing } from '../briefing/briefing.js';
import type { Edition } from './edition.js';

interface Shown {
  readonly briefing: Briefing;
  readonly texts: Readonly<Record<string, string>>;
}

export function restrictTo(
  edition: Edition,
  briefing: Briefing,
  texts: Readonly<Record<string, string>>
): Shown {
  const annotated = annotatedFor(edition, briefing);
  switch (edition.template) {
    case 'full':
      return { briefing: annotated, texts };
    case 'brief':
      return {
        briefing: { ...annotated, annotations: [], events: [], figures: [], outcomes: [] },
        texts: {}
      };
    case 'positions':
      return { briefing: positionsAlone(annotated), texts: {} };
    case 'changes':
      return { briefing: withoutEntries(annotated), texts: {} };
  }
}

/** With its author's notes or without. The page of changes has no room for them. */
export function annotatedFor({ template, notes }: Edition, briefing: Briefing): Briefing {
  return notes && template !== 'changes' ? briefing : withoutNotes(briefing);
}

/** The page of changes has entries and quotes of its own. */
function withoutEntries(briefing: Briefing): Briefing {
  return {
    ...briefing,
    cards: [],
    positions: [],
    annotations: [],
    events: [],
    figures: [],
    outcomes: []
  };
}

function withoutNotes(briefing: Briefing): Briefing {
  const annotations = briefing.annotations.map((each) => ({ ...each, note: '', replies: [] }));
  return { ...briefing, annotations };
}

function positionsAlone(briefing: Briefing): Briefing {
  const told = [...briefing.positions, ...briefing.events];
  const evidence = new Set(told.flatMap((claim) => claim.evidence));
  return {
    ...briefing,
    cards: [],
    annotations: briefing.annotations.filter(({ id }) => evidence.has(id)),
    figures: [],
    outcomes: []
  };
}
