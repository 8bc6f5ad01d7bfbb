import { expect, it } from 'vitest';
import { withoutArtifacts } from './read-aloud.js';

const begin = (tag: string) => ({ type: 'beginMarkedContentProps', tag });
const end = { type: 'endMarkedContent' };
const words = (str: string) => ({ str });

it('leaves out running heads, also what is nested in them, and keeps all else in its order', () => {
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
  expect(withoutArtifacts(items)).toEqual([words('A'), words('b'), words('c')]);
});
