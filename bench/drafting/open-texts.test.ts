import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTextsOf } from './open-texts.js';

const text = { id: 'a', genre: 'news', licence: 'CC0', text: 'It rained.' };

describe('openTextsOf', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'open-texts-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, ...lines: readonly string[]) => {
    const file = join(folder, name);
    writeFileSync(file, lines.join('\n'));
    return file;
  };

  it('reads a folder and what is below it, and one file that is named', () => {
    mkdirSync(join(folder, 'more'));
    write('b.jsonl', JSON.stringify({ ...text, id: 'b' }), '');
    const file = write('more/a.jsonl', JSON.stringify(text));
    expect(openTextsOf(folder).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(openTextsOf(file).map(({ id }) => id)).toEqual(['a']);
  });

  it('passes over files of sentences', () => {
    write('a.jsonl', JSON.stringify(text));
    write('b.jsonl', '{"id":"b","text":"Lee said so.","contents":[],"sources":[]}');
    expect(openTextsOf(folder).map(({ id }) => id)).toEqual(['a']);
  });

  it('says what it expects where there is nothing to read', () => {
    const missing = join(folder, 'missing');
    const sentence = (path: string) =>
      `--corpus expects a .jsonl file or a folder that holds some, and ${path} is neither.`;
    expect(() => openTextsOf(missing)).toThrow(sentence(missing));
    expect(() => openTextsOf(folder)).toThrow(sentence(folder));
  });

  it('names the line that is of another form, and what it lacks', () => {
    const file = write('other.jsonl', JSON.stringify(text), '{"id":"b","text":"No genre."}');
    expect(() => openTextsOf(file)).toThrow(
      `Line 2 of ${file} is no annotated text: genre, licence is missing or of another form.`
    );
    expect(() => openTextsOf(write('prose.jsonl', 'It rained.'))).toThrow('is no JSON');
  });
});
