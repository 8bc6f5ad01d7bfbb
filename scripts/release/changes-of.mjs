/** What CHANGELOG.md says of one version. Pure. */

/**
 * @param {string} changelog in the form of Keep a Changelog 1.1.0
 * @param {string} version such as `0.2.0`
 * @returns {{ readonly day: string, readonly text: string } | null} the day as YYYY-MM-DD and what stands below
 *   the version's heading, without links; `null` when it is not told
 */
export function changesOf(changelog, version) {
  const lines = changelog.split(/\r?\n/);
  const heading = /^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?\s*$/;
  const start = lines.findIndex((line) => heading.exec(line)?.[1] === version);
  const day = heading.exec(lines[start] ?? '')?.[2];
  if (start < 0 || day === undefined) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^## |^\[[^\]]+\]: /.test(line));
  return {
    day,
    text: rest
      .slice(0, end < 0 ? rest.length : end)
      .join('\n')
      .trim()
  };
}
