import { attemptsDigest } from './attempts-digest.ts';

// The page that each browser opens: it computes, and gives its digest back to the server it came from.
const attempts = Number(new URLSearchParams(location.search).get('attempts'));
const digest = attemptsDigest(attempts);
await fetch('/digest', { method: 'POST', body: JSON.stringify({ digest, agent: navigator.userAgent }) });
