/** What an edition shows of a briefing, before it is put in order and numbered. */
import type { Briefing } from '../briefing.js';
import { changesAlone } from './changes.js';
import type { Edition } from './edition.js';

interface Shown {
  readonly briefing: Briefing;
  readonly texts: Readonly<Record<string, string>>;
}

export function restrictTo(
  { template, notes, since }: Edition,
  briefing: Briefing,
  texts: Readonly<Record<string, string>>
): Shown {
  const annotated = notes ? briefing : withoutNotes(briefing);
  switch (template) {
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
      return { briefing: changesAlone(annotated, since), texts: {} };
  }
}

function withoutNotes(briefing: Briefing): Briefing {
  const annotations = briefing.annotations.map((each) => ({ ...each, note: '', replies: [] }));
  return { ...briefing, annotations };
}

function positionsAlone(briefing: Briefing): Briefing {
  const evidence = new Set(briefing.positions.flatMap((position) => position.evidence));
  return {
    ...briefing,
    cards: [],
    annotations: briefing.annotations.filter(({ id }) => evidence.has(id)),
    figures: [],
    outcomes: []
  };
}
