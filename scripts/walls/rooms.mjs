/**
 * The rooms of the house, what each holds and which others it may use: the one list from which the
 * rules of ESLint (`eslint-rule.mjs`) and of dependency-cruiser (`cruiser-rules.mjs`) and the table in
 * ARCHITECTURE.md (`rooms-table.mjs`) are made.
 *
 * A file belongs to the longest of these folders that it lies in. A room may use itself and what
 * `uses` names: a room with a slash at its end stands for all rooms in that folder and for the files
 * that lie there loose. Tests and what lies in a folder `testing` may use every room of their process.
 */

/**
 * @typedef {object} Room
 * @property {string} folder from the repository's root
 * @property {string} holds for a newcomer
 * @property {readonly string[]} uses rooms whose modules this one may import
 */

const domain = 'src-main/domain';
/** Rooms of the domain by their short names. @param {...string} names */
const ground = (...names) => names.map((name) => `${domain}/${name}`);
const all = `${domain}/`;
const edge = 'src-main/edge';
const disk = 'src-main/disk';
const ui = 'src-renderer/ui';
/** @param {...string} names */
const page = (...names) => names.map((name) => `src-renderer/${name}`);
/** @param {...string} names */
const main = (...names) => names.map((name) => `src-main/${name}`);
/** @param {...string} names */
const host = (...names) => names.map((name) => `src-host/${name}`);

/** @type {readonly Room[]} A table, one room a line. Each uses only rooms above it: so there can be no circle. */
// prettier-ignore
export const rooms = [
  { folder: `${domain}/base`, holds: 'ids, moments, dates, results, limits', uses: [] },
  { folder: `${domain}/text`, holds: 'names, numbers, dates and words in texts', uses: ground('base') },
  { folder: `${domain}/briefing`, holds: 'the briefing, its entries and versions', uses: ground('base', 'text') },
  { folder: `${domain}/change`, holds: 'what changed between two states, and how the log keeps it', uses: ground('base', 'text', 'briefing') },
  { folder: `${domain}/markdown`, holds: 'Markdown to text and HTML, and back', uses: ground('base', 'text') },
  { folder: `${domain}/anchoring`, holds: 'describes a place in a text and finds it again', uses: ground('base', 'text', 'briefing', 'markdown') },
  { folder: `${domain}/ledger`, holds: 'who holds which position as of a day', uses: ground('base', 'text', 'briefing') },
  { folder: `${domain}/terms`, holds: 'the English words for values', uses: ground('base', 'text', 'briefing', 'ledger') },
  { folder: `${domain}/mend`, holds: 'mends briefings that contradict themselves', uses: ground('base', 'text', 'briefing', 'terms') },
  { folder: `${domain}/compare`, holds: 'what differs between two states', uses: ground('base', 'text', 'briefing', 'markdown', 'ledger', 'terms') },
  { folder: `${domain}/timeline`, holds: 'lays the timeline out', uses: ground('base', 'text', 'briefing', 'ledger', 'terms') },
  { folder: `${domain}/search`, holds: 'queries and answers', uses: ground('base', 'text', 'briefing', 'ledger') },
  { folder: `${domain}/contradictions`, holds: 'what in a briefing contradicts something else in it', uses: ground('base', 'text', 'briefing', 'markdown', 'anchoring', 'ledger', 'search', 'terms') },
  { folder: `${domain}/publication`, holds: 'a briefing as a document for a reader', uses: ground('base', 'text', 'briefing', 'markdown', 'anchoring', 'ledger', 'terms', 'compare', 'timeline', 'contradictions') },
  { folder: `${domain}/merge`, holds: 'merges copies, the same from either side', uses: ground('base', 'text', 'briefing', 'anchoring', 'ledger', 'mend', 'publication') },
  { folder: `${domain}/team`, holds: 'changes of many devices, replayed to one state', uses: ground('base', 'text', 'briefing', 'change', 'anchoring', 'ledger', 'mend', 'compare', 'merge') },
  { folder: `${domain}/exchange`, holds: 'annotations in the formats of others', uses: ground('base', 'text', 'briefing', 'markdown', 'anchoring', 'mend') },
  { folder: `${domain}/lint`, holds: 'rules for how a briefing is worded', uses: ground('base', 'text', 'briefing', 'markdown', 'anchoring', 'ledger', 'terms') },
  { folder: `${domain}/suggestions`, holds: 'what the drafter suggests, and its acceptance', uses: ground('base', 'text', 'briefing', 'markdown', 'anchoring', 'ledger', 'terms', 'search') },
  { folder: `${domain}/origins`, holds: 'which sources are reports of one origin', uses: ground('base', 'text', 'briefing', 'search') },
  { folder: `${domain}/references`, holds: 'sources in the formats of reference managers', uses: ground('base', 'text', 'briefing') },
  { folder: `${domain}/sources`, holds: 'tells what an article is to the sources that are there', uses: ground('base', 'text', 'briefing', 'markdown', 'anchoring', 'terms', 'search', 'origins', 'references') },
  { folder: `${domain}/news`, holds: 'what is new to a briefing, in a draft and since a day', uses: ground('base', 'text', 'briefing', 'ledger', 'suggestions', 'search', 'contradictions') },
  { folder: `${domain}/finding`, holds: 'finds words in texts', uses: ground('base', 'text') },
  { folder: `${domain}/program`, holds: 'what main and page tell each other beside briefings', uses: ground('base', 'text', 'briefing', 'merge') },
  { folder: domain, holds: 'the contract between main and page, and the table of commands', uses: [all] },
  { folder: 'src-host/surface', holds: 'what of Electron the program uses, on either host', uses: [] },
  { folder: 'src-host/page', holds: 'what the host runs in its pages', uses: [] },
  { folder: 'src-host/disk', holds: 'locks and temporary folders', uses: [] },
  { folder: 'src-host/facts', holds: 'what is known before the program starts', uses: host('disk') },
  { folder: 'src-host/instance', holds: 'one program at a time', uses: host('disk', 'facts') },
  { folder: 'src-host/chromium', holds: 'Chromium over a DevTools pipe', uses: host('disk', 'facts', 'page') },
  { folder: 'src-host/dialogs', holds: 'the system’s dialogs, and ours', uses: host('surface', 'disk', 'facts', 'page') },
  { folder: 'src-host/electron', holds: 'the module `electron` on Node', uses: host('surface', 'chromium', 'dialogs', 'disk', 'facts', 'instance', 'page') },
  { folder: 'src-host', holds: 'the start', uses: host('electron', 'facts') },
  { folder: disk, holds: 'files written so that no crash harms them', uses: [...ground('base'), ...host('disk')] },
  { folder: 'src-main/workers', holds: 'worker threads within limits, to their end', uses: [] },
  { folder: 'src-main/store', holds: 'the library: log, list, versions, backup', uses: [all, disk, ...host('disk')] },
  { folder: 'src-main/team/carriers', holds: 'its rows on a server or in a folder', uses: [...ground('base'), disk] },
  { folder: 'src-main/article', holds: 'files in, Markdown out', uses: [all, disk, ...main('workers')] },
  { folder: 'src-main/draft', holds: 'articles in, suggestions out', uses: [all, ...main('workers')] },
  { folder: 'src-main/search', holds: 'the index of a library', uses: [all, ...host('disk'), ...main('workers')] },
  { folder: 'src-main/typst', holds: 'pages set by Typst, from data to a PDF', uses: [all, ...main('workers')] },
  { folder: 'src-main/publish', holds: 'documents as PDF, Word, HTML and the rest', uses: [all, disk, ...main('workers', 'typst')] },
  { folder: 'src-main/team/sealing', holds: 'keys, sealed rows, members', uses: [all] },
  { folder: 'src-main/team', holds: 'a library that people share', uses: [all, disk, ...main('team/sealing', 'team/carriers')] },
  { folder: edge, holds: 'Electron, IPC, dialogs, settings', uses: [all, ...host('surface', 'disk')] },
  { folder: 'src-main/preload', holds: 'what the page may call', uses: [all] },
  { folder: 'src-main/window', holds: 'the window, its menu, its end', uses: [all, edge] },
  { folder: 'src-main/printing', holds: 'the way from a document to its PDF', uses: [all, ...main('publish', 'typst')] },
  { folder: 'src-main/import', holds: 'an article or a bundle to a stored briefing', uses: [all, disk, edge, ...main('article', 'draft', 'publish', 'store')] },
  { folder: 'src-main/libraries', holds: 'the open library, watched, searched and shared', uses: [all, disk, edge, ...main('article', 'import', 'search', 'store', 'team')] },
  { folder: 'src-main/handlers', holds: 'what each method of the contract does', uses: [all, disk, edge, ...main('article', 'draft', 'import', 'libraries', 'printing', 'publish', 'search', 'store', 'team', 'window'), ...host('disk')] },
  { folder: 'src-main/cli', holds: 'the command line', uses: [all, disk, ...main('article', 'draft', 'handlers', 'import', 'libraries', 'printing', 'publish', 'search', 'store', 'team'), ...host('disk', 'facts')] },
  { folder: 'src-main', holds: 'the entries: what is wired to what', uses: ['src-main/', ...host('disk')] },
  { folder: ui, holds: 'controls that know no briefing', uses: [] },
  { folder: 'src-renderer/styles', holds: 'tokens and shared looks', uses: [] },
  { folder: 'src-renderer/dates', holds: 'dates as people write them', uses: [all, ui] },
  { folder: 'src-renderer/markdown', holds: 'renders Markdown', uses: [all, ui] },
  { folder: 'src-renderer/spelling', holds: 'checks spelling', uses: [all, ui] },
  { folder: 'src-renderer/lint', holds: 'runs the linter', uses: [all, ui] },
  { folder: 'src-renderer/find', holds: 'the find bar', uses: [all, ui] },
  { folder: 'src-renderer/annotations', holds: 'texts, highlights, margin and list', uses: [all, ui] },
  { folder: 'src-renderer/cards', holds: 'cards and their editor', uses: [all, ui, ...page('markdown', 'spelling')] },
  { folder: 'src-renderer/positions', holds: 'matrix, forms, judgement, timeline', uses: [all, ui, ...page('dates')] },
  { folder: 'src-renderer/sources', holds: 'sources and their origins', uses: [all, ui, ...page('dates')] },
  { folder: 'src-renderer/suggestions', holds: 'the view of suggestions', uses: [all, ui, ...page('dates')] },
  { folder: 'src-renderer/library', holds: 'briefings listed and searched', uses: [all, ui, ...page('dates')] },
  { folder: 'src-renderer/compare', holds: 'the view of a comparison', uses: [all, ui, ...page('dates')] },
  { folder: 'src-renderer/preview', holds: 'the print preview', uses: [all, ui, ...page('dates')] },
  { folder: 'src-renderer/editor/edits', holds: 'pure edits of a briefing', uses: [all, ...page('annotations', 'cards', 'markdown')] },
  { folder: 'src-renderer/editor/open', holds: 'the open briefing: saving, undo', uses: [all, ui, ...page('annotations', 'cards', 'editor/edits')] },
  { folder: 'src-renderer/editor/desk', holds: 'what is done at the desk; knows no DOM', uses: [all, ui, ...page('annotations', 'cards', 'dates', 'editor/edits', 'editor/open', 'find', 'lint', 'markdown', 'positions', 'sources', 'suggestions')] },
  { folder: 'src-renderer/editor/views', holds: 'the desk on the screen', uses: [all, ui, ...page('annotations', 'cards', 'dates', 'editor/desk', 'editor/edits', 'editor/open', 'find', 'lint', 'markdown', 'positions', 'sources', 'suggestions')] },
  { folder: 'src-renderer/app', holds: 'the window: session, keys, dialogs', uses: [all, ui, ...page('annotations', 'compare', 'dates', 'editor/', 'library', 'positions', 'preview', 'sources', 'spelling', 'styles', 'suggestions')] }
];

/**
 * Which rooms or modules own a library: wrap there what you need of it elsewhere. A regular expression
 * of the names of packages, each with the folders (with a slash at the end) and files that own it.
 *
 * @type {readonly { library: string, owners: readonly string[] }[]}
 */
export const libraries = [
  { library: 'lowdb', owners: ['src-main/store/', 'bench/store/'] },
  { library: 'marked', owners: [`${domain}/markdown/`] },
  { library: '(turndown|@truto/turndown-plugin-gfm)', owners: [`${domain}/markdown/`] },
  { library: 'd3-dsv', owners: [`${domain}/exchange/`] },
  { library: 'd3-scale', owners: [`${domain}/timeline/`] },
  { library: 'approx-string-match', owners: [`${domain}/anchoring/`, 'bench/anchoring/'] },
  { library: 'diff', owners: [`${domain}/text/word-diff.ts`] },
  { library: 'entities', owners: [`${domain}/markdown/`, 'src-main/article/docx/'] },
  { library: 'ulid', owners: [`${domain}/base/values.ts`] },
  { library: 'zod', owners: [`${domain}/base/zod.ts`] },
  { library: 'dompurify', owners: ['src-renderer/ui/'] },
  { library: '@codemirror', owners: ['src-renderer/cards/', 'src-renderer/spelling/'] },
  { library: '@lezer', owners: ['src-renderer/cards/'] },
  { library: 'pdfjs-dist', owners: ['src-renderer/preview/'] },
  { library: '(nspell|dictionary-en|dictionary-en-gb)', owners: ['src-renderer/spelling/'] },
  { library: '@cantoo/pdf-lib', owners: ['src-main/publish/pdf/'] },
  { library: '@myriaddreamin/typst-ts-node-compiler', owners: ['src-main/typst/compiler.ts'] },
  { library: 'docx', owners: ['src-main/publish/docx/'] },
  // One reads pages of others; one reads back our own markup, whose text offsets count.
  {
    library: 'parse5',
    owners: ['src-main/article/html/', `${domain}/publication/document/written.ts`]
  },
  { library: 'linkedom', owners: ['src-main/article/html/', 'bench/printing/'] },
  { library: '@mozilla/readability', owners: ['src-main/article/html/'] },
  { library: 'mammoth', owners: ['src-main/article/docx/'] },
  { library: 'fflate', owners: ['src-main/article/docx/', 'src-main/store/backup/'] },
  { library: 'postal-mime', owners: ['src-main/article/mail/'] },
  { library: 'unpdf', owners: ['src-main/article/pdf/'] },
  { library: 'node-sqlite3-wasm', owners: ['src-main/search/index-file.ts'] },
  { library: '(wink-nlp|wink-eng-lite-web-model)', owners: ['src-main/draft/reading/tagger.ts'] },
  { library: 'eld', owners: ['src-main/draft/reading/language.ts'] },
  { library: 'compromise', owners: ['src-main/draft/actors/word-lists.ts'] },
  {
    library: 'chrono-node',
    owners: ['src-main/draft/facts/resolve-date.ts', 'src-renderer/dates/spoken-dates.ts']
  },
  { library: 'pg', owners: ['src-main/team/carriers/', 'bench/team/'] },
  { library: '(@noble/ciphers|age-encryption|@scure/base)', owners: ['src-main/team/sealing/'] },
  { library: 'env-paths', owners: ['src-main/store/location.ts'] },
  {
    library: 'electron',
    owners: ['src-main/edge/electron.ts', 'src-main/preload/', 'src-host/', 'e2e/host-app/']
  }
];

/** Files that run code of `electron`; the others get what they need from these. */
export const electronUsers = [
  'src-main/main.ts',
  'src-main/program.ts',
  'src-main/handlers/handlers.ts',
  'src-main/edge/',
  'src-main/window/'
];
