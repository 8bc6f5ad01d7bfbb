/** Who may import whom. The bundler catches none of this. */
const features = ['article', 'draft', 'store', 'search', 'publish'];
const panes = [
  'library',
  'cards',
  'annotations',
  'positions',
  'suggestions',
  'print',
  'preview',
  'compare'
];
const folder = (names) => names.join('|');
const owner = (name, library, owners) => ({
  name: `${name}-has-one-owner`,
  comment: `Only ${owners} may import ${name}: wrap what you need there.`,
  severity: 'error',
  from: { pathNot: owners },
  to: { path: `node_modules/${library}` }
});

export default {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'no-orphan',
      comment:
        'A module that nobody imports is dead: delete it. (Imports of types by components are not seen.)',
      severity: 'error',
      from: {
        orphan: true,
        pathNot:
          '\\.(config|d)\\.ts$|\\.d\\.ts$|^src-renderer/|^scripts/|^bench/|\\.test\\.ts$|^e2e/|resources/'
      },
      to: {}
    },
    {
      name: 'domain-is-pure',
      comment: 'The pure heart knows no Node, DOM, Electron or feature.',
      severity: 'error',
      from: { path: '^src-main/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot:
          '^src-main/domain/|node_modules/(zod|marked|d3-scale|@types/d3-scale|ulid|approx-string-match|d3-dsv|diff|entities|turndown|@truto/turndown-plugin-gfm)/'
      }
    },
    {
      name: 'api-knows-domain-only',
      severity: 'error',
      from: { path: '^src-main/api\\.ts$' },
      to: { pathNot: '^src-main/domain/|node_modules/zod/' }
    },
    {
      name: 'renderer-sees-domain-and-api',
      comment: 'The renderer imports from main only the pure domain and the IPC contract.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-(main|host)/', pathNot: '^src-main/(domain/|api\\.ts$)' }
    },
    {
      name: 'main-never-sees-renderer',
      severity: 'error',
      from: { path: '^src-(main|host)/' },
      to: { path: '^src-renderer/' }
    },
    {
      name: 'features-of-main-stay-apart',
      comment:
        'A feature knows itself, the domain, the contract and how files are opened; main.ts and cli/ pass collaborators in.',
      severity: 'error',
      from: { path: `^src-main/(${folder(features)})/`, pathNot: '^src-main/publish/pdf/' },
      to: {
        path: '^src-main/',
        pathNot: '^src-main/($1|domain)/|^src-main/(api|regular-file)\\.ts$'
      }
    },
    {
      name: 'panes-of-the-renderer-stay-apart',
      comment: 'Renderer features meet in editor/ and app/.',
      severity: 'error',
      from: { path: `^src-renderer/(${folder(panes)})/` },
      to: { path: `^src-renderer/(${folder(panes)}|app)/`, pathNot: '^src-renderer/$1/' }
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^src-renderer/ui/' },
      to: { path: '^src-main/|^src-renderer/(?!ui/|styles/)' }
    },
    {
      name: 'electron-through-one-door',
      comment:
        'Import from src-main/edge/electron.ts, which both hosts satisfy. Types alone run nothing.',
      severity: 'error',
      // e2e/host-app is a program of its own, which the host is tested with.
      from: { pathNot: '^src-main/(electron\\.ts$|preload/)|^src-host/|^e2e/host-app/' },
      to: { path: 'node_modules/electron/|^electron$', dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'electron-stays-at-the-edge',
      severity: 'error',
      from: {
        path: '^src-main/',
        pathNot:
          '^src-main/(main|print-only|ipc|handlers|dialogs|window|menu|protocol)\\.ts$|^src-main/publish/pdf/'
      },
      to: { path: '^src-main/electron\\.ts$', dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'host-knows-only-the-surface',
      severity: 'error',
      from: { path: '^src-host/' },
      to: { path: '^src-(main|renderer)/' }
    },
    {
      name: 'main-takes-little-of-the-host',
      comment: 'Under Electron there is no Chromium host: main may use only what needs none.',
      severity: 'error',
      from: { path: '^src-main/' },
      to: {
        path: '^src-host/',
        pathNot: '^src-host/(hold-file|temporary-folder)\\.ts$',
        dependencyTypesNot: ['type-only']
      }
    },
    owner('lowdb', 'lowdb', '^(src-main|bench)/store/'),
    owner('marked', 'marked', '^src-main/domain/markdown/'),
    owner('dompurify', 'dompurify', '^src-renderer/ui/'),
    owner('pdf-lib', '@cantoo/pdf-lib', '^src-main/publish/pdf/'),
    owner('sqlite', 'node-sqlite3-wasm', '^src-main/search/index-file\\.ts$'),
    owner('d3-dsv', 'd3-dsv', '^src-main/domain/exchange/'),
    owner('codemirror', '@codemirror', '^src-renderer/(cards|spelling)/|\\.test\\.ts$'),
    owner('ulid', 'ulid', '^src-main/domain/id\\.ts$'),
    owner('d3-scale', 'd3-scale', '^src-main/domain/timeline/'),
    owner('jsdiff', 'diff/', '^src-main/domain/word-diff\\.ts$'),
    owner(
      'turndown',
      '(turndown|@truto/turndown-plugin-gfm)/',
      '^src-main/domain/markdown/(html-to-markdown|table-rules)\\.ts$'
    ),
    owner('linkedom', 'linkedom/', '^src-main/article/html/|^bench/printing/rival-document\\.ts$'),
    owner('readability', '@mozilla/readability', '^src-main/article/html/'),
    owner('docx', 'docx/', '^src-main/publish/docx/'),
    owner('parse5', 'parse5/', '^src-main/(article/html|publish/markup)/|\\.test\\.ts$'),
    owner('mammoth', 'mammoth/', '^src-main/article/docx/'),
    owner('fflate', 'fflate/', '^src-main/article/docx/|^src-main/store/archive\\.ts$'),
    owner('unpdf', 'unpdf/', '^src-main/article/pdf/'),
    owner('pdfjs', 'pdfjs-dist/', '^src-renderer/preview/'),
    owner('nspell', '(nspell|dictionary-en|dictionary-en-gb)/', '^src-renderer/spelling/'),
    owner('wink-nlp', 'wink-', '^src-main/draft/reading/tagger\\.ts$'),
    owner('eld', 'eld/', '^src-main/draft/reading/language\\.ts$'),
    owner('compromise', 'compromise', '^src-main/draft/actors/word-lists\\.ts$'),
    owner('chrono-node', 'chrono-node', '^src-main/draft/facts/resolve-date\\.ts$')
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.tsbuild|^out/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types', 'svelte', 'browser'],
      extensions: ['.ts', '.svelte', '.svelte.ts', '.js', '.mjs', '.json']
    }
  }
};
