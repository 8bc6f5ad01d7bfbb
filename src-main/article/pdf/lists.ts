/** Paragraphs that begin with a bullet or with numbers that count up → the items of lists. */
import type { Block } from './piece.js';

const bullet = /^([•▪●◦‣·])\s*(?=\S)|^([–—*-])\s+(?=\S)/;
const number = /^(\d{1,3})([.)])\s+(?=\S)/;

/** Also strips the sign from items whose structure named none. */
export function findItems(blocks: readonly Block<string>[]): readonly Block<string>[] {
  return blocks.map((block, i) => {
    if (block.kind !== 'text' && !(block.kind === 'item' && block.sign === '')) return block;
    const depth = block.kind === 'item' ? block.depth : 0;
    const found = bullet.exec(block.text);
    const sign = found?.[1] ?? found?.[2];
    if (found && sign) {
      // A dash may begin a sentence; several begin a list.
      const alone =
        found[2] !== undefined && !(begins(blocks[i - 1], sign) || begins(blocks[i + 1], sign));
      if (block.kind === 'text' && alone) return block;
      return { kind: 'item', sign: '•', text: block.text.slice(found[0].length), depth };
    }
    const counted = numberOf(block);
    if (counted === null) return block;
    const isCounting =
      numberOf(blocks[i - 1]) === counted - 1 || numberOf(blocks[i + 1]) === counted + 1;
    if (!isCounting && block.kind === 'text') return block;
    return { kind: 'item', sign: `${counted}.`, text: block.text.replace(number, ''), depth };
  });
}

function begins(block: Block<string> | undefined, sign: string): boolean {
  return block?.kind === 'text' && block.text.startsWith(sign);
}

function numberOf(block: Block<string> | undefined): number | null {
  if (block?.kind !== 'text' && block?.kind !== 'item') return null;
  const found = number.exec(block.text)?.[1];
  return found === undefined ? null : Number(found);
}
