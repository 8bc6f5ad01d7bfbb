/** `standpoint import-annotations`: annotations of other programs → a briefing of the library. */
import { resolve } from 'node:path';
import { diffBriefing } from '../domain/change/change.js';
import { placeAnnotations } from '../domain/exchange/place-annotations.js';
import { counted } from '../domain/text/joined-words.js';
import { readAnnotations } from '../domain/exchange/formats.js';
import { readAnnotationsText } from '../handlers/read-exchanged.js';
import { type CliCommand, library, shown } from './command.js';
import { findId, useLibrary } from './use-library.js';

export const importAnnotations: CliCommand = {
  name: 'import-annotations',
  usage: 'ID FILE',
  summary: 'Adds annotations from a file to a briefing and prints their ids',
  details: `Reads W3C Web Annotation (.jsonld), Hypothesis (.json), and the Markdown and CSV that
“export --to NAME.annotations.md” and “.annotations.csv” write. Each annotation is looked for anew in
the briefing’s cards and sources; one whose words have no certain place comes in without one, and is
told. The exit code is 1 when an entry could not come in at all.`,
  options: { ...library },
  arity: [2, 2],
  async run({ positionals: [given = '', file = ''], values }, io) {
    const { name, text, guess } = await readAnnotationsText(resolve(io.folder, file));
    const read = readAnnotations(name, text);
    if (guess !== null) io.err(`standpoint: ${shown(guess)}`);
    return useLibrary(values, io, 'write', async (opened) => {
      const { briefing, revision, texts } = await opened.open(await findId(opened, given));
      const found = placeAnnotations(briefing, texts, read);
      const fresh = [...found.placed, ...found.orphans];
      if (fresh.length > 0) {
        await opened.save(briefing.id, revision, diffBriefing(briefing, found.briefing));
      }
      for (const { id } of fresh) io.out(id);
      const known = found.known > 0 ? `, ${found.known} were there already` : '';
      io.err(`standpoint: ${counted(found.placed.length, 'annotation')} placed${known}.`);
      for (const { target } of found.orphans) {
        io.err(
          `standpoint: Without a certain place: “${shown(target.selectors.quote.exact).slice(0, 200)}”.`
        );
      }
      if (found.mended !== null) io.err(`standpoint: ${found.mended}`);
      for (const sentence of found.refused) io.err(`standpoint: ${shown(sentence)}`);
      return found.refused.length > 0 ? 1 : 0;
    });
  }
};
