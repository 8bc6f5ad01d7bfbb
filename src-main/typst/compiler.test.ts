import { expect, test } from 'vitest';
import { loadTypst } from './compiler.js';

test('where Typst cannot be loaded, a sentence says for which system', () => {
  const load = () => {
    throw new Error('Cannot find native binding');
  };
  expect(() => loadTypst(load)).toThrow(`no Typst for ${process.platform} on ${process.arch}.`);
});
