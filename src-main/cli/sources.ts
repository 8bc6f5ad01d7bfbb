/** `standpoint add` and `standpoint sources`: articles into a briefing, and what a briefing rests on. */
import { resolve } from 'node:path';
import { readArticleFile } from '../article/read-article.js';
import { diffBriefing } from '../domain/change/change.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { Id } from '../domain/base/values.js';
import { z } from '../domain/base/zod.js';
import { titleOfSource } from '../domain/briefing/source.js';
import { additionInWords, addSource } from '../domain/sources/add-source.js';
import { reportSources } from '../domain/sources/source-report.js';
import { counted } from '../domain/text/joined-words.js';
import { quoted } from '../domain/terms/terms.js';
import { SourceReader } from '../import/add-source.js';
import { endsImport } from '../import/import-article.js';
import { type CliCommand, json, libraryAndJson, shown } from './command.js';
import { findId, useLibrary } from './use-library.js';

/** What `add --json` prints of each file that could be read. */
export const AddedFile = z.strictObject({
  file: z.string(),
  /** The briefing had these words already: nothing was added. */
  known: z.boolean(),
  /** The new source, or the one that has the words. */
  source: Id,
  /** The source that it is a newer version of. */
  updates: Id.nullable(),
  /** Annotations that came along from there; on words that were edited; and those without words here. */
  carried: z.int(),
  changed: z.int(),
  gone: z.int(),
  /** Sources of which it is nearly all a copy. */
  copyOf: z.array(Id)
});

export const add: CliCommand = {
  name: 'add',
  usage: 'ID FILE…',
  summary: 'Adds articles to a briefing as sources and prints their ids',
  details: `Reads the formats that import reads. Words that the briefing has already are told and not added. A
newer version of a source takes copies of its annotations along, and a copy shares its origin. The exit
code is 1 when a file could not be read; the others are added.`,
  options: { ...libraryAndJson },
  arity: [2, null],
  run: ({ positionals: [given = '', ...files], values }, io) =>
    useLibrary(values, io, 'write', async (library) => {
      const reader = new SourceReader();
      const added: z.infer<typeof AddedFile>[] = [];
      let refused = false;
      const id = await findId(library, given);
      for (const file of files) {
        try {
          const article = await readArticleFile(resolve(io.folder, file));
          const { briefing, revision, texts } = await library.open(id);
          const found = await reader.read(library, { briefing, texts }, article);
          if (found.is === 'same') {
            const there = briefing.sources.find((source) => source.id === found.source);
            const where = there ? ` as ${quoted(shown(titleOfSource(there)))}` : '';
            io.err(`standpoint: ${file} is in the briefing already${where}. Nothing was added.`);
            const none = { updates: null, carried: 0, changed: 0, gone: 0, copyOf: [] };
            added.push({ file, known: true, source: found.source, ...none });
            continue;
          }
          const { addition, missing } = found;
          const next = addSource(briefing, addition);
          await library.save(id, revision, diffBriefing(briefing, next));
          if (!values['json']) io.out(addition.source.id);
          io.err(`standpoint: ${shown(additionInWords(next, addition))}`);
          for (const sentence of missing) io.err(`standpoint: ${shown(sentence)}`);
          added.push({
            file,
            known: false,
            source: addition.source.id,
            updates: addition.source.updates,
            carried: addition.annotations.length,
            changed: addition.changed,
            gone: addition.gone,
            copyOf: addition.copies.map(({ one, other }) =>
              one === addition.source.id ? other : one
            )
          });
        } catch (error) {
          // Without a library the other files would only fail likewise.
          if (!(error instanceof ExpectedFailure) || endsImport(error)) throw error;
          io.err(`standpoint: ${error.message}`);
          refused = true;
        }
      }
      if (values['json']) io.out(json(added));
      return refused ? 1 : 0;
    })
};

export const sources: CliCommand = {
  name: 'sources',
  usage: 'ID',
  summary: 'Lists the sources of a briefing with what rests on each',
  details: '',
  options: { ...libraryAndJson },
  arity: [1, 1],
  run: ({ positionals: [given = ''], values }, io) =>
    useLibrary<0>(values, io, 'read', async (library) => {
      const { briefing } = await library.open(await findId(library, given));
      const all = reportSources(briefing);
      if (values['json']) io.out(json(all));
      else {
        for (const { id, published, grade, title, publisher, origin, claims } of all) {
          const facts = [
            shown(title) || 'Untitled source',
            shown(publisher),
            origin ? `origin ${shown(origin.name) || origin.id}` : '',
            claims > 0 ? `${counted(claims, 'claim')} on its words` : ''
          ];
          const line = facts.filter((fact) => fact !== '').join('; ');
          io.out(`${id}  ${(published ?? '').padEnd(10)}  ${grade}  ${line}`);
        }
      }
      return 0;
    })
};
