/** A card in a sentence, for a page that is to be taken in at a glance. */
import { inOneLine } from '../text/in-one-line.js';
import type { Card } from '../briefing/entries.js';
import { BeyondLimit } from '../markdown/html-writer.js';
import { lexMarkdown, type MarkdownToken } from '../markdown/lex-markdown.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { firstSentence } from '../text/sentences.js';

/** What a page that is taken in at a glance can tell of a card. */
export interface KeyPoint {
  /** Empty where `lines` stand for it, or nothing does. */
  readonly sentence: string;
  /** The items of a list that nothing leads to: each can stand there without the others. */
  readonly lines: readonly string[];
  /** Whether its author wrote it for this: then it stands there, however long. */
  readonly isChosen: boolean;
}

/**
 * What its author wrote for this; else the first whole sentence of the card, or the items of its list. A paragraph
 * that only leads to a list or a quotation goes on with all of it. A card that begins with a table, code or a
 * picture tells nothing; one without a body is told by its heading.
 */
export function keyPointOf({
  heading,
  keyPoint,
  body
}: Pick<Card, 'heading' | 'keyPoint' | 'body'>): KeyPoint {
  const chosen = keyPoint.trim();
  const isHeadingAlone = heading.trim() !== '' && body.trim() === '';
  if (chosen !== '' || isHeadingAlone) return { sentence: chosen, lines: [], isChosen: true };
  return { sentence: '', lines: [], ...proposedKeyPoint(body), isChosen: false };
}

function proposedKeyPoint(body: string): Partial<KeyPoint> {
  const [first, second] = blocksOf(body);
  if (!first) return {};
  const [lead = ''] = first.pieces;
  if (first.kind === 'items') return { lines: first.pieces };
  if (/[:：]$/u.test(lead))
    return second?.kind === 'items' ? { sentence: `${lead} ${inOneSentence(second.pieces)}` } : {};
  const { start, end } = firstSentence(lead, { start: 0, end: lead.length });
  return { sentence: lead.slice(start, end) };
}

/** Items of a list, parted by semicolons. */
export function inOneSentence(pieces: readonly string[]): string {
  const last = pieces.length - 1;
  return pieces
    .map((piece, index) => (index < last ? piece.replace(/[.;,]$/u, '') : piece))
    .join('; ');
}

/** What a block says, piece by piece: a paragraph is one, a list as many as it has items; `other` tells nothing. */
interface Block {
  readonly kind: 'words' | 'items' | 'other';
  readonly pieces: readonly string[];
}

function blocksOf(body: string): readonly Block[] {
  try {
    return lexMarkdown(body).tokens.flatMap(blockOf);
  } catch (error) {
    if (!(error instanceof BeyondLimit)) throw error;
    return [{ kind: 'words', pieces: [plain(body)] }];
  }
}

function blockOf(token: MarkdownToken): readonly Block[] {
  switch (token.type) {
    case 'list':
      return block(
        'items',
        token.items.map(({ text }) => plain(text))
      );
    case 'blockquote':
      return block('items', [plain(token.raw)]);
    case 'table':
    case 'code':
      return [{ kind: 'other', pieces: [] }];
    case 'paragraph':
      return block('words', [plain(token.raw)]);
    default:
      return [];
  }
}

function block(kind: Block['kind'], pieces: readonly string[]): readonly Block[] {
  const kept = pieces.filter((piece) => piece !== '');
  return kept.length > 0 ? [{ kind, pieces: kept }] : [];
}

/** Without what leads to footnotes: the page has none. */
function plain(markdown: string): string {
  return inOneLine(renderMarkdown(markdown.replace(/\[\^[^\]\s]{1,80}\]/gu, '')).text);
}
