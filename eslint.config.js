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

export default defineConfig(
  globalIgnores(['out/', '.tsbuild/', 'node_modules/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte']
      }
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
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
    rules: { 'svelte/no-at-html-tags': 'error' }
  },
  {
    // ESLint cannot see the types of components and of handlers in markup; svelte-check can.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },
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
    extends: [ts.configs.disableTypeChecked],
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
