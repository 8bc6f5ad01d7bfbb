/** Reads the list of changes, which is kept in the form of https://keepachangelog.com. Pure. */

export interface ReleasedVersion {
  /** Such as `0.2.0`; `null` for what no version has yet. */
  readonly version: string | null;
  /** `YYYY-MM-DD`; `null` where none is given. */
  readonly date: string | null;
  /** `Added`, `Changed`, `Fixed` and so on, each with its entries in Markdown. */
  readonly groups: readonly { readonly name: string; readonly entries: readonly string[] }[];
}

/** In the order of the file, the newest first. What stands before the first version is left out. */
export function readChangelog(markdown: string): readonly ReleasedVersion[] {
  const [, ...versions] = markdown.split(/^## /m);
  return versions.map((part) => {
    const [heading = '', ...rest] = part.split('\n');
    const [, name = '', date] =
      /^\[?([^\]\s]+)\]?(?:\s+-\s+(\d{4}-\d{2}-\d{2}))?/.exec(heading) ?? [];
    const [, ...groups] = rest.join('\n').split(/^### /m);
    return {
      version: name === 'Unreleased' ? null : name,
      date: date ?? null,
      groups: groups.map((group) => {
        const [title = '', ...lines] = group.split('\n');
        const [, ...entries] = `\n${lines.join('\n')}`.split(/\n- /);
        // A line that is wrapped goes on.
        return {
          name: title.trim(),
          entries: entries.map((entry) => entry.trim().replace(/\s*\n\s*/g, ' '))
        };
      })
    };
  });
}
