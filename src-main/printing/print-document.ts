/** Prints a document as PDF: chooses its version by its pages, has these set by Typst, and finishes the file. */
import { join } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import { composeBook, type Book } from '../domain/publication/book.js';
import type { Runs } from '../domain/publication/document/blocks.js';
import type { DocumentTree } from '../domain/publication/document/document.js';
import { fitted } from '../domain/publication/document/fit.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { findMissingSigns } from '../domain/publication/missing-signs.js';
import { documentOfJob } from '../publish/pdf/document-of-job.js';
import { remarkOnAccess, whyNotArchival } from '../publish/pdf/accessibility-remark.js';
import { hashOf, nameOfBundle, describeBundle } from '../publish/pdf/attached-bundle.js';
import { xmpPacket } from '../publish/pdf/xmp.js';
import type { PrintOptions } from './print-briefing.js';
import { goesOn, tooLong } from './runs-over.js';
import { Typesetter, type Finish, type TypesetJob } from '../typst/typesetter.js';

export const template = join(import.meta.dirname, '../../resources/typst');
let usual: Typesetter | null = null;

/** By the template and the fonts that come with the program. */
function usualTypesetter(): Typesetter {
  return (usual ??= new Typesetter(template));
}

/** Throws an `ExpectedFailure` where the document cannot be made as it is asked for. */
export async function printDocument(
  job: DocumentJob,
  { signal, onStage, onRemark }: Pick<PrintOptions, 'signal' | 'onStage' | 'onRemark'> = {},
  typesetter = usualTypesetter()
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const book = composeBook(job);
  const facts = documentOfJob(job, book);
  const usesOtherFonts = findMissingSigns(book).signs.length > 0;
  const set = (tree: DocumentTree, make: TypesetJob['make']) =>
    typesetter.typeset(
      { ...filesOf({ ...tree, usesOtherFonts }), createdAt: facts.modifiedAt, make },
      signal
    );
  onStage?.('layout');
  const { tree, pages, values } = await fitted(book, async (tree) => ({
    tree,
    ...(await set(tree, 'pages'))
  }));
  const over = runsOver(book, pages, values['page-part'] ?? []);
  if (over.length > 0 && book.edition.template === 'brief') throw tooLong(over, book.edition.paper);
  const remarks = over.length > 0 ? [goesOn(over, book.edition.paper)] : [];
  onStage?.('finish');
  const finish = (isAccessible: boolean) =>
    set(tree, finishOf(facts, tree.language, isAccessible)).then(({ pdf }) => pdf);
  const pdf = await finish(true).catch((error: unknown) => {
    const isMissing = error instanceof ExpectedFailure && error.code === 'missing-glyph';
    if (!isMissing || !usesOtherFonts) throw error;
    // No font of this computer has them either: they print as boxes, and the document does not claim more.
    const rules = ['7.21.8'];
    if (facts.edition.archive) throw new ExpectedFailure('not-archival', whyNotArchival(rules));
    remarks.push(remarkOnAccess(rules).words);
    return finish(false);
  });
  if (remarks.length > 0) onRemark?.(remarks.join(' '), '');
  return pdf;
}

/** The tree as the template reads it: pictures are files beside it. */
function filesOf(tree: DocumentTree): Pick<TypesetJob, 'data' | 'pictures' | 'queries'> {
  const pictures: Record<string, Uint8Array> = {};
  const data = JSON.stringify(tree, (key, value: unknown) => {
    // What its blocks were read from, which is for Markdown.
    if (key === 'source' && typeof value === 'object') return undefined;
    if (!isPicture(value)) return value;
    const [, kind = '', base64 = ''] = dataAddress.exec(value.source) ?? [];
    if (base64 === '') return { ...value, source: '' };
    const name = `picture-${Object.keys(pictures).length + 1}.${kind === 'jpeg' ? 'jpg' : kind}`;
    pictures[name] = Buffer.from(base64, 'base64');
    return { ...value, source: `/${name}` };
  });
  return { data, pictures, queries: ['page-part'] };
}

const dataAddress = /^data:image\/(png|jpeg|gif|webp);base64,([\d+/=A-Za-z]+)$/u;

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
  language: string,
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

/** A part of page one and the page on which it begins, as the template tells it. */
interface PagePart {
  readonly page: number;
  readonly words: string;
}

/** The beginnings of what stands beyond the one page of a brief or of changes; none where it fits, or may be longer. */
function runsOver(
  { edition, titlePage, chapters, isSheet }: Book,
  pages: number,
  parts: readonly unknown[]
): readonly string[] {
  const { template, largePrint } = edition;
  const isOnePage = template === 'brief' ? !largePrint : template === 'changes' && !titlePage;
  if (isSheet || !isOnePage) return [];
  const most = titlePage ? chapters.length + 1 : 1;
  if (pages <= most) return [];
  const beyond = (parts as readonly PagePart[]).filter(({ page }) => page > 1 || titlePage);
  return beyond.map(({ words }) => words);
}
