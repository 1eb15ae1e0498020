import adapter from '@sveltejs/adapter-node';
import { sourcesDigest } from './src/cli/sources.js';
import { withPrecache } from './src/service-worker/precache.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: withPrecache(adapter()),
    // The same sources give the same version, so a rebuilt application is not an update.
    version: { name: sourcesDigest().slice(0, 16) },
    // The page asks for the service worker itself, once the first screen is there.
    serviceWorker: { register: false },
    paths: { relative: false },
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // Svelte writes measures (a bar's length) as style attributes; no style element is let in.
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'media-src': ['self', 'blob:'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
      },
    },
  },
};
