/** What the system's package managers call the programs that we need. A table; runs nothing. */

/** @typedef {'chromium' | 'xvfb' | 'poppler' | 'qpdf' | 'xdotool' | 'dpkg' | 'debootstrap' | 'postgresql'} Program */
/** @typedef {'debian' | 'ubuntu' | 'fedora' | 'arch' | 'suse' | 'alpine' | 'macos' | 'windows'} System */

/**
 * Names apart by spaces where one package is not enough.
 * @type {Record<System, { install: string, names: Partial<Record<Program, string>> }>}
 */
const SYSTEMS = {
  debian: {
    install: 'apt-get install -y --no-install-recommends',
    names: {
      // The second is for users other than root, where the kernel makes no namespaces for them.
      chromium: 'chromium chromium-sandbox',
      xvfb: 'xvfb',
      poppler: 'poppler-utils',
      qpdf: 'qpdf',
      xdotool: 'xdotool',
      dpkg: 'dpkg',
      debootstrap: 'debootstrap',
      postgresql: 'postgresql'
    }
  },
  ubuntu: {
    install: 'apt-get install -y --no-install-recommends',
    // Its chromium-browser only fetches a snap, which may not read the profile that we give it.
    names: {
      xvfb: 'xvfb',
      poppler: 'poppler-utils',
      qpdf: 'qpdf',
      xdotool: 'xdotool',
      dpkg: 'dpkg',
      debootstrap: 'debootstrap',
      postgresql: 'postgresql'
    }
  },
  fedora: {
    install: 'dnf install -y',
    names: {
      chromium: 'chromium',
      xvfb: 'xorg-x11-server-Xvfb',
      poppler: 'poppler-utils',
      qpdf: 'qpdf',
      xdotool: 'xdotool',
      dpkg: 'dpkg',
      postgresql: 'postgresql-server'
    }
  },
  arch: {
    install: 'pacman -S --needed',
    names: {
      chromium: 'chromium',
      xvfb: 'xorg-server-xvfb',
      poppler: 'poppler',
      qpdf: 'qpdf',
      xdotool: 'xdotool',
      dpkg: 'dpkg',
      postgresql: 'postgresql'
    }
  },
  suse: {
    install: 'zypper install -y',
    names: {
      chromium: 'chromium',
      xvfb: 'xorg-x11-server-Xvfb',
      poppler: 'poppler-tools',
      qpdf: 'qpdf',
      xdotool: 'xdotool',
      dpkg: 'dpkg',
      postgresql: 'postgresql-server'
    }
  },
  alpine: {
    install: 'apk add',
    names: {
      chromium: 'chromium',
      xvfb: 'xvfb',
      poppler: 'poppler-utils',
      qpdf: 'qpdf',
      xdotool: 'xdotool',
      dpkg: 'dpkg',
      postgresql: 'postgresql'
    }
  },
  macos: {
    install: 'brew install',
    names: {
      chromium: 'google-chrome',
      poppler: 'poppler',
      qpdf: 'qpdf',
      dpkg: 'dpkg',
      postgresql: 'postgresql@17'
    }
  },
  windows: {
    install: 'winget install -e --id',
    names: {
      chromium: 'Google.Chrome',
      poppler: 'oschwartz10612.Poppler',
      qpdf: 'QPDF.QPDF',
      postgresql: 'PostgreSQL.PostgreSQL.17'
    }
  }
};

/** Where Google offers Chrome as a Debian package, for Ubuntu: only for x64. */
export const CHROME_PACKAGE =
  'https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb';

/**
 * @param {NodeJS.Platform} platform
 * @param {string} osRelease what /etc/os-release says; empty elsewhere than on Linux
 * @returns {System | null} `null` for a system that the table does not know
 */
export function detectSystem(platform, osRelease) {
  if (platform === 'darwin') return 'macos';
  if (platform === 'win32') return 'windows';
  const field = (/** @type {string} */ name) =>
    new RegExp(`^${name}="?([^"\\n]*)`, 'm').exec(osRelease)?.[1]?.split(' ') ?? [];
  // The system's own name before the names of those that it is made from.
  for (const id of [...field('ID'), ...field('ID_LIKE')]) {
    if (id === 'rhel' || id === 'centos') return 'fedora';
    if (id === 'opensuse' || id.startsWith('opensuse-')) return 'suse';
    if (id in SYSTEMS) return /** @type {System} */ (id);
  }
  return null;
}

/**
 * Whether root gets `programs` by apt-get alone.
 * @param {System | null} system
 * @param {readonly Program[]} programs
 */
export function aptHas(system, programs) {
  if (system !== 'debian' && system !== 'ubuntu') return false;
  return programs.every((program) => program in SYSTEMS[system].names);
}

/**
 * The system's names of `programs`, without those that it lacks.
 * @param {System} system
 * @param {readonly Program[]} programs
 */
export function packageNames(system, programs) {
  return programs.flatMap((program) => SYSTEMS[system].names[program]?.split(' ') ?? []);
}

/**
 * What a person types to install `programs`.
 * @param {System | null} system
 * @param {readonly Program[]} programs
 * @param {boolean} isRoot
 * @returns {string | null} `null` when we do not know
 */
export function installCommand(system, programs, isRoot) {
  if (system === null) return null;
  const sudo = isRoot || system === 'macos' || system === 'windows' ? '' : 'sudo ';
  const { install } = SYSTEMS[system];
  const names = packageNames(system, programs);
  // winget takes one package at a time.
  const groups = system === 'windows' ? names.map((name) => [name]) : [names];
  const commands = groups
    .filter((group) => group.length > 0)
    .map((group) => `${sudo}${install} ${group.join(' ')}`);
  if (system === 'ubuntu' && programs.includes('chromium')) {
    const file = '/tmp/google-chrome.deb';
    commands.push(`wget -O ${file} ${CHROME_PACKAGE}`, `${sudo}apt-get install -y ${file}`);
  }
  return commands.length === 0 ? null : commands.join(' && ');
}
