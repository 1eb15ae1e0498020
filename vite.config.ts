import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    include: ['src/**/*.test.ts', 'tests/house/**/*.test.ts', 'tests/simulation/**/*.test.ts'],
    environment: 'node',
  },
});
