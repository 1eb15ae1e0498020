import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { engineOf } from './engine.ts';
import type { Database } from './schema.ts';

interface StaffUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

type SignInRefusal = 'wrongCredentials' | 'tooManyTries';

/** Who is on the staff, and the means to prove it. */
export interface Accounts {
  /** The person whom the request's cookie names, undefined when there is none or it is over. */
  readonly userOf: (headers: Headers) => Promise<StaffUser | undefined>;
  /** The `Set-Cookie` lines of a new session; refused for a wrong pair, or after five tries a minute from one address. */
  readonly signIn: (
    email: string,
    password: string,
    address: string,
  ) => Promise<Result<string[], SignInRefusal>>;
  /** Ends the session; the `Set-Cookie` lines that remove it. */
  readonly signOut: (headers: Headers) => Promise<string[]>;
  /**
   * Makes an account, or gives a known one a new password and ends its sessions: nobody signs up alone. The user's id.
   */
  readonly provide: (email: string, name: string, password: string) => Promise<string>;
}

// Stands for the installation in the calls made below; no request from outside ever reaches these paths.
const BASE = 'http://accounts.invalid';
const ADDRESS_HEADER = 'x-staff-address';

/** The accounts kept in the database; `isSecure` keeps the cookie to https. */
export function accountsOf(database: Kysely<Database>, secret: string, isSecure: boolean): Accounts {
  const auth = betterAuth(accountsOptions(database, secret, isSecure));
  const call = (path: string, headers: Headers, body: unknown): Promise<Response> => {
    headers.set('content-type', 'application/json');
    headers.set('origin', BASE);
    return auth.handler(
      new Request(`${BASE}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
  };
  return {
    userOf: async (headers) => {
      const session = await auth.api.getSession({ headers: cookieOnly(headers) });
      return session === null
        ? undefined
        : { id: session.user.id, name: session.user.name, email: session.user.email };
    },
    signIn: async (email, password, address) => {
      const response = await call('/sign-in/email', new Headers({ [ADDRESS_HEADER]: address }), {
        email,
        password,
      });
      if (response.ok) return success(response.headers.getSetCookie());
      return refusal(response.status === 429 ? 'tooManyTries' : 'wrongCredentials');
    },
    signOut: async (headers) => (await call('/sign-out', cookieOnly(headers), {})).headers.getSetCookie(),
    provide: async (email, name, password) => {
      const { internalAdapter, password: hasher } = await auth.$context;
      const hash = await hasher.hash(password);
      const known = await internalAdapter.findUserByEmail(email);
      if (known !== null) {
        await internalAdapter.updatePassword(known.user.id, hash);
        await internalAdapter.deleteUserSessions(known.user.id);
        return known.user.id;
      }
      const { id } = await internalAdapter.createUser(
        { email, name, emailVerified: true },
        { method: 'admin' },
      );
      await internalAdapter.linkAccount({
        userId: id,
        providerId: 'credential',
        accountId: id,
        password: hash,
      });
      return id;
    },
  };
}

/** The options of Better Auth; apart, so that the migrations can be compared with what it expects. */
export function accountsOptions(database: Kysely<Database>, secret: string, isSecure: boolean) {
  return {
    database: { db: database, type: engineOf(database) },
    secret,
    baseURL: BASE,
    telemetry: { enabled: false },
    logger: { level: 'error' as const },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: { modelName: 'staff_user' },
    session: { modelName: 'staff_session', expiresIn: 12 * 3600, updateAge: 3600 },
    account: { modelName: 'staff_account' },
    verification: { modelName: 'staff_verification' },
    rateLimit: {
      enabled: true,
      storage: 'database' as const,
      modelName: 'staff_rate_limit',
      customRules: { '/sign-in/email': { window: 60, max: 5 } },
    },
    databaseHooks: {
      // A session needs neither the address nor the browser's name, so neither is kept.
      session: { create: { before: () => Promise.resolve({ data: { ipAddress: null, userAgent: null } }) } },
    },
    advanced: {
      cookiePrefix: 'jalon-staff',
      useSecureCookies: isSecure,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  };
}

function cookieOnly(headers: Headers): Headers {
  return new Headers({ cookie: headers.get('cookie') ?? '' });
}
