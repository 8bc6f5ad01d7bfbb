/** `standpoint draft`: an article → its draft. Writes nothing. */
import { resolve } from 'node:path';
import { readArticleFile, readPlainText } from '../article/read-article.js';
import type { Briefing } from '../domain/briefing/briefing.js';
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
    const list = text(values, 'batch');
    const asEnglish = values['as-english'] === true;
    // Loads the language models, which no other command needs.
    const { draftArticle } = await import('../draft/draft-article.js');
    const { composeBriefing } = await import('../draft/compose-briefing.js');
    const told: Told = async (path) => {
      const article = await readArticleFile(resolve(io.folder, path), { readPlain: readPlainText });
      const made = draftArticle(article, { asEnglish });
      for (const sentence of article.missing ?? []) io.err(`standpoint: ${shown(sentence)}`);
      if (!values['json']) {
        const { briefing } = composeBriefing(article, { as: 'cards', draft: made }, new Date());
        return inWords(made, briefing);
      }
      // Where the file's bytes are not the text, the reader does not have what the offsets refer to.
      const extracted = article.original ? { text: article.text } : {};
      return JSON.stringify({ ...made, source: { ...made.source, path, ...extracted } });
    };
    if (list !== null && file === undefined) {
      return draftAll(await pathsIn(list, io), told, io);
    }
    if (list !== null || file === undefined) {
      throw new UsageError('draft needs one FILE, or --batch LIST.');
    }
    io.out(await told(file));
    return 0;
  }
};

/** The draft of a file as it is printed. Also an empty text has one, an empty one. */
type Told = (path: string) => Promise<string>;

async function draftAll(paths: readonly string[], told: Told, io: Io): Promise<0 | 1> {
  let failed = false;
  for (const path of paths) {
    try {
      io.out(await told(path));
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

/** Title and bottom line as the window shows them: what somebody speaks stands in quotation marks. */
function inWords({ dek, cards }: Draft, { title, bottomLine }: Briefing): string {
  const body = cards.map(({ label, kind, spans }) =>
    [titleOfCard(kind, label), ...spans.map((span) => shown(span.text))].join('\n')
  );
  return [...[title, dek?.text ?? '', bottomLine].map(shown), ...body]
    .filter((part) => part !== '')
    .join('\n\n');
}
