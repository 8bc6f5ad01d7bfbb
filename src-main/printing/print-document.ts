/** Prints a document as PDF: chooses its version by its pages, has these set by Typst, and finishes the file. */
import { join } from 'node:path';
import type { ExportStage } from '../domain/api.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { composeBook, momentsOf, type Book } from '../domain/publication/book.js';
import type { Runs } from '../domain/publication/document/blocks.js';
import type { DocumentTree } from '../domain/publication/document/document.js';
import { type CountedPages, fitted } from '../domain/publication/document/fit.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import type { LastPage } from '../domain/publication/last-page.js';
import {
  findMissingSigns,
  type MissingSigns,
  missingSignsInWords
} from '../domain/publication/missing-signs.js';
import { documentOfJob } from '../publish/pdf/document-of-job.js';
import { hashOf, nameOfBundle, describeBundle } from '../publish/pdf/bundle-file.js';
import { xmpPacket } from '../publish/pdf/xmp.js';
import { goesOn, notAccessible, notArchival, tooLong } from './remarks.js';
import { Typesetter, type Finish, type Typeset, type TypesetJob } from '../typst/typesetter.js';

export const template = join(import.meta.dirname, '../../resources/typst');
let usual: Typesetter | null = null;

interface PrintOptions {
  /** Stops the work: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: ExportStage) => void;
  /** Told, in sentences, which signs no font holds that comes with the program. */
  readonly onMissingSigns?: (remark: string) => void;
  /** Told, in sentences, what the document is not that it should be: what runs over its one page, and which standard it cannot keep. */
  readonly onRemark?: (remark: string) => void;
}

/** By the template and the fonts that come with the program. */
export function usualTypesetter(): Typesetter {
  return (usual ??= new Typesetter(template));
}

/** Throws an `ExpectedFailure` where the document cannot be made as it is asked for. */
export async function printDocument(
  job: DocumentJob,
  { signal, onStage, onMissingSigns, onRemark }: PrintOptions = {},
  typesetter = usualTypesetter()
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const book = composeBook(job);
  const facts = documentOfJob(job, book);
  const { set, missing } = settingOf(job, book, typesetter, signal);
  if (missing) onMissingSigns?.(missingSignsInWords(missing));
  onStage?.('layout');
  const { tree, pages, values } = await fitted(book, async (tree) => ({
    tree,
    ...(await set(tree, 'pages'))
  }));
  const over = runsOver(book, pages, values['page-part'] ?? []);
  if (over && book.edition.template === 'brief') throw tooLong(over, book.edition.paper);
  const remarks = over ? [goesOn(over, book.edition.paper)] : [];
  onStage?.('finish');
  const finish = (isAccessible: boolean) =>
    set(tree, finishOf(facts, tree, isAccessible)).then(({ pdf }) => pdf);
  const pdf = await finish(true).catch((error: unknown) => {
    const isMissing = error instanceof ExpectedFailure && error.code === 'missing-glyph';
    if (!isMissing || !missing) throw error;
    // No font of this computer has them either: they print as boxes, and the document does not claim more.
    if (facts.edition.archive) throw notArchival();
    remarks.push(notAccessible);
    return finish(false);
  });
  if (remarks.length > 0) onRemark?.(remarks.join(' '));
  return pdf;
}

/** How versions of a document are set by Typst. */
export function settingOf(
  job: DocumentJob,
  book: Book,
  typesetter: Typesetter,
  signal?: AbortSignal
): {
  /** Sets one version. */
  readonly set: (tree: DocumentTree, make: TypesetJob['make']) => Promise<Typeset & CountedPages>;
  /** `null` where the fonts of the program hold every sign. */
  readonly missing: MissingSigns | null;
} {
  const { modifiedAt: createdAt } = momentsOf(job);
  const found = findMissingSigns(book);
  const missing = found.signs.length > 0 ? found : null;
  // The version that is printed is set twice: to count its pages, and to be finished.
  const written = new WeakMap<DocumentTree, ReturnType<typeof treeFiles>>();
  const set = async (tree: DocumentTree, make: TypesetJob['make']) => {
    const files = written.get(tree) ?? treeFiles({ ...tree, usesOtherFonts: missing !== null });
    written.set(tree, files);
    const made = await typesetter.typeset({ ...files, createdAt, make }, signal);
    return { ...made, lastPage: made.values['end']?.[0] as LastPage | undefined };
  };
  return { set, missing };
}

/** The tree as the template reads it: pictures are files beside it. */
export function treeFiles(tree: DocumentTree): Pick<TypesetJob, 'data' | 'pictures' | 'queries'> {
  const pictures: Record<string, Uint8Array> = {};
  const sourceOf = (address: string): string => {
    const [, kind = '', base64 = ''] = dataAddress.exec(address) ?? [];
    const bytes = Buffer.from(base64, 'base64');
    // One that is none prints as its description.
    if (!isOfKind(bytes, kind)) return '';
    const name = `picture-${Object.keys(pictures).length + 1}.${kind === 'jpeg' ? 'jpg' : kind}`;
    pictures[name] = bytes;
    return `/${name}`;
  };
  const data = JSON.stringify(forTemplate(tree, sourceOf));
  return { data, pictures, queries: ['page-part', 'place', 'end'] };
}

/**
 * Without what its blocks were read from, which is for Markdown, and with the files of pictures. A number
 * stays on the line of what it counts, but in code, which is copied.
 */
function forTemplate(value: unknown, sourceOf: (address: string) => string): unknown {
  if (typeof value === 'string') return value.replaceAll(numberBefore, '$1\u00a0');
  if (Array.isArray(value)) return value.map((each) => forTemplate(each, sourceOf));
  if (typeof value !== 'object' || value === null) return value;
  if ('code' in value || ('kind' in value && value.kind === 'code')) return value;
  const out: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    if (key === 'link') out[key] = each;
    else if (key !== 'source') out[key] = forTemplate(each, sourceOf);
    else if (isPicture(value)) out[key] = sourceOf(value.source);
    else if (typeof each !== 'object') out[key] = each;
  }
  return out;
}

const numberBefore = /(?<![\p{L}\p{Nd}])(\p{Nd}{1,3}(?:[.,٫٬]\p{Nd}{1,3})*) (?=[\p{L}%٪‰])/gu;

const dataAddress = /^data:image\/(png|jpeg|gif|webp);base64,([\d+/=A-Za-z]+)$/u;

/** By how files of each kind begin. */
const beginnings: Readonly<Record<string, RegExp>> = {
  png: /^\x89PNG\r\n/,
  jpeg: /^\xff\xd8\xff/,
  gif: /^GIF8[79]a/,
  webp: /^RIFF[^]{4}WEBP/
};

function isOfKind(bytes: Buffer, kind: string): boolean {
  return beginnings[kind]?.test(bytes.toString('latin1', 0, 16)) ?? false;
}

function isPicture(value: unknown): value is Extract<Runs[number], { kind: 'picture' }> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'picture' &&
    'source' in value
  );
}

function finishOf(
  { edition, bundles, highlights, ...facts }: ReturnType<typeof documentOfJob>,
  { language, chapters }: DocumentTree,
  isAccessible: boolean
): Finish {
  const { archive, profile } = edition;
  const { title, description, keywords, createdAt, modifiedAt } = facts;
  const program = 'Standpoint';
  const bundleHashes = bundles.map(({ bytes }) => hashOf(bytes));
  const told = { title, description, language, keywords, createdAt, modifiedAt };
  const claims = { ua: isAccessible, archive };
  return {
    isAccessible,
    packet: xmpPacket({ ...told, program, bundleHashes, profile }, claims),
    info: {
      Title: title,
      Subject: description,
      Keywords: keywords.join(', '),
      Creator: program,
      Producer: program
    },
    createdAt,
    modifiedAt,
    archive,
    places: Object.fromEntries(
      chapters.flatMap(({ prefix, sections }) =>
        sections.map(({ anchor, heading }) => [prefix + anchor, heading])
      )
    ),
    attachments: bundles.map(({ bytes, modifiedAt }, index) => ({
      name: nameOfBundle(index, bundles.length),
      bytes,
      description: describeBundle(bytes),
      mimeType: 'application/json',
      modifiedAt
    })),
    highlights: Object.fromEntries(highlights)
  };
}

/** The title of a briefing, whose `words` are empty, or a part of page one; and the page on which it stands, from 1. */
interface PagePart {
  readonly page: number;
  readonly words: string;
}

/** The beginnings of what stands beyond the one page of a brief or of changes; `null` where each fits, or may be longer. */
export function runsOver(
  { chapters, edition, titlePage, isSheet }: Book,
  pages: number,
  told: readonly unknown[]
): readonly string[] | null {
  const { template, largePrint } = edition;
  const isOnePage = template === 'brief' ? !largePrint : template === 'changes' && !titlePage;
  if (isSheet || !isOnePage) return null;
  const parts = told as readonly PagePart[];
  const firsts = parts.filter(({ words }) => words === '').map(({ page }) => page);
  const isOver = firsts.some((first, index) => (firsts[index + 1] ?? pages + 1) > first + 1);
  if (!isOver) return null;
  let chapter = -1;
  return parts.flatMap(({ page, words }) => {
    if (words === '') chapter += 1;
    if (page === firsts[chapter]) return [];
    return titlePage ? `${chapters[chapter]?.publication.title}: ${words}` : words;
  });
}
