import { expect, test } from 'vitest';
import { aptHas, CHROME_PACKAGE, detectSystem, installCommand } from './system-packages.mjs';

test.each([
  ['linux', 'PRETTY_NAME="Debian GNU/Linux 13"\nID=debian\n', 'debian'],
  ['linux', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', 'ubuntu'],
  ['linux', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'ubuntu'],
  ['linux', 'ID=raspbian\nID_LIKE=debian\n', 'debian'],
  ['linux', 'ID=fedora\n', 'fedora'],
  ['linux', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'fedora'],
  ['linux', 'ID=manjaro\nID_LIKE=arch\n', 'arch'],
  ['linux', 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', 'suse'],
  ['linux', 'ID=alpine\n', 'alpine'],
  ['linux', 'ID=nixos\n', null],
  ['linux', '', null],
  ['darwin', '', 'macos'],
  ['win32', '', 'windows']
])('detectSystem: %s %j: %s', (platform, osRelease, expected) => {
  expect(detectSystem(/** @type {NodeJS.Platform} */ (platform), osRelease)).toBe(expected);
});

const apt = 'apt-get install -y --no-install-recommends';

test.each([
  ['debian', ['chromium'], true, `${apt} chromium chromium-sandbox`],
  ['debian', ['chromium', 'poppler'], false, `sudo ${apt} chromium chromium-sandbox poppler-utils`],
  ['ubuntu', ['xvfb', 'qpdf'], false, `sudo ${apt} xvfb qpdf`],
  [
    'ubuntu',
    ['chromium', 'xvfb'],
    false,
    `sudo ${apt} xvfb && wget -O /tmp/google-chrome.deb ${CHROME_PACKAGE} && sudo apt-get install -y /tmp/google-chrome.deb`
  ],
  ['fedora', ['chromium', 'xvfb'], false, 'sudo dnf install -y chromium xorg-x11-server-Xvfb'],
  ['arch', ['chromium'], false, 'sudo pacman -S --needed chromium'],
  ['suse', ['poppler'], false, 'sudo zypper install -y poppler-tools'],
  ['alpine', ['chromium'], true, 'apk add chromium'],
  ['macos', ['chromium', 'qpdf'], false, 'brew install google-chrome qpdf'],
  [
    'windows',
    ['poppler', 'qpdf'],
    false,
    'winget install -e --id oschwartz10612.Poppler && winget install -e --id QPDF.QPDF'
  ],
  [null, ['chromium'], false, null]
])('installCommand: %s %j, root %s', (system, programs, isRoot, expected) => {
  expect(installCommand(/** @type {any} */ (system), /** @type {any} */ (programs), isRoot)).toBe(
    expected
  );
});

test('apt-get alone has all of it on Debian, but no Chromium on Ubuntu', () => {
  expect(aptHas('debian', ['chromium', 'xvfb'])).toBe(true);
  expect(aptHas('ubuntu', ['xvfb', 'poppler'])).toBe(true);
  expect(aptHas('ubuntu', ['chromium'])).toBe(false);
  expect(aptHas('fedora', ['xvfb'])).toBe(false);
});
