/** Sizes beyond which input is refused with a sentence, instead of slowing or breaking the program. */

/** UTF-16 units in one card's body. */
export const maxCardLength = 200_000;
/** UTF-16 units in the fields of a briefing, by what each holds. */
export const maxLengths = {
  title: 500,
  marking: 200,
  bottomLine: 10_000,
  heading: 500,
  portionMark: 40,
  note: 20_000,
  tag: 100,
  actor: 200,
  issue: 300,
  condition: 1_000,
  statement: 2_000,
  relay: 300,
  sourceTitle: 1_000,
  publisher: 500,
  author: 500,
  device: 100,
  fileName: 500,
  submission: 1_000,
  copyNumber: 40,
  address: 2_000
} as const;
/** A sentence where a text is longer than can be kept; `null` where it is not. UTF-16 units. */
export function tellTooLong({ length }: string, most: number): string | null {
  if (length <= most) return null;
  const [limit, count] = [most, length].map((n) => n.toLocaleString('en'));
  return `At most ${limit} characters can be kept, and these are ${count}. Nothing is lost: shorten it here.`;
}

/** Bytes of a text, Markdown or HTML article, and of any source's text. */
export const maxArticleBytes = 5_000_000;
/** Entries of a briefing that comes from outside, by its list: more than anyone writes, fewer than slow the window down. */
export const maxEntries = {
  cards: 20_000,
  sources: 2_000,
  origins: 2_000,
  actors: 20_000,
  issues: 20_000,
  positions: 50_000,
  statements: 50_000,
  annotations: 50_000,
  events: 20_000,
  figures: 20_000,
  outcomes: 20_000,
  keyJudgements: 20_000,
  dismissals: 100_000
} as const;
/** Tags, names, replies, links, pieces of evidence and the like of one entry. */
export const maxListed = 1_000;
/** Elements and attributes that a web page may be made of, those alone counted that tell something of its text. */
export const maxPageElements = 150_000;
/** UTF-16 units of a page's text, each counted once a level of its depth: what it costs to read them. */
export const maxPageTextByDepth = 300_000_000;
/** Bytes of a Word document. */
export const maxDocxBytes = 20_000_000;
/** Bytes that all entries of a Word document may unpack to. */
export const maxUnpackedBytes = 100_000_000;
/** Entries of a Word document's archive. */
export const maxArchiveEntries = 2_000;
/** Elements and attributes that the text of a Word document may be made of, those alone counted that are read. */
export const maxDocumentElements = 150_000;
/** Styles and kinds of elements that a Word document may use. */
export const maxDocumentStyles = 1_000;
export const maxPdfPages = 2_000;
/** Pieces of text, each with its place on a page, in a PDF. */
export const maxPdfPieces = 1_000_000;
/** Bytes of an e-mail or a web archive, with its attachments and pictures. */
export const maxMailBytes = 50_000_000;
/** Parts of an e-mail or a web archive: texts, attachments, pictures. */
export const maxMailParts = 2_000;
/** Parts within parts of an e-mail or a web archive. */
export const maxMailDepth = 20;
/** Bytes of all headers of an e-mail or a web archive. */
export const maxMailHeaders = 1_000_000;
/** Bytes of a file of references: BibTeX, RIS, CSL-JSON. */
export const maxReferenceBytes = 10_000_000;
/** Bytes of a JSON bundle. */
export const maxBundleBytes = 50_000_000;
/** Bytes of a Standpoint file, as it is and unpacked. */
export const maxStandpointBytes = 500_000_000;
/** Texts, originals and the like in one Standpoint file. */
export const maxStandpointEntries = 20_000;
/** Bytes of a PDF that may carry a bundle. */
export const maxPdfBytes = 200_000_000;
/** Bytes of the file that a source was read from: the most that any kind of article may have. */
export const maxOriginalBytes = maxPdfBytes;
/** Briefings in one book: to lay out more and to read them back would take minutes. */
export const maxBookBriefings = 200;
/** Levels of nesting in a JSON bundle. */
export const maxBundleDepth = 64;
/** UTF-16 units of Markdown that are rendered with their formatting. */
export const maxMarkdownLength = 1_000_000;
/** UTF-16 units of HTML that one text may render to. */
export const maxHtmlLength = 2_000_000;
/**
 * Paragraphs, cells, links and the like that a text of so many UTF-16 units may render to: a browser
 * needs up to 30 microseconds and some kilobytes for each, and of a short text all at once. Prose has
 * 15 of them in a thousand units, a list of nothing but links 25, a table 200.
 */
export function maxElements(length: number): number {
  return 8_000 + Math.floor(length / 40);
}
export const maxTableColumns = 64;
/** Quotes, lists and emphasis inside one another. */
export const maxNesting = 64;
/** UTF-16 units that a Markdown parser may read ahead in search of closing signs; about a second's work. */
export const maxReadAhead = 100_000_000;
