import { hash } from 'node:crypto';
import type { Digest } from '#lib/base/ports.ts';

/** SHA-256 by Node, at once: Web Crypto sends each to another thread and back, which takes many times longer for a few bytes. */
export const digest: Digest = (bytes) => Promise.resolve(new Uint8Array(hash('sha256', bytes, 'buffer')));
