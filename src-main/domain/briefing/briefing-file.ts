/** The files that briefings are handed on in, told by the endings of their names. */

/** Whether a file with this name holds briefings, and nothing to make one of. By its ending. */
export function isBriefingFile(path: string): boolean {
  return /\.json$/i.test(path) || isStandpointFile(path);
}

/** The zip file of a briefing with its texts and originals. */
export function isStandpointFile(path: string): boolean {
  return /\.standpoint$/i.test(path);
}
