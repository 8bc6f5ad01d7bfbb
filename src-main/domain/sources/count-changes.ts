/** How many paragraphs a newer version has otherwise: edited, added or left out. Much quicker than to compare the words. */
export function countChanges(earlier: string, later: string): number {
  const [before, after] = [earlier, later].map(
    (text) =>
      new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      )
  ) as [Set<string>, Set<string>];
  // One that was edited is in neither of the other text.
  const left = [...before].filter((line) => !after.has(line));
  return Math.max(left.length, [...after].filter((line) => !before.has(line)).length);
}
