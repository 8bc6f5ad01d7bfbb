/** Renders text that is not Markdown, character for character. */
import { maxElements } from '../base/limits.js';
import { escapeHtml } from './html-writer.js';

export interface Rendered {
  /** Our own markup only, but still to be sanitised where it is shown. */
  readonly html: string;
  /** The concatenated text nodes of `html`: what selectors and offsets refer to. */
  readonly text: string;
  /** Why the source is shown without its formatting, as a sentence; `null` when it is formatted as meant. */
  readonly plainBecause: string | null;
}

const lineBreak = '(?:\\r\\n|\\n|\\r(?!\\n))';
const singleBreak = new RegExp(lineBreak, 'g');
const paragraphBreak = new RegExp(`${lineBreak}(?:[^\\S\\r\\n]*${lineBreak})+`, 'g');
/** They mislead a reader or cannot stand in a document. */
const unshowable = /[\u0000\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu; // eslint-disable-line no-control-regex

/** Nobody wraps beyond this many characters: where a line is longer, every line is a paragraph. */
const longestWrappedLine = 110;

/**
 * Paragraphs split at blank lines, or a paragraph a line; `text` is the source itself.
 *
 * NUL, unpaired surrogates and bidirectional controls are shown as U+FFFD or as nothing visible, one
 * unit for one, so offsets in the document are offsets in the source all the same. Single line breaks
 * stay in the text; whether they are seen is the style's choice (`white-space`).
 */
export function renderPlainText(source: string): Rendered {
  const html = plainPieces(source)
    .map(({ shown, isParagraph }) =>
      isParagraph ? `<p>${escapeHtml(shown)}</p>` : escapeHtml(shown)
    )
    .join('');
  return { html, text: source, plainBecause: null };
}

/** A paragraph, or the white space between two. */
interface PlainPiece {
  /** As long as the stretch of the source that it stands for. */
  readonly shown: string;
  readonly isParagraph: boolean;
}

/**
 * What `renderPlainText` renders, for who builds the document without markup. A text of more paragraphs
 * than a browser can lay out at once is one paragraph, which shows its lines all the same.
 */
export function plainPieces(source: string): readonly PlainPiece[] {
  const pieces = paragraphsOf(source);
  const isTooMany = pieces.length > 2 * maxElements(source.length);
  return (isTooMany ? [{ shown: source, isParagraph: true }] : pieces).map((piece) =>
    piece.isParagraph ? { ...piece, shown: piece.shown.replace(unshowable, standIn) } : piece
  );
}

/** And what stands between them, of which there is about as much. */
function paragraphsOf(source: string): readonly PlainPiece[] {
  return piecesBetween(paragraphBreak, source).flatMap((piece) => {
    if (!piece.isParagraph) return [piece];
    const lines = piece.shown.split(singleBreak);
    const isWrapped = lines.every((line) => line.length <= longestWrappedLine);
    return isWrapped ? [piece] : piecesBetween(singleBreak, piece.shown);
  });
}

function piecesBetween(gaps: RegExp, text: string): PlainPiece[] {
  const pieces: PlainPiece[] = [];
  const put = (shown: string, isParagraph: boolean) => {
    if (shown !== '') pieces.push({ shown, isParagraph });
  };
  let done = 0;
  for (const gap of text.matchAll(gaps)) {
    put(text.slice(done, gap.index), true);
    put(gap[0], false);
    done = gap.index + gap[0].length;
  }
  put(text.slice(done), true);
  return pieces;
}

function standIn(character: string): string {
  const wordJoiner = '\u2060';
  return character === '\0' || /\p{Surrogate}/u.test(character) ? '\uFFFD' : wordJoiner;
}
