/** `standpoint versions`: the states of a briefing that were kept. */
import { versionName } from '../domain/terms/version-words.js';
import { type CliCommand, json, libraryAndJson, shown } from './command.js';
import { findId, useLibrary } from './use-library.js';

export const versions: CliCommand = {
  name: 'versions',
  usage: 'ID',
  summary: 'Lists the versions of a briefing, newest first',
  details: `Of each its key, the moment of its last change (UTC), and its name or why it was kept.
“compare ID@KEY” tells what changed since it. The JSON is described in docs/json.md.`,
  options: { ...libraryAndJson },
  arity: [1, 1],
  async run({ positionals: [given = ''], values }, io) {
    const kept = await useLibrary(values, io, 'read', async (opened) =>
      opened.versions(await findId(opened, given))
    );
    if (values['json']) io.out(json(kept));
    else {
      for (const version of kept) {
        const time = version.modifiedAt.slice(0, 16).replace('T', ' ');
        io.out(`${version.key}  ${time}  ${shown(versionName(version))}`);
      }
    }
    return 0;
  }
};
