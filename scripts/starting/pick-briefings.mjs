/** Which briefings `npm start` prints without a display, and what the files are called. Pure. */

/** @typedef {{ id: string, title: string, modifiedAt: string }} Listed */

/**
 * The briefing changed last, then the finished sample, if the library has them.
 * @param {readonly Listed[]} briefings
 * @param {string} finishedTitle
 * @returns {Listed[]}
 */
export function pickBriefings(briefings, finishedTitle) {
  const finished = briefings.find(({ title }) => title === finishedTitle);
  const newest = briefings
    .filter((briefing) => briefing !== finished)
    .reduce(
      (/** @type {Listed | undefined} */ last, briefing) =>
        last !== undefined && last.modifiedAt >= briefing.modifiedAt ? last : briefing,
      undefined
    );
  return [newest, finished].filter((briefing) => briefing !== undefined);
}

/**
 * A file name without spaces for a briefing's PDF: ASCII letters, digits and dashes.
 * @param {string} title
 */
export function fileName(title) {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'briefing.pdf' : `${words}.pdf`;
}
