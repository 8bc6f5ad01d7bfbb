/** Tries the Debian package from its installation to its removal, as root and as an ordinary user. */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { say, SetupFailure } from '../setup/say.mjs';
import { foreignIn } from './contents.mjs';
import { makeDeb } from './deb.mjs';
import { lastLines } from './places.mjs';
import { windowScript } from './window-script.mjs';

/** @typedef {import('./places.mjs').Place} Place */

const READER = 'standpoint-reader';
const HOME = `/home/${READER}`;
const SAMPLES = '/usr/lib/standpoint/resources/samples';
/** For looking at what was installed, and at its windows. */
const TOOLS =
  'xvfb xauth xdotool scrot poppler-utils xdg-utils libfile-mimeinfo-perl desktop-file-utils shared-mime-info appstream lintian man-db bash-completion zsh fish'.split(
    ' '
  );

/** @param {Place} place @param {string} pictures a folder for pictures of the windows */
export async function checkDeb(place, pictures) {
  const exchange = join(place.root, 'var/tmp/standpoint-check');
  mkdirSync(exchange, { recursive: true });
  const [older, newer, again] = await Promise.all([
    makeDeb(exchange, { version: '0.0.1', packed: 'none' }),
    makeDeb(exchange),
    makeDeb(join(exchange, 'again'))
  ]);
  check(readFileSync(newer).equals(readFileSync(again)), 'two builds of the same sources differ');
  say('The same sources make the same bytes.');

  const inside = (/** @type {string} */ path) => `/var/tmp/standpoint-check/${basename(path)}`;
  const asRoot = (/** @type {string[]} */ ...command) => must(place, 'root', command);
  const asReader = (/** @type {string} */ script) =>
    must(place, READER, ['sh', '-euc', `cd ${HOME}; export HOME=${HOME}; ${script}`]);
  const install = (/** @type {string[]} */ ...names) =>
    asRoot('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...names);

  // What a check that was broken off has left.
  await place.run('root', 'userdel', '--remove', READER);
  await place.run('root', 'dpkg', '--purge', 'standpoint');
  await asRoot('apt-get', 'update', '-q');
  say('Installing the older package, with what it depends on …');
  await install(inside(older));
  await install(...TOOLS);
  await asRoot('useradd', '--create-home', READER);
  try {
    const contents = await asRoot('dpkg', '-L', 'standpoint');
    const program = contents.split('\n').map((path) => path.replace('/usr/lib/standpoint/', ''));
    const foreign = foreignIn(program);
    check(foreign.length === 0, `it holds what nobody needs: ${foreign.join(', ')}`);

    say('An ordinary user imports and exports …');
    const id = (await asReader(`standpoint import ${SAMPLES}/alaska-summit.json`)).trim();
    await asReader(
      `standpoint export ${id} --to first.pdf && pdftotext first.pdf - | grep -q summit`
    );

    say('The newer package takes its place …');
    await install(inside(newer));
    const listed = await asReader('standpoint list');
    check(listed.includes(id), `the library is not what it was: ${listed}`);
    const words = 'Alaska';

    say('The window opens …');
    await asReader(windowScript('standpoint', words, 'window.png'));
    await asReader(
      `standpoint export ${id} --to copy.standpoint; standpoint export ${id} --to copy.json`
    );
    const types = await asReader(
      'cp copy.standpoint nameless; for file in copy.standpoint nameless copy.json; do xdg-mime query filetype $file; done; xdg-mime query default application/x-standpoint'
    );
    check(
      types.trim() ===
        'application/x-standpoint\napplication/x-standpoint\napplication/json\nstandpoint.desktop',
      `the system takes its files for something else: ${types}`
    );
    say('xdg-open opens a Standpoint file …');
    await asReader(
      `export STANDPOINT_HOME=${HOME}/other; ${windowScript('xdg-open copy.standpoint', words, 'opened.png')}`
    );
    const opened = await asReader(`STANDPOINT_HOME=${HOME}/other standpoint list`);
    check(opened.includes(id), `the file was not taken in: ${opened}`);
    for (const name of ['window.png', 'opened.png']) {
      copyFileSync(join(place.root, HOME, name), join(pictures, name));
    }

    say('Chromium’s own words are passed on when it does not start …');
    const refused = await asReader(
      `printf '#!/bin/sh\\necho "chromium: symbol lookup error: no_such_symbol" >&2\\nexit 127\\n' > broken; chmod +x broken; ! STANDPOINT_CHROMIUM=$PWD/broken xvfb-run -a standpoint 2>&1`
    );
    check(refused.includes('no_such_symbol'), `it hides them: ${refused}`);

    say('Manual, completions, desktop files …');
    await asReader('man --warnings standpoint | grep -q import-references');
    await asReader(
      `bash -c '. /usr/share/bash-completion/completions/standpoint; COMP_WORDS=(standpoint exp); COMP_CWORD=1; _standpoint; test "\${COMPREPLY[*]}" = export'`
    );
    await asReader('zsh -n /usr/share/zsh/vendor-completions/_standpoint');
    const fished = await asReader(`fish -c "complete -C 'standpoint exp'"`);
    check(/^export\b/.test(fished), `fish completes otherwise: ${fished}`);
    await asReader('desktop-file-validate /usr/share/applications/standpoint.desktop');
    await asReader(
      'appstreamcli validate --no-net --override=url-homepage-missing=info /usr/share/metainfo/standpoint.metainfo.xml'
    );

    const changed = await asRoot('dpkg', '--verify', 'standpoint');
    check(changed.trim() === '', `files differ from the package: ${changed}`);
    const faults = await asReader(`lintian --fail-on error ${inside(newer)}`);
    if (faults.trim()) say(`lintian:\n${faults.trim()}`);

    say('Removing it …');
    await asRoot('apt-get', 'purge', '-y', '-q', 'standpoint');
    const left = await asRoot(
      ...'find / -xdev -iname *standpoint* -not -path /proc/* -not -path /home/* -not -path /var/tmp/standpoint-check* -not -path /tmp/standpoint-check-* -print'.split(
        ' '
      ),
      ...(place.root === '/' ? ['-quit'] : [])
    );
    if (place.root !== '/') check(left.trim() === '', `it leaves behind: ${left}`);
    await asReader('test -d .local/share/Standpoint/library');
  } finally {
    await place.run('root', 'userdel', '--remove', READER);
    await place.run('root', 'apt-get', 'purge', '-y', '-q', 'standpoint');
    rmSync(exchange, { recursive: true, force: true });
  }
}

/** @param {Place} place @param {string} user @param {string[]} command @returns {Promise<string>} its output */
async function must(place, user, command) {
  const { code, output } = await place.run(user, ...command);
  check(code === 0, `“${command.join(' ')}” ended with ${code}:\n${lastLines(output)}`);
  return output;
}

/** @param {boolean} holds @param {string} otherwise */
function check(holds, otherwise) {
  if (!holds) throw new SetupFailure(`The Debian package fails: ${otherwise}`);
}
