/** The views of an open briefing. */
export const views = [
  'briefing',
  'source',
  'positions',
  'judgement',
  'timeline',
  'suggestions'
] as const;
export type View = (typeof views)[number];

export const viewTitles: Readonly<Record<View, string>> = {
  briefing: 'Briefing',
  source: 'Source',
  positions: 'Positions',
  judgement: 'Judgement',
  timeline: 'Timeline',
  suggestions: 'Suggestions'
};

/** Those that are read side by side, where there is room. */
export function isText(view: View): boolean {
  return view === 'briefing' || view === 'source';
}
