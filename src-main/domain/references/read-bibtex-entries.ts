/**
 * BibTeX text → its entries with their fields as they are written. Ours, since the parsers that are kept bring a
 * client for the network along or end at the first entry that is wrong; see decision 98. Pure, and linear.
 */

export interface BibtexEntries {
  /** Fields by their names in lower case. Words of `@string` and joined pieces are put in. */
  readonly entries: readonly ReadonlyMap<string, string>[];
  readonly refused: readonly string[];
}

/** Under which an entry has its key and its kind, in lower case: no field of a file can be called so. */
export const keyField = ' key';
export const kindField = ' kind';

/** UTF-16 units of one field: strings that name one another would grow without end. */
const maxField = 50_000;
/** In a line of its own, as programs write it, an entry begins: one that never ends is read no further. */
const begin = /^(?=[ \t]*@[ \t]*[A-Za-z]+\s*[{(])/m;

export function readBibtexEntries(text: string): BibtexEntries {
  const entries: ReadonlyMap<string, string>[] = [];
  const refused: string[] = [];
  const strings = new Map<string, string>();
  for (const piece of text.split(begin)) {
    const reader = new Reader(piece, strings);
    try {
      for (let entry = reader.next(); entry; entry = reader.next()) entries.push(entry);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      refused.push(`An entry could not be read as BibTeX: ${error.message}.`);
    }
  }
  return { entries, refused };
}

class Malformed extends Error {}

class Reader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly strings: Map<string, string>
  ) {}

  /** `null` at the end. */
  next(): ReadonlyMap<string, string> | null {
    for (;;) {
      const head = this.#search(/@[ \t]*([A-Za-z]+)\s*([{(])/g);
      if (!head) return null;
      const [, name = '', open = ''] = head;
      const kind = name.toLowerCase();
      const end = open === '{' ? '}' : ')';
      if (kind === 'comment' || kind === 'preamble') {
        this.#at -= 1;
        if (open === '{') this.#braced();
        continue;
      }
      if (kind === 'string') {
        for (const [key, value] of this.#fields(end)) this.strings.set(key, value);
        continue;
      }
      this.#take(/\s+/y);
      const key = this.#take(/[^\s,{}()=]+/y)?.[0] ?? '';
      this.#take(/\s+/y);
      if (!/[,})]/.test(this.text[this.#at] ?? '')) throw new Malformed('its name has no end');
      return new Map([...this.#fields(end), [keyField, key], [kindField, kind]]);
    }
  }

  /** Behind the last, with the sign that ends the entry. */
  #fields(end: string): ReadonlyMap<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.#take(/[\s,]+/y);
      if (this.text[this.#at] === end) {
        this.#at += 1;
        return fields;
      }
      const name = this.#take(/([^\s=,{}()"#]+)\s*=\s*/y)?.[1];
      if (name === undefined) throw new Malformed('a field has no name, or the entry has no end');
      const value = this.#value();
      // The first counts, as in BibTeX.
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
    }
  }

  #value(): string {
    let value = '';
    do {
      this.#take(/\s+/y);
      value += this.#piece();
      if (value.length > maxField) throw new Malformed('a field is too long');
    } while (this.#take(/\s*#/y));
    return value;
  }

  #piece(): string {
    const sign = this.text[this.#at];
    if (sign === '{') return this.#braced();
    if (sign === '"') return this.#quoted();
    const word = this.#take(/[^\s,{}()"#=]+/y)?.[0];
    if (word === undefined) throw new Malformed('a field has no value');
    return this.strings.get(word.toLowerCase()) ?? word;
  }

  /** What stands in the braces that open here. */
  #braced(): string {
    const from = this.#at + 1;
    let depth = 0;
    for (; this.#at < this.text.length; this.#at += 1) {
      const sign = this.text[this.#at];
      if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      if (depth === 0) {
        this.#at += 1;
        return this.text.slice(from, this.#at - 1);
      }
    }
    throw new Malformed('a brace has no end');
  }

  #quoted(): string {
    const from = (this.#at += 1);
    let depth = 0;
    for (; this.#at < this.text.length; this.#at += 1) {
      const sign = this.text[this.#at];
      if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (sign === '"' && depth === 0) {
        this.#at += 1;
        return this.text.slice(from, this.#at - 1);
      }
    }
    throw new Malformed('a quotation mark has no end');
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    return this.#search(pattern);
  }

  #search(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}
