/** `standpoint import-references`: BibTeX, RIS or CSL-JSON → sources of a briefing of the library. */
import { resolve } from 'node:path';
import { diffBriefing } from '../domain/change/change.js';
import { noText } from '../domain/briefing/source.js';
import { readReferences } from '../domain/references/formats.js';
import { addReferences, referencesInWords } from '../domain/sources/add-references.js';
import { readReferencesText } from '../handlers/read-exchanged.js';
import { type CliCommand, library, shown } from './command.js';
import { findId, useLibrary } from './use-library.js';

export const importReferences: CliCommand = {
  name: 'import-references',
  usage: 'ID FILE',
  summary: 'Adds references to a briefing as sources and prints their ids',
  details: `Reads BibTeX (.bib), RIS (.ris) and CSL-JSON (.json), as reference managers write them and as
“export --to NAME.bib”, “.ris” and “.csl.json” do. One that the briefing has already, by its address or by
its title, is told and not added. A reference brings no text: such a source can be cited and graded, but
has no quotes. The exit code is 1 when an entry could not come in.`,
  options: { ...library },
  arity: [2, 2],
  async run({ positionals: [given = '', file = ''], values }, io) {
    const { name, text, guess } = await readReferencesText(resolve(io.folder, file));
    const read = readReferences(name, text);
    if (guess !== null) io.err(`standpoint: ${shown(guess)}`);
    return useLibrary(values, io, 'write', async (opened) => {
      const { briefing, revision } = await opened.open(await findId(opened, given));
      const found = addReferences(briefing, read, new Date());
      if (found.added.length > 0) {
        await opened.addTexts({ [noText]: '' });
        await opened.save(briefing.id, revision, diffBriefing(briefing, found.briefing));
      }
      for (const { id } of found.added) io.out(id);
      io.err(`standpoint: ${referencesInWords(found)}`);
      for (const sentence of found.refused) io.err(`standpoint: ${shown(sentence)}`);
      return found.refused.length > 0 ? 1 : 0;
    });
  }
};
