/** `standpoint draft`: an article → its draft. Writes nothing. */
import { resolve } from 'node:path';
import { readArticleFile, readPlainText } from '../article/read-article.js';
import type { Draft } from '../domain/suggestions/draft.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { readRegularFile } from '../disk/regular-file.js';
import { titleOfCard } from './show.js';
import { type CliCommand, text, UsageError, type Io, shown } from './command.js';

export const draft: CliCommand = {
  name: 'draft',
  usage: 'FILE | --batch LIST',
  summary: 'Drafts a briefing of an article and shows it; keeps nothing',
  details:
    'With --json every part comes with its place in the text. The same file gives the same draft. ' +
    'Suggestions are made for English prose; --as-english makes them of any text.',
  options: {
    json: { type: 'boolean' },
    batch: { type: 'string' },
    'as-english': { type: 'boolean' }
  },
  arity: [0, 1],
  async run({ positionals: [file], values }, io) {
    const print = (made: Draft) => io.out(values['json'] ? JSON.stringify(made) : inWords(made));
    const list = text(values, 'batch');
    const asEnglish = values['as-english'] === true;
    // Loads the language models, which no other command needs.
    const { draftArticle } = await import('../draft/draft-article.js');
    const draftFile: DraftFile = async (path) => {
      const article = await readArticleFile(resolve(io.folder, path), { readPlain: readPlainText });
      const made = draftArticle(article, { asEnglish });
      for (const sentence of article.missing ?? []) io.err(`standpoint: ${shown(sentence)}`);
      // Where the file's bytes are not the text, the reader does not have what the offsets refer to.
      const extracted = article.original ? { text: article.text } : {};
      return { ...made, source: { ...made.source, path, ...extracted } };
    };
    if (list !== null && file === undefined) {
      return draftAll(await pathsIn(list, io), draftFile, print, io);
    }
    if (list !== null || file === undefined) {
      throw new UsageError('draft needs one FILE, or --batch LIST.');
    }
    print(await draftFile(file));
    return 0;
  }
};

/** Also an empty text has a draft, an empty one. */
type DraftFile = (path: string) => Promise<Draft>;

async function draftAll(
  paths: readonly string[],
  draftFile: DraftFile,
  print: (made: Draft) => void,
  io: Io
): Promise<0 | 1> {
  let failed = false;
  for (const path of paths) {
    try {
      print(await draftFile(path));
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      io.out(JSON.stringify({ source: { path }, error: error.message }));
      failed = true;
    }
  }
  return failed ? 1 : 0;
}

const listLimit = { most: 10_000_000, what: 'a list of files' };

async function pathsIn(list: string, io: Io): Promise<readonly string[]> {
  const bytes = await readRegularFile(resolve(io.folder, list), listLimit);
  return bytes
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

function inWords({ title, dek, summary, cards }: Draft): string {
  const body = cards.map(({ label, kind, spans }) =>
    [titleOfCard(kind, label), ...spans.map((span) => shown(span.text))].join('\n')
  );
  const head = [title?.text, dek?.text, summary.map((span) => span.text).join(' ')];
  return [...head.map((part) => shown(part ?? '')), ...body]
    .filter((part) => part !== '')
    .join('\n\n');
}
