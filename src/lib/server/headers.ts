/** The headers of every answer, static files included, given its path; `isHttps` adds the order to come back by https only. */
export function strictHeaders(path: string, isHttps: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    // Only what is shown heeds these; on a weak network an exchange of parcels does not carry them.
    ...(path.startsWith('/api/') ? {} : ofPages),
  };
}

const ofPages = {
  'x-frame-options': 'DENY',
  // Not `no-referrer`: under it a browser sends a plain form with `Origin: null`, which the check against forged
  // requests must refuse. Other sites learn as little.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};
