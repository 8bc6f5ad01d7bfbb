import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { wallsRule } from './scripts/walls/eslint-rule.mjs';

/** A global that must be reached through the one module that wraps it. */
const through = (name, where) => ({ name, message: `Use ${where} instead.` });

/** Ways round the one component that sanitises. */
const rawMarkup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map(
  (property) => ({ property, message: 'Use ui/Html.svelte, which sanitises.' })
);

/** What makes a test pass that should not, or sometimes. */
const weakTests = [
  { property: 'waitForTimeout', message: 'Wait for what is to happen, not for a time.' },
  {
    object: 'vi',
    property: 'waitFor',
    message: 'Use until() of scripts/testing/until.mjs, which gives a busy machine its time.'
  },
  ...['test', 'it', 'describe'].flatMap((object) =>
    ['only', 'skip', 'fixme', 'todo'].map((property) => ({
      object,
      property,
      message: 'Every test runs, everywhere.'
    }))
  ),
  ...['toMatchSnapshot', 'toMatchInlineSnapshot', 'toHaveScreenshot'].map((property) => ({
    property,
    message: 'Say what is expected, so that a failure says what is wrong.'
  }))
];

/**
 * Rules that need types: oxlint asks them of TypeScript files (.oxlintrc.json), in a tenth of the time. It reads
 * no components, of which `npm run test:rest` asks them here.
 */
const typedRulesOfComponents = {
  files: ['**/*.svelte'],
  languageOptions: {
    parserOptions: {
      parser: ts.parser,
      projectService: true,
      tsconfigRootDir: import.meta.dirname,
      extraFileExtensions: ['.svelte']
    }
  },
  rules: {
    // The last part is the rules; those before it are for TypeScript files.
    ...ts.configs.recommendedTypeCheckedOnly.at(-1).rules,
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true }
    ],
    // ESLint cannot see the types of components and of handlers in markup; svelte-check can.
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-call': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-return': 'off',
    'svelte/no-unused-props': 'error'
  }
};

export default defineConfig(
  globalIgnores(['out/', '.tsbuild/', 'node_modules/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-properties': ['error', ...rawMarkup]
    }
  },
  { files: ['src-main/**', 'src-host/**', 'e2e/**'], languageOptions: { globals: globals.node } },
  { files: ['src-renderer/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // State is in runes; there are no stores.
      'svelte/require-store-reactive-access': 'off',
      // It needs types.
      'svelte/no-unused-props': 'off'
    }
  },
  ...(process.env.STANDPOINT_THOROUGH ? [typedRulesOfComponents] : []),
  {
    files: ['src-renderer/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        through('fetch', 'window.standpoint'),
        through('alert', 'ui/ dialogs'),
        through('confirm', 'ui/ dialogs'),
        through('prompt', 'ui/ dialogs')
      ]
    }
  },
  {
    files: ['src-*/**/*.ts', 'src-*/**/*.svelte'],
    plugins: { standpoint: { rules: { walls: wallsRule(import.meta.dirname) } } },
    rules: { 'standpoint/walls': 'error' }
  },
  {
    files: ['src-main/**'],
    ignores: ['src-main/edge/ipc.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/electron\\.js$',
              importNames: ['ipcMain'],
              message:
                'Add the method to api.ts: answer-calls.ts checks the sender, the arguments and the result.'
            }
          ]
        }
      ]
    }
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node }
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['**/*.test.ts', '**/*.test.mjs', 'e2e/**'],
    rules: {
      'no-restricted-properties': ['error', ...weakTests],
      '@typescript-eslint/no-non-null-assertion': 'off'
    }
  }
);
