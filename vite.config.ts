import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

// What goes together comes as one file: on a modest telephone a file costs more than its bytes.
const together = {
  groups: [
    { name: 'svelte', test: /node_modules.(svelte|esm-env|clsx|@sveltejs)/, priority: 2 },
    // What most pages show; with more than that, the first page would carry what it does not need.
    { name: 'common', test: /src.lib.(base|i18n|ui)|idb-keyval/, minShareCount: 30, priority: 1 },
    // The device's database, and what reads and fills it behind the first screen.
    {
      name: 'device',
      test: /dexie|src.lib.(local.database|(content|journal|trust|sync|reports).local.[a-z-]+)\.ts/,
      minShareCount: 12,
    },
  ],
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [sveltekit()],
  // Dexie's entry is its CommonJS build behind a wrapper; the modern one is a seventh smaller on a learner's phone.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  ...(isSsrBuild !== true && { build: { rolldownOptions: { output: { codeSplitting: together } } } }),
}));
