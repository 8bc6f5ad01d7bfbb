/** Which mutants the compiler refuses. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { mutate } from './embed-switches.mjs';
import { runLimited } from './run-limited.mjs';

/** @typedef {import('./pick-mutants.mjs').Placed} Placed */

/**
 * A compiler that stays, and is asked again after each change of one file.
 * @param {string} tree without mutants
 */
export function startCompiler(tree) {
  const { options, fileNames } = readProject(tree);
  const known = new Map(
    fileNames.map((file) => [file, { version: 0, text: readFileSync(file, 'utf8') }])
  );
  /** @type {ts.LanguageServiceHost} */
  const host = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => String(known.get(file)?.version ?? 0),
    getScriptSnapshot(file) {
      const text = known.get(file)?.text ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => tree,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath ? { realpath: ts.sys.realpath } : {})
  };
  const service = ts.createLanguageService(host);

  /** @param {readonly string[]} files @returns {Set<string>} */
  const errorsIn = (files) =>
    new Set(
      files.flatMap((file) =>
        [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)].map(
          ({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
        )
      )
    );

  return {
    /**
     * Looks in the changed file and in those that import it; further away nothing has been seen to come out.
     * @param {Placed} placed in a module
     * @param {readonly string[]} importers
     * @returns {string | null} what the compiler says that it did not say before
     */
    refuse({ file, site }, importers) {
      const path = join(tree, file);
      const entry = known.get(path);
      if (!entry) return null;
      const files = [file, ...importers]
        .map((one) => join(tree, one))
        .filter((one) => known.has(one));
      const { text } = entry;
      known.set(path, { version: entry.version + 1, text: mutate(text, site) });
      const errors = errorsIn(files);
      known.set(path, { version: entry.version + 2, text });
      if (errors.size === 0) return null;
      const before = errorsIn(files);
      const found = [...errors].find((error) => !before.has(error)) ?? null;
      return found && found.slice(tree.length + 1);
    },
    end: () => service.dispose()
  };
}

/** All modules and their tests as one program: the projects differ in what they may use, which no mutant changes. @param {string} tree */
function readProject(tree) {
  const file = join(tree, 'tsconfig.tests.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, tree);
  const fileNames = ts.sys.readDirectory(
    tree,
    ['.ts'],
    ['node_modules', 'out', '.tsbuild'],
    ['src-main/**/*', 'src-renderer/**/*', 'src-host/**/*', 'bench/**/*']
  );
  return {
    options: {
      ...options,
      composite: false,
      noEmit: true,
      emitDeclarationOnly: false,
      types: ['node', 'svelte', 'vite/client']
    },
    fileNames
  };
}

/**
 * Checks components with one mutant in each at once, since svelte-check takes a minute whatever it checks.
 * @param {string} tree without mutants
 * @param {readonly Placed[]} placed in components, one in each at most
 * @returns {Promise<Map<number, string>>} what it says, by the number of the mutant
 */
export async function refuseComponents(tree, placed) {
  const originals = placed.map(({ file }) => readFileSync(join(tree, file), 'utf8'));
  placed.forEach(({ file, site }, at) =>
    writeFileSync(join(tree, file), mutate(originals[at] ?? '', site))
  );
  const args = [
    'node_modules/svelte-check/bin/svelte-check',
    '--tsconfig',
    'src-renderer/tsconfig.json'
  ];
  const { output } = await runLimited(
    [...args, '--output', 'machine-verbose', '--threshold', 'error'],
    {
      cwd: tree,
      env: {},
      limit: 900
    }
  );
  placed.forEach(({ file }, at) => writeFileSync(join(tree, file), originals[at] ?? ''));
  /** @type {Map<string, string>} */
  const errors = new Map();
  for (const [, found = ''] of output.matchAll(/^\d+ (\{.*\})$/gm)) {
    /** @type {{ type: string, filename: string, message: string }} */
    const { type, filename, message } = JSON.parse(found);
    if (type === 'ERROR') errors.set(filename, message);
  }
  return new Map(
    placed.flatMap(({ mutant, file }) => {
      const message = errors.get(file);
      return message === undefined ? [] : [[mutant.id, `${file}: ${message}`]];
    })
  );
}
