/** `standpoint export`: a briefing → a file, in the format that the file's ending names. */
import { dirname, resolve } from 'node:path';
import { stat } from 'node:fs/promises';
import type { PrintJob } from '../domain/api.js';
import { readArticleFile } from '../article/read-article.js';
import { type Bundle, bundleSchema } from '../domain/briefing/bundle.js';
import { lastDayOf, type PartialDate } from '../domain/base/partial-date.js';
import {
  type Edition,
  fullEdition,
  Paper,
  profileOf,
  Template
} from '../domain/publication/edition.js';
import { Profile } from '../domain/publication/profile.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { WrittenPair } from '../domain/briefing/written-state.js';
import { composeBriefing } from '../draft/compose-briefing.js';
import { regroupArticle } from '../draft/regroup-article.js';
import { isBundle, readBundleFile } from '../import/import-bundle.js';
import { bookFormatOf, exportBook } from '../publish/book-formats.js';
import { exportBriefing, formatOf } from '../publish/formats.js';
import { carriesBriefing, keepIfPossible } from '../publish/shared-states.js';
import { readWrittenFor } from '../handlers/written-states.js';
import { type Command, library, oneOf, text, UsageError, type Values } from './command.js';
import { dayOption } from './day-option.js';
import { findId } from './find-id.js';
import type { Io } from './io.js';
import { printUnderHost } from './print-under-host.js';
import { useLibrary } from './use-library.js';

export const exportCommand: Command = {
  name: 'export',
  usage: 'ID|FILE… --to PATH',
  summary: 'Writes a briefing, or a book of several, to a file and prints its path',
  details: `The ending of PATH chooses the format: .pdf, .docx, .html, .md, .csv (the position ledger), .json (everything,
to import again); for the annotations alone .jsonld (W3C), .hypothesis.json, .annotations.md and
.annotations.csv. The template changes is one page of what changed after the end of a day (--since), up to another
(--until): as it was written, where a version as old as that was kept, else as the ledger knows the
days; --since gives a full briefing such a section. --profile says for whom: audience keeps private notes and the
full text of sources back, full keeps nothing back. Without it the templates that are handed over (brief, positions,
changes) are for an audience, and a full briefing is for its author. A FILE is drafted first and does not enter the library.
Several go into one book with --book, in the order given: a title page, one contents list, and all that each
holds. Such a .pdf or .json comes back as the briefings that went in.`,
  options: {
    ...library,
    to: { type: 'string' },
    paper: { type: 'string' },
    profile: { type: 'string' },
    template: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    book: { type: 'boolean' },
    title: { type: 'string' }
  },
  arity: [1, null],
  async run({ positionals, values }, io) {
    const to = text(values, 'to');
    if (to === null) throw new UsageError('export needs --to PATH.');
    const target = resolve(io.folder, to);
    const paper = oneOf(values, 'paper', Paper.options, 'A4');
    const template = oneOf(values, 'template', Template.options, 'full');
    const profile = oneOf(values, 'profile', Profile.options, profileOf(template));
    const since = dayOption(values, 'since');
    const until = dayOption(values, 'until');
    refuseDays(template, since, until);
    if ((template === 'changes' || since !== null) && !target.toLowerCase().endsWith('.pdf')) {
      throw new UsageError(
        `${template === 'changes' ? '--template changes' : '--since'} is for a .pdf.`
      );
    }
    const isBook = values['book'] === true;
    if (!isBook && positionals.length > 1) {
      throw new UsageError('Several briefings go into one file with --book.');
    }
    if (!isBook && values['title'] !== undefined) throw new UsageError('--title is for --book.');
    if (isBook) bookFormatOf(target);
    else formatOf(target);
    await refuseMissingFolder(dirname(target));
    const options = {
      edition: { ...fullEdition, paper, profile, template, since, until },
      print: (job: PrintJob) => printUnderHost(job, io)
    };
    const contents: Content[] = [];
    for (const given of positionals) {
      contents.push(await contentOf(given, target, options.edition, values, io));
    }
    const bundles = contents.map(({ bundle }) => bundle);
    const [content] = contents;
    if (isBook) {
      const writtenEach = contents.map(({ written }) => written);
      const title = text(values, 'title') ?? '';
      await exportBook(title, bundles, target, { ...options, writtenEach });
    } else if (content) {
      await exportBriefing(content.bundle, target, { ...options, written: content.written });
    }
    io.out(target);
    return 0;
  }
};

function refuseDays(
  template: Template,
  since: PartialDate | null,
  until: PartialDate | null
): void {
  if (since !== null && template !== 'changes' && template !== 'full') {
    throw new UsageError('--since is for --template changes or full.');
  }
  if (until !== null && template !== 'changes' && since === null) {
    throw new UsageError('--until needs --template changes, or --since.');
  }
  if (since !== null && until !== null && lastDayOf(until) <= lastDayOf(since)) {
    throw new UsageError(`--until ${until} is not after --since ${since}.`);
  }
}

interface Content {
  readonly bundle: Bundle;
  readonly written?: WrittenPair | undefined;
}

/** A file that is there goes before an id that reads like it. */
async function contentOf(
  given: string,
  target: string,
  edition: Edition,
  values: Values,
  io: Io
): Promise<Content> {
  const path = resolve(io.folder, given);
  if (looksLikeId.test(given) && !(await isThere(path))) {
    return useLibrary(values, io, 'read', async (opened) => {
      const { briefing, texts } = await opened.open(await findId(opened, given));
      if (carriesBriefing(target)) await keepIfPossible(opened.folder, briefing);
      const written = await readWrittenFor(opened, briefing, edition);
      return { bundle: { schema: bundleSchema, briefing, texts }, written };
    });
  }
  if (isBundle(path)) {
    const { bundle, mended } = await readBundleFile(path);
    if (mended !== null) io.err(`standpoint: ${mended}`);
    return { bundle };
  }
  const article = await readArticleFile(path);
  const { briefing, texts } = composeBriefing(article, regroupArticle(article), new Date());
  return { bundle: { schema: bundleSchema, briefing, texts } };
}

const looksLikeId = /^[0-9A-HJKMNP-TV-Z]{1,26}$/i;

/** Before the work, which takes seconds for a PDF, rather than after it. */
async function refuseMissingFolder(folder: string): Promise<void> {
  if (await isThere(folder)) return;
  throw new ExpectedFailure('no-folder', `There is no folder ${folder}, so nothing was written.`);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  );
}
