/** `standpoint export`: a briefing → a file, in the format that the file's ending names. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { disk, isThere } from '../disk/file-system.js';
import { maxLengths } from '../domain/base/limits.js';
import { Id, lastDayOf, type PartialDate } from '../domain/base/values.js';
import {
  type Edition,
  fullEdition,
  PaperSize,
  profileOf,
  Template,
  Profile
} from '../domain/publication/edition.js';
import type { DocumentPart } from '../domain/publication/document-job.js';
import { unsettledOf } from '../domain/publication/unsettled.js';
import { isBriefingFile, isStandpointFile } from '../domain/briefing/briefing-file.js';
import type { TextHash } from '../domain/briefing/source.js';
import type { Standard } from '../publish/pdf/lint/lint.js';
import { formatOf, formats, writeDocument } from '../publish/formats.js';
import { carriesBriefing, keepIfPossible } from '../publish/shared-states.js';
import {
  type CliCommand,
  library,
  oneOf,
  shown as readable,
  text,
  UsageError,
  type OptionValues,
  dayOption,
  type ExitCode,
  type Io
} from './command.js';
import { outputFile, overwrite, overwriteInWords } from './output-file.js';
import { printDocument } from '../printing/print-document.js';

/** Formats of running text, which can tell what changed. */
const withWords = formats.filter(({ shows }) => shows !== 'data').map(({ ending }) => `.${ending}`);
const inWords = (words: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);

const endingWidth = Math.max(...formats.map(({ ending }) => ending.length + 1));

export const exportCommand: CliCommand = {
  name: 'export',
  usage: 'ID|FILE… --to PATH',
  summary: 'Writes a briefing, or a book of several, to a file and prints its path',
  details: `The ending of PATH chooses the format:
${formats.map(({ ending, holds }) => `  ${`.${ending}`.padEnd(endingWidth)}  ${holds}`).join('\n')}
The template changes is one page of what changed after the end of a day (--since), up to another
(--until): as it was written, where a version as old as that was kept, else as the ledger knows the
days; --since gives a full briefing such a section. Any other template tells the positions as of --as-of,
and how many came later. --profile says for whom: audience keeps notes and the
full text of sources back, full keeps nothing back. Without it the templates that are handed over (brief, positions,
changes) are for an audience, and a full briefing is for its author. With --archive a PDF is one for keeping (PDF/A-3u),
or is not written where it breaks a rule of that. --check reads the PDF that was written by the rules of PDF/UA-1 (and of
PDF/A-3u with --archive) that a program can check, tells each that it breaks, and ends with 1 then. A FILE is drafted first, as an import does it, and does not enter the library.
Several go into one book with --book, in the order given: a title page, one contents list, and all that each
holds. Such a .pdf, .standpoint or .json comes back as the briefings that went in.
${overwriteInWords} It never lies in a library, nor is it a FILE that is read.`,
  options: {
    ...library,
    to: { type: 'string' },
    paper: { type: 'string' },
    profile: { type: 'string' },
    template: { type: 'string' },
    'prepared-by': { type: 'string' },
    'copy-number': { type: 'string' },
    archive: { type: 'boolean' },
    since: { type: 'string' },
    until: { type: 'string' },
    'as-of': { type: 'string' },
    'large-print': { type: 'boolean' },
    check: { type: 'boolean' },
    book: { type: 'boolean' },
    title: { type: 'string' },
    'leave-out': { type: 'string' },
    ...overwrite
  },
  arity: [1, null],
  async run({ positionals, values }, io) {
    const to = text(values, 'to');
    if (to === null) throw new UsageError('export needs --to PATH.');
    const path = resolve(io.folder, to);
    const paper = oneOf(values, 'paper', PaperSize.options, 'A4');
    const template = oneOf(values, 'template', Template.options, 'full');
    const profile = oneOf(values, 'profile', Profile.options, profileOf(template));
    const since = dayOption(values, 'since');
    const [upTo, asOf] = [dayOption(values, 'until'), dayOption(values, 'as-of')];
    refuseDays(template, since, upTo, asOf);
    const until = upTo ?? asOf;
    const isPdf = path.toLowerCase().endsWith('.pdf');
    const archive = values['archive'] === true;
    if (archive && !isPdf) throw new UsageError('--archive is for a .pdf.');
    const largePrint = values['large-print'] === true;
    if (largePrint && !isPdf) {
      throw new UsageError('--large-print is for a .pdf.');
    }
    const isChecked = values['check'] === true;
    if (isChecked && !isPdf) throw new UsageError('--check is for a .pdf.');
    const isBook = values['book'] === true;
    if (!isBook && positionals.length > 1) {
      throw new UsageError('Several briefings go into one file with --book.');
    }
    if (!isBook && values['title'] !== undefined) throw new UsageError('--title is for --book.');
    const { shows } = formatOf(path, isBook);
    if (shows === 'data' && (template === 'changes' || since !== null || asOf !== null)) {
      const wanted = template === 'changes' ? '--template changes' : since ? '--since' : '--as-of';
      throw new UsageError(`${wanted} is for ${inWords(withWords)}.`);
    }
    const inputs = positionals.map((given) => resolve(io.folder, given));
    const target = await outputFile(to, values, io, inputs);
    const preparedBy = (text(values, 'prepared-by') ?? '').slice(0, maxLengths.author);
    const copyNumber = (text(values, 'copy-number') ?? '').slice(0, maxLengths.copyNumber);
    const leftOut = idsOption(values, 'leave-out');
    if (leftOut.length > 0 && template !== 'brief') {
      throw new UsageError('--leave-out is for --template brief.');
    }
    const shown = { preparedBy, copyNumber, archive, leftOut, largePrint };
    const choices = { paper, profile, template, since, until, ...shown };
    const edition: Edition = { ...fullEdition, ...choices };
    const originals: Originals = new Map();
    const parts: DocumentPart[] = [];
    for (const given of positionals) {
      parts.push(await partOf(given, { target, edition, originals }, values, io));
    }
    const title = isBook ? (text(values, 'title') ?? '') : null;
    const job = { title, parts, edition };
    const unsettled = unsettledOf(parts.map(({ briefing }) => briefing));
    const tell = (sentence: string) => io.err(`standpoint: ${sentence}`);
    if (unsettled) tell(unsettled);
    await writeDocument(job, target, {
      print: (job) => printDocument(job, { onMissingSigns: tell, onRemark: tell }),
      original: (hash) => Promise.resolve(originals.get(hash) ?? null),
      tell
    });
    const isBriefing = isBriefingFile(target);
    if (isBriefing && profile === 'audience') io.err(`standpoint: ${withoutTexts}`);
    io.out(target);
    return isChecked ? check(target, archive ? ['ua', 'archive'] : ['ua'], io) : 0;
  }
};

/** The exit code. */
async function check(path: string, standards: readonly Standard[], io: Io): Promise<ExitCode> {
  // pdf-lib is large, and nothing else of a command needs it.
  const { lintPdf } = await import('../publish/pdf/lint/lint.js');
  const faults = await lintPdf(await readFile(path), standards);
  for (const fault of faults) io.err(`standpoint: ${fault}`);
  const names = standards.map((standard) => standardNames[standard]).join(' and ');
  if (faults.length === 0) {
    io.err(`standpoint: It keeps all rules of ${names} that a program can check.`);
  }
  return faults.length === 0 ? 0 : 1;
}

const standardNames: Readonly<Record<Standard, string>> = { ua: 'PDF/UA-1', archive: 'PDF/A-3u' };

const withoutTexts =
  'For an audience the file has neither the texts of the sources nor the files they were read from; --profile full gives all.';

function idsOption(values: OptionValues, name: string): readonly Id[] {
  return (text(values, name) ?? '')
    .split(',')
    .map((given) => given.trim())
    .filter((given) => given !== '')
    .map((given) => {
      const id = Id.safeParse(given);
      if (!id.success) throw new UsageError(`--${name} takes whole ids, not “${given}”.`);
      return id.data;
    });
}

function refuseDays(
  template: Template,
  since: PartialDate | null,
  until: PartialDate | null,
  asOf: PartialDate | null
): void {
  if (since !== null && template !== 'changes' && template !== 'full') {
    throw new UsageError('--since is for --template changes or full.');
  }
  if (until !== null && template !== 'changes' && since === null) {
    throw new UsageError('--until needs --template changes, or --since.');
  }
  if (asOf !== null && (template === 'changes' || since !== null)) {
    throw new UsageError('Where changes are told, --until says up to which day.');
  }
  if (since !== null && until !== null && lastDayOf(until) <= lastDayOf(since)) {
    throw new UsageError(`--until ${until} is not after --since ${since}.`);
  }
}

/** The files that texts were read from, by their hashes, as far as the document holds any. */
type Originals = Map<TextHash, Uint8Array>;

interface Wanted {
  readonly target: string;
  readonly edition: Edition;
  /** Is given those of the part. */
  readonly originals: Originals;
}

/**
 * A file that is there goes before an id that reads like it. What only one of the ways needs is loaded on it:
 * reading all of the code takes as long as making a page.
 */
async function partOf(
  given: string,
  { target, edition, originals }: Wanted,
  values: OptionValues,
  io: Io
): Promise<DocumentPart> {
  const path = resolve(io.folder, given);
  if (looksLikeId.test(given) && !(await isThere(path, disk))) {
    const { findId, useLibrary } = await import('./use-library.js');
    const { readDocumentPart } = await import('../handlers/export-from-library.js');
    return useLibrary(values, io, 'read', async (opened) => {
      const part = await readDocumentPart(opened, await findId(opened, given), edition);
      if (carriesBriefing(target)) await keepIfPossible(opened.folder, part.briefing);
      // An audience is given none.
      if (isStandpointFile(target) && edition.profile === 'full') {
        for (const { original } of part.briefing.sources) {
          const bytes = original && (await opened.readOriginal(original.hash));
          if (bytes) originals.set(original.hash, bytes);
        }
      }
      return part;
    });
  }
  const hold = (given: Readonly<Record<TextHash, Uint8Array>>) => {
    for (const [hash, bytes] of Object.entries(given)) originals.set(hash, bytes);
  };
  if (isBriefingFile(path)) {
    const { readBundleFile } = await import('../import/import-bundle.js');
    const read = await readBundleFile(path);
    if (read.mended !== null) io.err(`standpoint: ${read.mended}`);
    hold(read.originals);
    return read.bundle;
  }
  const { readArticleFile } = await import('../article/read-article.js');
  const { draftBriefing } = await import('../import/import-article.js');
  const drafted = await draftBriefing(await readArticleFile(path), { as: 'composed' });
  for (const sentence of drafted.remarks) io.err(`standpoint: ${readable(sentence)}`);
  hold(drafted.originals);
  return { briefing: drafted.briefing, texts: drafted.texts };
}

const looksLikeId = /^[0-9A-HJKMNP-TV-Z]{1,26}$/i;
