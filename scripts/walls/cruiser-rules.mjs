/** The rules of dependency-cruiser, made from the one list of rooms. */
import { electronUsers, libraries, rooms } from './rooms.mjs';
import { forTests as testPattern, mayEnter } from './walls.mjs';

/** dependency-cruiser takes regular expressions as text. */
const forTests = testPattern.source;

/** @param {string} path */
const escaped = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** @param {readonly string[]} paths folders with a slash at the end, or files */
const anyOf = (paths) =>
  paths.map((path) => `^${escaped(path)}${path.endsWith('/') ? '' : '$'}`).join('|');

/** The files of a room: those in its folder, but not those of the rooms within. @param {import('./rooms.mjs').Room} room */
function within({ folder }) {
  const inner = rooms.filter((other) => other.folder.startsWith(`${folder}/`));
  const rest = inner.map((other) => `${escaped(other.folder.slice(folder.length + 1))}/`);
  return `^${escaped(folder)}/${rest.length > 0 ? `(?!${rest.join('|')})` : ''}`;
}

const walls = rooms.map((room) => ({
  name: `walls-of-${room.folder}`,
  comment: 'scripts/walls/rooms.mjs says which rooms a room may use.',
  severity: 'error',
  from: { path: within(room), pathNot: forTests },
  to: {
    path: '^src-(main|renderer|host)/',
    pathNot: rooms
      .filter((other) => mayEnter(room, other))
      .map(within)
      .join('|')
  }
}));

/** Tests bring together what the product keeps apart, but not two processes. */
const tests = [
  ['main', '^src-renderer/'],
  ['renderer', '^src-(main/(?!domain/)|host/)'],
  ['host', '^src-(main|renderer)/']
].map(([process, foreign]) => ({
  name: `tests-of-src-${process}`,
  comment: 'A test knows the code of its own process.',
  severity: 'error',
  from: { path: `^src-${process}/.*(${forTests})` },
  to: { path: foreign }
}));

const owners = libraries.map(({ library, owners: theirs }) => ({
  name: `owner-of-${library}`,
  comment: `Only ${theirs.join(', ')} may import ${library}: wrap there what you need.`,
  severity: 'error',
  from: { pathNot: `${anyOf(theirs)}|${forTests}` },
  to: {
    path: `node_modules/${library}/|^${library}$`,
    ...(library === 'electron' ? { dependencyTypesNot: ['type-only'] } : {})
  }
}));

export const rulesOfWalls = [
  ...walls,
  ...tests,
  ...owners,
  {
    name: 'no-product-uses-tests',
    comment: 'What lies in testing/ is there for tests alone.',
    severity: 'error',
    from: { path: '^src-', pathNot: forTests },
    to: { path: forTests }
  },
  {
    name: 'drafting-loads-when-needed',
    comment: 'Its dictionary takes as long to load as all else that a start needs: import() it.',
    severity: 'error',
    from: { path: '^src-main/', pathNot: `^src-main/draft/|${forTests}` },
    to: {
      path: '^src-main/draft/compose-briefing\\.ts$',
      dynamic: false,
      dependencyTypesNot: ['type-only']
    }
  },
  {
    name: 'electron-stays-at-the-edge',
    comment: 'Only these run code of Electron; types may be used where their room is.',
    severity: 'error',
    from: { path: '^src-main/', pathNot: anyOf(electronUsers) },
    to: { path: '^src-main/edge/electron\\.ts$', dependencyTypesNot: ['type-only'] }
  }
];
