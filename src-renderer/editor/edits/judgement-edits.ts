/** Edits of what is judged and dated: the yardstick, outcomes, events, figures, and findings that were set aside. Pure, copy-on-write. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Event } from '../../../src-main/domain/briefing/event.js';
import { newId, type Id } from '../../../src-main/domain/base/id.js';
import { type Finding, dismissalOf } from '../../../src-main/domain/lint/finding.js';
import type { LikelihoodScale, Outcome } from '../../../src-main/domain/briefing/outcome.js';

/** The steps stay; only their words change, everywhere at once. */
export function setScale(briefing: Briefing, likelihoodScale: LikelihoodScale): Briefing {
  return briefing.likelihoodScale === likelihoodScale ? briefing : { ...briefing, likelihoodScale };
}

export function addOutcome(briefing: Briefing, statement: string, id = newId()): Briefing {
  const outcome: Outcome = {
    id,
    statement,
    likelihood: null,
    confidence: null,
    horizon: null,
    evidence: []
  };
  return { ...briefing, outcomes: [...briefing.outcomes, outcome] };
}

export function setOutcome(
  briefing: Briefing,
  id: Id,
  patch: Partial<Omit<Outcome, 'id'>>
): Briefing {
  const outcomes = briefing.outcomes.map((outcome) =>
    outcome.id === id ? { ...outcome, ...patch } : outcome
  );
  return { ...briefing, outcomes };
}

export function removeOutcome(briefing: Briefing, id: Id): Briefing {
  return { ...briefing, outcomes: briefing.outcomes.filter((outcome) => outcome.id !== id) };
}

/** The finding stays away until its words change. */
export function dismissFinding(briefing: Briefing, finding: Finding, now = new Date()): Briefing {
  return { ...briefing, dismissals: [...briefing.dismissals, dismissalOf(finding, now)] };
}

/** All that were dismissed are shown again. */
export function recallFindings(briefing: Briefing): Briefing {
  return { ...briefing, dismissals: briefing.dismissals.filter(({ of }) => of !== 'finding') };
}

export function addEvent(briefing: Briefing, event: Omit<Event, 'id'>, id = newId()): Briefing {
  return { ...briefing, events: [...briefing.events, { id, ...event }] };
}

export function removeEvent(briefing: Briefing, id: Id): Briefing {
  return { ...briefing, events: briefing.events.filter((event) => event.id !== id) };
}

export function setEvent(briefing: Briefing, id: Id, event: Omit<Event, 'id'>): Briefing {
  const events = briefing.events.map((each) => (each.id === id ? { id, ...event } : each));
  return { ...briefing, events };
}

export function removeFigure(briefing: Briefing, id: Id): Briefing {
  return { ...briefing, figures: briefing.figures.filter((figure) => figure.id !== id) };
}
