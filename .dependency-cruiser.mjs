/** Who may import whom. The bundler catches none of this. The walls themselves are in scripts/walls/. */
import { rulesOfWalls } from './scripts/walls/cruiser-rules.mjs';

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Of types as well.',
      severity: 'error',
      from: {},
      to: { circular: true }
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
      comment: 'The domain knows no Node and no Electron.',
      severity: 'error',
      from: { path: '^src-main/domain/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { dependencyTypes: ['core'] }
    },
    ...rulesOfWalls
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
