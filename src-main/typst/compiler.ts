/**
 * Typst itself, behind this one file so that another build of it can take its place: from a template, data
 * and pictures to a laid out document, and from that to a PDF. It reads no file but those it is given: its
 * workspace is a folder that cannot exist, and fonts, template, data and pictures are put into its memory.
 * So all of them may lie in Electron's archive, which native code cannot read.
 */
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  NodeCompiler,
  NodeError,
  NodeTypstDocument
} from '@myriaddreamin/typst-ts-node-compiler';
import { ExpectedFailure } from '../domain/base/result.js';
import { faultOf } from './faults.js';

/** The program's own file holds no folders, so nobody can put files there. */
const workspace = join(process.execPath, 'pages');
/**
 * Compiles after which what was not used again is forgotten. Each change would cost 9 MB else; with ten
 * it takes 50 MB more than with two, and is no quicker.
 */
const longestMemory = 2;

/** A document laid out, of which a PDF and the answers to queries can be made until the next one. */
export interface LaidOut {
  readonly pages: number;
  /** The values of the template's `metadata` with a label, such as `places`, in their order. */
  readonly valuesOf: (label: string) => readonly unknown[];
  /** PDF 1.7, tagged; checked against PDF/UA-1 and saying so where `accessible`. `at`: seconds since 1970. */
  readonly toPdf: (accessible: boolean, at: number) => Buffer;
}

/** Keeps what it has laid out, and lays out a document in which a word has changed in a fraction of the time. */
export class Compiler {
  readonly #typst: NodeCompiler;
  #files: readonly string[] = [];

  /**
   * @param template folder of the template, whose main file is `main.typ`
   * @param fonts folder of fonts (TrueType)
   * @throws {ExpectedFailure} where there is no Typst for this system
   */
  constructor(template: string, fonts: string) {
    const fontBlobs = listFiles(fonts, '.ttf').map((name) => readFileSync(join(fonts, name)));
    this.#typst = loadTypst().create({ workspace, fontArgs: [{ fontBlobs }] });
    for (const name of listFiles(template, '.typ')) {
      const source = readFileSync(join(template, name), 'utf8');
      if (source.includes('"@')) {
        throw new Error(`${name} names a package, which would be fetched from the network`);
      }
      this.#typst.addSource(join(workspace, name), source);
    }
  }

  /**
   * @param files the data and the pictures by their names, such as `data.json`, which the template calls `/data.json`
   * @throws {ExpectedFailure} for what the person can mend; an `Error` for what only the template's author can
   */
  layOut(files: Readonly<Record<string, Uint8Array>>): LaidOut {
    for (const name of this.#files) {
      if (!(name in files)) this.#typst.unmapShadow(join(workspace, name));
    }
    this.#files = Object.keys(files);
    for (const [name, bytes] of Object.entries(files)) {
      if (!/^[\w-]+\.(?:json|png|jpg|gif|webp|svg)$/.test(name)) {
        throw new Error(`A template cannot be given a file that is called ${name}`);
      }
      this.#typst.mapShadow(join(workspace, name), Buffer.from(bytes));
    }
    const compiled = this.#typst.compile({ mainFilePath: join(workspace, 'main.typ') });
    this.#typst.evictCache(longestMemory);
    const error = compiled.hasError() ? compiled.takeError() : compiled.takeWarnings();
    // A warning can mean that something was left out, such as a block within a paragraph.
    if (error) throw faultOf(this.#diagnosticsOf(error));
    const document = compiled.result;
    if (!document) throw new Error('Typst gave neither a document nor an error');
    return {
      pages: document.numOfPages,
      valuesOf: (label) =>
        this.#typst.query(document, { selector: `<${label}>`, field: 'value' }) as unknown[],
      toPdf: (accessible, at) => this.#toPdf(document, accessible, at)
    };
  }

  /** Those of the pictures last given that cannot be drawn, though they may begin as pictures do. */
  brokenPictures(): readonly string[] {
    const probe = join(workspace, 'picture.typ');
    return this.#files.filter((name) => {
      if (name.endsWith('.json')) return false;
      this.#typst.addSource(probe, `#image("/${name}")`);
      return this.#typst.compile({ mainFilePath: probe }).hasError();
    });
  }

  #toPdf(document: NodeTypstDocument, accessible: boolean, at: number): Buffer {
    try {
      return this.#typst.pdf(document, {
        ...(accessible ? { pdfStandard: 'ua-1' } : {}),
        creationTimestamp: at
      });
    } catch (error) {
      throw faultOf([error instanceof Error ? error.message : String(error)]);
    }
  }

  #diagnosticsOf(error: NodeError): readonly string[] {
    interface Diagnostic {
      readonly message: string;
      readonly path: string;
      readonly range?: { readonly start: { readonly line: number } };
    }
    const found = this.#typst.fetchDiagnostics(error) as readonly Diagnostic[];
    return found.map(({ message, path, range }) => {
      const place = path.replace(workspace, '').slice(1);
      return `${place}:${range ? range.start.line + 1 : '?'} ${message}`;
    });
  }
}

function listFiles(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/**
 * Its native file is a package of its own for each system and processor, and some have none.
 * @throws {ExpectedFailure} where it cannot be loaded
 */
export function loadTypst(
  load: (name: string) => unknown = createRequire(import.meta.url)
): typeof NodeCompiler {
  try {
    const typst = load('@myriaddreamin/typst-ts-node-compiler') as {
      readonly NodeCompiler: typeof NodeCompiler;
    };
    return typst.NodeCompiler;
  } catch {
    throw new ExpectedFailure(
      'no-typst',
      `This copy of Standpoint cannot make PDFs: it holds no Typst for ${process.platform} on ${process.arch}. Everything else works; Word, HTML and Markdown can be exported.`
    );
  }
}
