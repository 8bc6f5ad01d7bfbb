/** The lists of a briefing whose entries have ids, in the order in which its file has them. */
export const collectionNames = [
  'cards',
  'sources',
  'origins',
  'actors',
  'issues',
  'positions',
  'statements',
  'annotations',
  'events',
  'figures',
  'outcomes',
  'keyJudgements',
  'dismissals'
] as const;
export type CollectionName = (typeof collectionNames)[number];
