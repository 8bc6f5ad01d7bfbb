/** Bytes of a page, document, PDF or e-mail → its text. Runs in the conversion worker: it can be slow or hungry. */
import type { ArticleKind } from '../domain/program/article.js';
import { noFacts } from '../domain/program/article.js';
import { maxArticleBytes } from '../domain/base/limits.js';
import { ExpectedFailure, fail, ok, type Result } from '../domain/base/result.js';
import type { Extracted } from './extracted.js';

export type Conversion =
  | {
      readonly kind: Exclude<ArticleKind, 'text' | 'markdown'>;
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  /** Formatted words from the clipboard. */
  | { readonly kind: 'clipboard'; readonly name: string; readonly html: string };

/** What is wrong with the file is a failure; a bug throws. */
export async function convert(conversion: Conversion): Promise<Result<Extracted>> {
  const { name } = conversion;
  try {
    const extracted = await extract(conversion);
    if (Buffer.byteLength(extracted.text) <= maxArticleBytes) return ok(extracted);
    return fail(
      'too-large',
      `${name} holds more than ${maxArticleBytes / 1e6} MB of text, the limit for an article. Nothing of it was taken in.`
    );
  } catch (error) {
    if (error instanceof ExpectedFailure) return fail(error.code, error.message);
    if (!(error instanceof RangeError)) throw error;
    return fail('too-deep', `${name} is nested too deeply to be read. Nothing of it was taken in.`);
  }
}

/** Only the libraries of the kind that is asked for are read: each takes a good part of a second. */
async function extract(conversion: Conversion): Promise<Extracted> {
  switch (conversion.kind) {
    case 'html': {
      const { readHtml } = await import('./html/read-html.js');
      return readHtml(conversion.name, conversion.bytes);
    }
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.js');
      return readDocx(conversion.name, conversion.bytes);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.js');
      return readPdf(conversion.name, conversion.bytes);
    }
    case 'mail': {
      const { readMail } = await import('./mail/read-mail.js');
      return readMail(conversion.name, conversion.bytes);
    }
    case 'archive': {
      const { readWebArchive } = await import('./mail/read-web-archive.js');
      return readWebArchive(conversion.name, conversion.bytes);
    }
    case 'clipboard': {
      const { readClipboardHtml } = await import('./html/read-html.js');
      const text = readClipboardHtml(conversion.html, conversion.name);
      return { format: 'markdown', text, facts: noFacts, missing: [] };
    }
  }
}
