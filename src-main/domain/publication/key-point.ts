/** A card in a sentence or two, for a page that is to be taken in at a glance. */
import { cutToLength } from '../text/cut-to-length.js';
import { BeyondLimit } from '../markdown/html-writer.js';
import { lexMarkdown, type MarkdownToken } from '../markdown/lex-markdown.js';
import { renderMarkdown } from '../markdown/render-markdown.js';

/** What a block says, piece by piece: a paragraph is one, a list or table as many as it has items or rows. */
interface Block {
  readonly kind: 'words' | 'items';
  readonly pieces: readonly string[];
}

/**
 * The first paragraph of `body`, up to a sentence's end where one comes in time; one that only leads
 * to a list, a quotation or a table goes on with those. At most `length` UTF-16 units and an ellipsis.
 */
export function keyPointOf(body: string, length: number): string {
  const [first, second] = blocksOf(body);
  if (!first) return '';
  const [lead = ''] = first.pieces;
  if (first.kind === 'items') return listed('', first.pieces, length);
  if (second && /[:：]$/u.test(lead)) return listed(lead, second.pieces, length);
  if (lead.length <= length) return lead;
  const sentence = /^.{30,}?[.!?。؟](?=\s|$)/u.exec(lead)?.[0] ?? '';
  if (sentence !== '' && sentence.length <= length) return sentence;
  return `${cutToLength(lead, length).text}…`;
}

/** As many whole pieces as there is room for; of the first as much. */
function listed(lead: string, pieces: readonly string[], length: number): string {
  const start = lead === '' ? '' : `${lead} `;
  let line = '';
  for (const piece of pieces) {
    const longer = line === '' ? start + piece : `${line.replace(/[.;,]$/, '')}; ${piece}`;
    if (longer.length > length) {
      return line === ''
        ? `${cutToLength(longer, length).text}…`
        : `${line.replace(/[.;,]$/, '')}; …`;
    }
    line = longer;
  }
  return line || lead;
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
      return block(
        'items',
        token.rows.map((row) =>
          row
            .map(({ text }) => plain(text))
            .filter((text) => text !== '')
            .join(': ')
        )
      );
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

function plain(markdown: string): string {
  return renderMarkdown(markdown).text.replace(/\s+/g, ' ').trim();
}
