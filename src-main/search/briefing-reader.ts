/** Reads briefings for the index straight from the library's files, without the work of the whole store. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { currentSchema, migrateBriefing } from '../domain/briefing/migrations.js';
import type { TextHash } from '../domain/briefing/source.js';
import type { TextOf } from './briefing-rows.js';

/** What the library says of a briefing. */
export interface Listed {
  readonly id: Id;
  /** Changes with every save. Later stamps sort after earlier ones. */
  readonly stamp: string;
}

/** A briefing as the index knows it. */
export interface Known extends Listed {
  readonly num: number;
  readonly file: string;
}

/** A briefing with all that its rows need. */
export interface Readable {
  readonly briefing: Briefing;
  readonly textOf: TextOf;
}

/** `null` for a briefing that cannot be read any more. It may be newer than what was asked for. */
export type BriefingLookup = (known: Omit<Known, 'num'>) => Promise<Readable | null>;

interface ReaderOptions {
  /** The library's folder. */
  readonly root: string;
  /** The folder of the source texts, each under its hash. */
  readonly texts: string;
  /** Asks the library itself: what it holds may not be in the file yet. */
  readonly ask: (id: Id) => Promise<Briefing | null>;
}

/** Briefings kept for the next letter of the same search. */
const mostKept = 40;

export class BriefingReader {
  readonly #kept = new Map<Id, Readable & { readonly stamp: string }>();

  constructor(private readonly options: ReaderOptions) {}

  /** The file when it holds the briefing as it is listed, else what the library gives. */
  readonly read: BriefingLookup = async ({ id, stamp, file }) => {
    const kept = this.#kept.get(id);
    if (kept?.stamp === stamp) return kept;
    const briefing = (await this.#fromFile(file, id, stamp)) ?? (await this.options.ask(id));
    return briefing && this.give(briefing);
  };

  /** Reads the texts of a briefing that is at hand, and keeps both. */
  async give(briefing: Briefing): Promise<Readable> {
    const texts = new Map<TextHash, string>();
    for (const { text } of briefing.sources) {
      const verbatim = await readText(join(this.options.texts, text));
      if (verbatim !== null) texts.set(text, verbatim);
    }
    const readable = {
      briefing,
      stamp: briefing.modifiedAt,
      textOf: (hash: TextHash) => texts.get(hash) ?? null
    };
    this.#kept.delete(briefing.id);
    this.#kept.set(briefing.id, readable);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest) this.#kept.delete(oldest);
    return readable;
  }

  /** `null` for anything but an intact briefing of this id and stamp; what is wrong with it is for the store to say. */
  async #fromFile(file: string, id: Id, stamp: string): Promise<Briefing | null> {
    const bytes = await readText(join(this.options.root, file));
    if (bytes === null) return null;
    try {
      const { schema, data } = JSON.parse(bytes) as { schema: number; data: unknown };
      if (schema > currentSchema) return null;
      const briefing = migrateBriefing(data, schema) as Briefing;
      return briefing.id === id && briefing.modifiedAt === stamp ? briefing : null;
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof TypeError) return null;
      throw error;
    }
  }
}

/** `null` for a file that cannot be read, whatever the reason. */
async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
