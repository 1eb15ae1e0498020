import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader } from 'better-auth/cookies';

/** Hands the session's `Set-Cookie` lines on to the browser, for the staff's pages only. */
export function keepCookies(cookies: Cookies, lines: readonly string[]): void {
  for (const line of lines) {
    for (const [name, { value, ...attributes }] of parseSetCookieHeader(line)) {
      cookies.set(name, value, {
        path: '/organisation',
        httpOnly: true,
        sameSite: 'lax',
        secure: attributes.secure ?? false,
        maxAge: attributes['max-age'] ?? 0,
      });
    }
  }
}
