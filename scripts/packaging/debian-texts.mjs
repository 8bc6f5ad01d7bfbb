/** The words of the Debian package's files. Pure: facts in, text out. */

export const MIME_TYPE = 'application/x-standpoint';
/** By which software centres know it. */
const APP_ID = 'org.standpoint.Standpoint';
const SUMMARY = 'briefings that say who holds which position';

/**
 * @typedef {object} Facts
 * @property {string} version as npm writes it
 * @property {number} date of the sources, in seconds since 1970
 * @property {string} maintainer `Name <address>`
 * @property {string | null} homepage
 */
/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/** A version that is to come sorts before it. @param {string} version as npm writes it */
export function debianVersion(version) {
  return version.replace('-', '~');
}

/** @param {Facts} facts @param {number} size of what it installs, in KiB */
export function control({ version, maintainer, homepage }, size) {
  return `Package: standpoint
Version: ${debianVersion(version)}
Architecture: ${debianArchitecture()}
Maintainer: ${maintainer}
Installed-Size: ${size}
Depends: libc6 (>= 2.17), libgcc-s1, nodejs (>= 20.19), chromium | google-chrome-stable | microsoft-edge-stable, chromium-sandbox | google-chrome-stable | microsoft-edge-stable
Recommends: xdg-utils, zenity
Section: editors
Priority: optional
${homepage === null ? '' : `Homepage: ${homepage}\n`}Description: ${SUMMARY}
 Standpoint makes a briefing of an article in the words of the article, and
 suggests who said what. The next articles tell what is new, what repeats and
 what contradicts what is known. Positions are recorded with the sentences that
 they rest on, and printed with them.
 .
 It works wholly offline. Its window is drawn by the Chromium, Chrome or Edge
 that is installed.
`;
}

/** As Debian calls the processors for which Typst is there: its machine code is in the package. */
const ARCHITECTURES = new Map([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
  ['arm', 'armhf']
]);

/** That of the machine which makes the package, since the packages of a checkout are for it. */
export function debianArchitecture(processor = process.arch) {
  const name = ARCHITECTURES.get(processor);
  if (name === undefined) throw new Error(`Typst is not there for ${processor}.`);
  return name;
}

/** Typst comes as one file of machine code, with what it needs of others built in. */
export function lintianOverrides() {
  return 'standpoint: embedded-library * [usr/lib/standpoint/node_modules/@myriaddreamin/*]\n';
}

export function launcher() {
  return `#!/bin/sh
# The system's own Node, whatever else a person has in PATH.
exec /usr/bin/node /usr/lib/standpoint/out/main/standpoint.js "$@"
`;
}

/** It offers itself for its own files only: JSON and articles keep the programs that they have. */
export function desktopEntry() {
  return `[Desktop Entry]
Type=Application
Name=Standpoint
GenericName=Briefing Editor
Comment=Drafts, edits and prints briefings: who holds which position, on what evidence
Exec=standpoint %F
Icon=standpoint
Terminal=false
Categories=Office;
Keywords=briefing;position;evidence;source;
MimeType=${MIME_TYPE};
StartupWMClass=Standpoint
SingleMainWindow=true
`;
}

/** A zip whose first entry is the briefing, as src-main/publish/standpoint-file.ts writes it. */
export function mimeType() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${MIME_TYPE}">
    <comment>Standpoint briefing</comment>
    <sub-class-of type="application/zip"/>
    <icon name="standpoint"/>
    <magic priority="60">
      <match type="string" value="PK\\003\\004" offset="0">
        <match type="string" value="briefing.json" offset="30"/>
      </match>
    </magic>
    <glob pattern="*.standpoint"/>
  </mime-type>
</mime-info>
`;
}

/** What software centres show. @param {Facts} facts */
export function metainfo({ version, date, homepage }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${APP_ID}</id>
  <metadata_license>MIT</metadata_license>
  <project_license>MIT</project_license>
  <name>Standpoint</name>
  <summary>Drafts and prints briefings: who holds which position, on what evidence</summary>
  <developer id="${APP_ID.toLowerCase()}">
    <name>The Standpoint authors</name>
  </developer>
  <description>
    <p>
      Bring an article; Standpoint makes a briefing of its own words and suggests who said what. Add
      the next ones day after day: it tells what is new, what repeats, what is a copy, and what
      contradicts what you know.
    </p>
    <p>
      You edit the cards, highlight and annotate, record positions with the sentences they rest on,
      look at them as of any day, and export a PDF in which each claim stands with its quote, or says
      that it has none.
    </p>
    <p>It works wholly offline. Nothing is ever sent anywhere.</p>
  </description>
${homepage === null ? '' : `  <url type="homepage">${homepage.replaceAll('&', '&amp;')}</url>\n`}  <launchable type="desktop-id">standpoint.desktop</launchable>
  <categories>
    <category>Office</category>
  </categories>
  <provides>
    <binary>standpoint</binary>
    <mediatype>${MIME_TYPE}</mediatype>
  </provides>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="${version}" date="${isoDay(date)}"/>
  </releases>
</component>
`;
}

/**
 * What this version changes, from CHANGELOG.md: its own section, or what is unreleased.
 * @param {string} markdown @param {Facts} facts
 */
export function debianChangelog(markdown, { version, date, maintainer }) {
  const sections = markdown.split(/^## /m).slice(1);
  const own =
    sections.find((section) => section.startsWith(`[${version}]`)) ??
    sections.find((section) => section.startsWith('[Unreleased]')) ??
    '';
  const points = own
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => wrap(plain(line.slice(2)), '  * ', '    '));
  return `standpoint (${debianVersion(version)}) unstable; urgency=medium

${points.join('\n') || '  * See the release.'}

 -- ${maintainer}  ${new Date(date * 1000).toUTCString().replace('GMT', '+0000')}
`;
}

/** Links become their words. @param {string} markdown */
function plain(markdown) {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/[`*]/g, '');
}

/** In lines of at most 78 characters. @param {string} text @param {string} first @param {string} next */
function wrap(text, first, next) {
  const lines = [first];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    const isNew = line === first || line === next;
    if (!isNew && line.length + 1 + word.length > 78) lines.push(next + word);
    else lines[lines.length - 1] = isNew ? line + word : `${line} ${word}`;
  }
  return lines.join('\n');
}

/**
 * Our licence, and that of every package of which something is in the program.
 * @param {string} own @param {readonly Licence[]} licences as the build lists them
 */
export function copyright(own, licences) {
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { name, version, licence, text } of licences) {
    const words = withoutCommonLicences(text) || 'Its package holds no text of the licence.';
    byText.set(words, [...(byText.get(words) ?? []), `${name} ${version} (${licence})`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return `Standpoint\n\n${own.trim()}\n\n\nThe program holds parts of these packages.\n\n\n${parts.join('\n\n')}`;
}

const COMMON = [
  {
    words: /^[ \t]*Apache License\s+Version 2\.0, January 2004[\s\S]*?END OF TERMS AND CONDITIONS/m,
    file: 'Apache-2.0'
  },
  {
    words: /^[ \t]*GNU GENERAL PUBLIC LICENSE\s+Version 3, 29 June 2007[\s\S]*/m,
    file: 'GPL-3'
  },
  {
    words: /^[ \t]*Mozilla Public License,? [Vv]ersion 2\.0\s+(?:=+\s+)?1\. Definitions[\s\S]*/m,
    file: 'MPL-2.0'
  }
];

/** Debian has the words of these once, for all. @param {string} text */
function withoutCommonLicences(text) {
  return COMMON.reduce(
    (rest, { words, file }) =>
      rest.replace(words, `On Debian its words stand in /usr/share/common-licenses/${file}.`),
    text
  ).trim();
}

/** @param {number} date in seconds since 1970 */
export function isoDay(date) {
  return new Date(date * 1000).toISOString().slice(0, 10);
}
