/** For tests: what a document of running text says, without what says how it looks. */
import { unpackDocx } from '../../article/docx/read-docx.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { asMarkdown } from '../briefing-markdown.js';
import { asDocx } from '../docx/briefing-docx.js';
import { asHtml } from '../html/briefing-html.js';

const oneLine = (words: string) => words.replace(/\s+/gu, ' ');
const withoutTags = (markup: string) =>
  markup
    .replace(/<style>.*?<\/style>/gsu, ' ')
    // Runs and inline elements end within words.
    .replace(/<\/?(?:w:(?!(?:p|tc|br)\b)\w+|b|span|sup|a|mark|strong)\b[^>]*>/gu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&#(\d+);/gu, (_sign, code: string) => String.fromCharCode(Number(code)));

/** By the name of the format; on one line. */
export const plainFormats: readonly (readonly [
  name: string,
  write: (job: DocumentJob) => Promise<string>
])[] = [
  [
    'Markdown',
    (job) => Promise.resolve(oneLine(asMarkdown(job).replace(/\\|\*\*|\[\^[\d-]+\]/gu, '')))
  ],
  ['the web page', (job) => Promise.resolve(oneLine(withoutTags(asHtml(job))))],
  [
    'Word',
    async (job) => {
      const parts = unpackDocx('a.docx', await asDocx(job));
      return oneLine(withoutTags(Buffer.from(parts['word/document.xml'] ?? []).toString()));
    }
  ]
];
