/** Makes the Debian package: a folder as it will be installed, then an archive of it. The same sources make the same bytes. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../setup/child.mjs';
import { root } from '../setup/root.mjs';
import { say, SetupFailure } from '../setup/say.mjs';
import { installPrograms, isOnPath } from '../setup/system.mjs';
import { packByNpm } from './contents.mjs';
import {
  control,
  copyright,
  debianArchitecture,
  debianChangelog,
  debianVersion,
  desktopEntry,
  isoDay,
  launcher,
  lintianOverrides,
  metainfo,
  mimeType
} from './debian-texts.mjs';
import { ICON_SIZES, iconFile } from './icons.mjs';
import { publisherOf } from './publisher.mjs';

/** Not below /usr/share, where Debian allows no machine code. */
const PROGRAM = 'usr/lib/standpoint';
/** The icon theme has no larger ones. */
const LARGEST_ICON = 512;

/**
 * @param {string} folder where it goes
 * @param {object} [trial] for trying it out
 * @param {string} [trial.version] another than package.json says
 * @param {'xz' | 'none'} [trial.packed]
 * @returns {Promise<string>} the path of the package
 */
export async function makeDeb(folder, { version, packed = 'xz' } = {}) {
  if (!isOnPath('dpkg-deb')) await installPrograms(['dpkg'], 'for a Debian package');
  const manifest = JSON.parse(read('package.json'));
  const { maintainer, isNamed, homepage } = publisherOf(process.env, manifest.author);
  if (!isNamed) say('DEBEMAIL is not set: the package names no address that anybody reads.');
  const facts = {
    version: version ?? manifest.version,
    date: await sourceDate(),
    maintainer,
    homepage
  };
  const tree = mkdtempSync(join(tmpdir(), 'standpoint-deb-'));
  try {
    await fill(tree, facts, manifest);
    addDebian(tree, facts);
    settle(tree, facts.date);
    mkdirSync(folder, { recursive: true });
    const name = `standpoint_${debianVersion(facts.version)}_${debianArchitecture()}.deb`;
    const file = join(folder, name);
    // Several threads cut the archive in other places.
    const args = ['--root-owner-group', `-Z${packed}`, '--threads-max=1', '--build', tree, file];
    const { code } = await run('dpkg-deb', args, {
      output: 'stderr',
      env: { SOURCE_DATE_EPOCH: String(facts.date) }
    });
    if (code !== 0) throw new SetupFailure('dpkg-deb could not make the package: see above.');
    return file;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/**
 * @param {string} tree
 * @param {import('./debian-texts.mjs').Facts} facts
 * @param {{ name: string, productName: string, type: string, main: string }} manifest
 */
async function fill(tree, facts, { name, productName, type, main }) {
  /** @param {string} path @param {string | Buffer} content */
  const write = (path, content) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  };
  const { files } = await packByNpm(null);
  for (const { path } of files.filter(({ path }) => runs(path))) {
    const target = join(tree, PROGRAM, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, path), target);
  }
  const own = { name, productName, version: facts.version, type, main };
  write(`${PROGRAM}/package.json`, `${JSON.stringify(own, null, 2)}\n`);
  write('usr/bin/standpoint', launcher());
  write('usr/share/lintian/overrides/standpoint', lintianOverrides());
  write('usr/share/applications/standpoint.desktop', desktopEntry());
  write('usr/share/mime/packages/standpoint.xml', mimeType());
  write('usr/share/metainfo/standpoint.metainfo.xml', metainfo(facts));
  write('usr/share/icons/hicolor/scalable/apps/standpoint.svg', read('src-renderer/icon.svg'));
  for (const size of ICON_SIZES.filter((each) => each <= LARGEST_ICON)) {
    const icon = readFileSync(join(root, iconFile(size)));
    write(`usr/share/icons/hicolor/${size}x${size}/apps/standpoint.png`, icon);
  }
  const licences = JSON.parse(read('out/licences.json'));
  write('usr/share/doc/standpoint/copyright', copyright(read('LICENSE'), licences));
  const changes = debianChangelog(read('CHANGELOG.md'), facts);
  write('usr/share/doc/standpoint/changelog.gz', gzipSync(changes, { level: 9 }));
  const manual = (await standpoint('help', '--man', isoDay(facts.date))).replace(
    /^(\.TH .*?"Standpoint )[^"]*/,
    `$1${facts.version}`
  );
  write('usr/share/man/man1/standpoint.1.gz', gzipSync(manual, { level: 9 }));
  const completions = {
    bash: 'usr/share/bash-completion/completions/standpoint',
    zsh: 'usr/share/zsh/vendor-completions/_standpoint',
    fish: 'usr/share/fish/vendor_completions.d/standpoint.fish'
  };
  for (const [shell, path] of Object.entries(completions)) {
    write(path, await standpoint('completion', shell));
  }
}

/** The words for people and the manifest are written anew, where Debian looks for them. @param {string} path */
function runs(path) {
  if (path === 'package.json') return false;
  return !/(^|\/)(README|LICEN[CS]E|CHANGELOG)[^/]*$|\.d\.ts$/i.test(path);
}

/** @param {string} tree @param {import('./debian-texts.mjs').Facts} facts */
function addDebian(tree, facts) {
  const files = listFiles(tree);
  const size = files.reduce((sum, path) => sum + Math.ceil(lstatSync(path).size / 1024), 0);
  const sums = files.map((path) => {
    const hash = createHash('md5').update(readFileSync(path)).digest('hex');
    return `${hash}  ${relative(tree, path)}\n`;
  });
  mkdirSync(join(tree, 'DEBIAN'));
  writeFileSync(join(tree, 'DEBIAN/control'), control(facts, size));
  // By these “dpkg --verify” tells whether a file was changed.
  writeFileSync(join(tree, 'DEBIAN/md5sums'), sums.join(''));
}

/** Rights and times that depend on nobody's machine. @param {string} path @param {number} date */
function settle(path, date) {
  const isFolder = lstatSync(path).isDirectory();
  if (isFolder) for (const entry of readdirSync(path)) settle(join(path, entry), date);
  const runsItself = isFolder || readFileSync(path).subarray(0, 2).toString() === '#!';
  chmodSync(path, runsItself ? 0o755 : 0o644);
  utimesSync(path, date, date);
}

/** @param {string} folder @returns {string[]} sorted */
function listFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Of the last change, in seconds since 1970; SOURCE_DATE_EPOCH decides where it is set. */
async function sourceDate() {
  const named = process.env.SOURCE_DATE_EPOCH;
  const told = named ?? (await git('log', '-1', '--format=%ct'));
  if (!/^\d+$/.test(told)) {
    throw new SetupFailure(
      'Without Git’s history, set SOURCE_DATE_EPOCH to the date of the sources.'
    );
  }
  return Number(told);
}

/** @param {string[]} args */
async function git(...args) {
  if (!existsSync(join(root, '.git'))) return '';
  const { code, output } = await run('git', args, { cwd: root, output: 'stdout kept' });
  return code === 0 ? output.trim() : '';
}

/** @param {string[]} args @returns {Promise<string>} what the command prints */
async function standpoint(...args) {
  const { code, output } = await run(
    process.execPath,
    [join(root, 'out/main/standpoint.js'), ...args],
    { output: 'stdout kept' }
  );
  if (code !== 0) throw new SetupFailure(`“standpoint ${args.join(' ')}” failed: see above.`);
  return output;
}

/** @param {string} path in the checkout */
function read(path) {
  return readFileSync(join(root, path), 'utf8');
}
