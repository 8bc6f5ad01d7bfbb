import { describe, expect, it } from 'vitest';
import { toReadingOrder } from './read-aloud.js';

const begin = (tag: string, id: string | null = null) => ({
  type: 'beginMarkedContentProps',
  tag,
  id
});
const end = { type: 'endMarkedContent' };
const words = (str: string) => ({ str });

describe('toReadingOrder', () => {
  it('leaves out running heads, also what is nested in them, and keeps all else', () => {
    const items = [
      begin('Artifact'),
      words('Page 1'),
      begin('Span'),
      words('of 3'),
      end,
      words('.'),
      end,
      begin('P'),
      words('A'),
      begin('Span'),
      words('b'),
      end,
      end,
      words('c')
    ];
    expect(toReadingOrder(items, null)).toEqual([words('A'), words('b'), words('c')]);
  });

  it('reads a note that was drawn first where it belongs', () => {
    const items = [
      begin('Note', 'mc3'),
      words('note'),
      end,
      begin('P', 'mc1'),
      words('before'),
      words('this'),
      end,
      begin('P', 'mc4'),
      begin('Span'),
      words('after'),
      end,
      end
    ];
    const structure = {
      children: [{ children: [{ id: 'mc1' }, { children: [{ id: 'mc3' }] }, { id: 'mc4' }] }]
    };
    const read = toReadingOrder(items, structure).map((item) => 'str' in item && item.str);
    expect(read).toEqual(['before', 'this', 'note', 'after']);
  });

  it('keeps words that the structure does not know behind those before them', () => {
    const items = [
      begin('P', 'mc2'),
      words('second'),
      end,
      words('and more'),
      begin('P', 'mc1'),
      words('first'),
      end
    ];
    const read = toReadingOrder(items, { children: [{ id: 'mc1' }, { id: 'mc2' }] });
    expect(read).toEqual([words('first'), words('second'), words('and more')]);
  });
});
