/**
 * Node for the page's tests, with modules as the page gets them: compiled by Svelte for a browser, where what is
 * derived is computed once. Compiled for a server it would be computed at each reading.
 */
import type { Environment } from 'vitest/environments';

export default {
  name: 'page',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined })
} satisfies Environment;
