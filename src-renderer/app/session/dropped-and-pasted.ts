/** What was dropped or pasted, as files and articles to import. Knows the page's events, not what becomes of them. */
import {
  maxArticleBytes,
  maxBundleBytes,
  maxPdfBytes
} from '../../../src-main/domain/base/limits.js';
import {
  isBriefingFile,
  isStandpointFile
} from '../../../src-main/domain/briefing/briefing-file.js';
import { articleKindOf, maxBytesOfKind } from '../../../src-main/domain/program/article.js';

export interface DroppedFiles {
  readonly files: readonly File[];
  /** A sentence for each thing that is no file, or too large to be carried to where files are read. */
  readonly refused: readonly string[];
}

/** Must be called while the event is dispatched: afterwards the browser empties `items`. */
export function filesOf(transfer: DataTransfer): DroppedFiles {
  const files: File[] = [];
  const refused: string[] = [];
  for (const item of transfer.items) {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (!file) continue;
    if (item.webkitGetAsEntry()?.isDirectory) {
      refused.push(`${file.name} is a folder. Drop the files in it instead.`);
    } else if (file.size > limitOf(file)) {
      refused.push(tooLarge(file));
    } else {
      files.push(file);
    }
  }
  return { files, refused };
}

/** Bytes. What no article can be is refused by main, with its reason. */
function limitOf({ name }: File): number {
  // As much as one call carries; by its path it may be larger.
  if (isStandpointFile(name)) return maxPdfBytes;
  if (isBriefingFile(name)) return maxBundleBytes;
  return maxBytesOfKind[articleKindOf(name) ?? 'text'];
}

function tooLarge(file: File): string {
  const most = `${limitOf(file) / 1_000_000} MB`;
  if (!isStandpointFile(file.name)) return `${file.name} is larger than ${most}, the limit for it.`;
  return `${file.name} is larger than ${most}, the most that can be dropped. Choose it with “Add article” instead.`;
}

/** Whether a drag brings files, and not words or an element of the page. */
export function bringsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** `null` when it cannot be read: it was moved since, or is not the person's to read. */
export async function readDroppedFile(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // The File API's word for all of them; anything else is a bug.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

type PastedFormat = 'text' | 'markdown';

export interface PastedArticle {
  readonly text: string;
  readonly format: PastedFormat;
}

/** Tags that say something which plain text loses. */
const meaningful = /<(?:h[1-6]|[ou]l|table|blockquote|strong|b|em|i|a)[\s>]/i;

/** The formatted form; `null` where it says no more than the plain one, or is too long to be asked for. */
export function formattedIn(data: DataTransfer): string | null {
  const html = data.getData('text/html');
  return meaningful.test(html) && html.length <= maxArticleBytes ? html : null;
}

/** @param toMarkdown answers `null` when the formatting cannot be read: the plain words are taken then. */
export async function readPasted(
  html: string | null,
  plain: string,
  toMarkdown: (html: string) => Promise<string | null>
): Promise<PastedArticle> {
  const markdown = html === null ? null : await toMarkdown(html);
  return markdown ? { text: markdown, format: 'markdown' } : { text: plain, format: 'text' };
}
