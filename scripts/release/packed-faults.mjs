/** What is wrong with a packed program: files that do not belong in it, and switches that stand wrong. Pure. */

/** @typedef {{ readonly path: string, readonly bytes: number, readonly unpacked?: boolean }} PackedFile `unpacked`: it lies beside the archive, which lists it */

/** Bytes of everything of ours; what Electron itself and Typst weigh comes on top. */
const MOST_BYTES = 60 * 1024 * 1024;

const NEEDED = [
  'package.json',
  'out/main/main.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/fonts/standpoint-serif-regular.ttf',
  'out/licences.json'
];

/** Typst's machine code, a package for each system and processor. */
const TYPST = /^node_modules\/@myriaddreamin\/typst-ts-node-compiler-[\w-]+\/[\w.-]+\.node$/;

/** @type {readonly (readonly [RegExp, string])[]} */
const UNWANTED = [
  [/^(?:src-main|src-renderer|src-host|e2e|bench|scripts)\//, 'is a source'],
  [/^out\/host\//, 'is the Chromium host, which Electron takes the place of'],
  [/(?:\.test\.[cm]?[jt]s$|(?:^|\/)(?:__tests__|test|tests)\/)/, 'is a test'],
  [/\.[cm]?tsx?$/, 'is TypeScript'],
  [/\.map$/, 'is a map of sources'],
  [/\.woff$/, 'is a font that no page loads: woff2 is there'],
  [/(?:^|\/)\.(?:git|env|npmrc|stamp)/, 'is of a checkout'],
  [/\.(?:node|so|dll|dylib)$/, 'is machine code, which would have to be built for each system']
];

/**
 * @param {readonly PackedFile[]} files paths from the root of the archive, with `/`
 * @returns {readonly string[]} sentences; none when nothing is wrong
 */
export function faultsOfFiles(files) {
  const typst = files.filter(({ path }) => TYPST.test(path));
  const ours = files.filter((file) => !typst.includes(file));
  const paths = new Set(ours.map(({ path }) => path));
  const missing = NEEDED.filter((path) => !paths.has(path)).map((path) => `${path} is missing.`);
  const unwanted = ours.flatMap(({ path }) => {
    const why = UNWANTED.find(([pattern]) => pattern.test(path))?.[1];
    return why === undefined ? [] : [`${path} ${why}.`];
  });
  const one =
    typst.length === 1 ? [] : [`It holds Typst for ${typst.length} systems, not for one.`];
  const packed = typst
    .filter(({ unpacked }) => !unpacked)
    .map(({ path }) => `${path} lies in the archive, from which no system loads machine code.`);
  const bytes = sizeOf(ours);
  const large = bytes > MOST_BYTES ? [`It holds ${bytes} bytes; ${MOST_BYTES} are the most.`] : [];
  return [...missing, ...unwanted, ...one, ...packed, ...large];
}

/** @param {readonly PackedFile[]} files @returns {number} bytes */
export function sizeOf(files) {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Electron's switches that cannot be changed once it is signed, by the names of `@electron/fuses`.
 * Without `RunAsNode` nobody can make a plain Node of the program; only the archive is loaded.
 * @type {Readonly<Record<string, boolean>>}
 */
export const wantedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false
};

/**
 * @param {Readonly<Record<string, boolean | null>>} read what stands in the binary; `null` for a fuse it lacks
 * @returns {readonly string[]} sentences; none when nothing is wrong
 */
export function faultsOfFuses(read) {
  return Object.entries(wantedFuses).flatMap(([name, wanted]) => {
    const found = read[name] ?? null;
    if (found === wanted) return [];
    const stands = found === null ? 'is not there' : found ? 'is on' : 'is off';
    return [`The fuse ${name} ${stands}, and is to be ${wanted ? 'on' : 'off'}.`];
  });
}
