import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['{src-main,src-renderer,src-host,bench}/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node'
  }
});
