/** The three views of an open briefing. */
export const views = ['briefing', 'source', 'positions'] as const;
export type View = (typeof views)[number];

export const viewTitles: Readonly<Record<View, string>> = {
  briefing: 'Briefing',
  source: 'Source',
  positions: 'Positions'
};
