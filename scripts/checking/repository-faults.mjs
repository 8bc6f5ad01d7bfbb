/** What no other tool checks about the files of the repository. Pure: text in, sentences out. */

/** A file has about 150 lines. Longer than this, it has more than one job, or a reason to give. */
const MOST_LINES = 300;
/** Whatever the reason. */
const MOST_LINES_EVER = 400;
const REASON = 'Over 300 lines because';
/** The reason stands in the header. */
const HEADER_LINES = 15;

const CODE = /\.(ts|svelte|mjs|js|css|html)$/;

/** Each with what is wrong about it. A made-up person in a test has a name of one letter. */
const TRACES = [
  {
    pattern: /(?<![\w.])\/(home|Users|root|work|tmp\/w)\/[\w.-]{2,}\/[\w./-]*/,
    is: 'a path of somebody’s machine'
  },
  { pattern: /\b[A-Z]:\\Users\\[\w.-]+/, is: 'a path of somebody’s machine' },
  {
    pattern: /\bregistry\.(npmjs|yarnpkg|npmmirror)\.\w+|\bnpm\.pkg\.github\.com|\bartifactory\b/,
    is: 'a package registry'
  },
  { pattern: /"resolved": *"https?:[^"]*"/, is: 'the host that a package came from' }
];

/**
 * @param {string} path
 * @param {string} text
 * @returns {string[]} a sentence for each fault
 */
export function findFaults(path, text) {
  const lines = text.split('\n');
  return [...tooLong(path, lines), ...traces(path, lines)];
}

/** @param {string} path @param {string[]} lines */
function tooLong(path, lines) {
  const length = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  if (!CODE.test(path) || length <= MOST_LINES) return [];
  if (length > MOST_LINES_EVER) {
    return [`${path}: ${length} lines. Split it (limit ${MOST_LINES_EVER}, whatever the reason).`];
  }
  if (lines.slice(0, HEADER_LINES).some((line) => line.includes(REASON))) return [];
  return [
    `${path}: ${length} lines. Split it, or say “${REASON} …” in its header (limit ${MOST_LINES}).`
  ];
}

/** @param {string} path @param {string[]} lines */
function traces(path, lines) {
  return lines.flatMap((line, index) =>
    TRACES.flatMap(({ pattern, is }) => {
      const found = pattern.exec(line);
      return found
        ? [`${path}:${index + 1}: “${found[0]}” is ${is}; the repository names none.`]
        : [];
    })
  );
}

const DECLARED =
  /^export (?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
const PRODUCT = /^src-[^/]+\/.*\.ts$/;
const FOR_TESTS = /\.test\.ts$|\/testing\//;

/**
 * One word for one thing: a name that two files of the product declare and export has two meanings.
 * @param {readonly (readonly [path: string, text: string])[]} files
 * @returns {string[]} a sentence for each such name
 */
export function findSharedNames(files) {
  /** @type {Map<string, Set<string>>} */
  const homes = new Map();
  for (const [path, text] of files) {
    if (!PRODUCT.test(path) || FOR_TESTS.test(path)) continue;
    for (const [, name = ''] of text.matchAll(DECLARED)) {
      homes.set(name, (homes.get(name) ?? new Set()).add(path));
    }
  }
  return [...homes]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `${[...paths].join(', ')}: each exports a “${name}” of its own.`);
}
