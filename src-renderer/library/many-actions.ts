/** What can be done with one or several briefings of the list at once. */
export type ManyAction = 'tag' | 'export' | 'delete';
