import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

// What every page needs comes as one file: on a modest telephone a file costs more than its bytes.
const together = { groups: [{ name: 'svelte', test: /node_modules.(svelte|esm-env|clsx|@sveltejs)/ }] };

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [sveltekit()],
  // Dexie's entry is its CommonJS build behind a wrapper; the modern one is a seventh smaller on a learner's phone.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  ...(isSsrBuild !== true && { build: { rolldownOptions: { output: { codeSplitting: together } } } }),
  test: {
    include: ['src/**/*.test.ts', 'tests/house/**/*.test.ts', 'tests/contract/**/*.test.ts'],
    environment: 'node',
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
  },
}));
