import { error, redirect } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import type { Database, Role } from './schema.ts';

/** What a member of the staff may act for: every staff query is filtered by its organisation. */
export interface Membership {
  readonly userId: string;
  readonly userName: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly role: Role;
}

/** The part of a request's event that says who asks. */
export interface StaffEvent {
  readonly url: URL;
  readonly request: { readonly headers: Headers };
  readonly locals: {
    readonly installation: {
      readonly database: Kysely<Database>;
      readonly accounts: {
        readonly userOf: (headers: Headers) => Promise<{ readonly id: string } | undefined>;
      };
    };
  };
}

const rank: Record<Role, number> = { mediator: 0, manager: 1 };

/**
 * The one place that says who may do what. The membership of the person who asks, in `organisation` or in the first of
 * theirs. Throws a redirect to the sign-in page when nobody is signed in, and 403 when they are no member or their role
 * is below `least`: an organisation that does not exist and one that is another's give the same answer.
 */
export async function requireStaff(
  event: StaffEvent,
  organisation?: string,
  least: Role = 'mediator',
): Promise<Membership> {
  const memberships = await requireMemberships(event);
  const membership =
    organisation === undefined
      ? memberships[0]
      : memberships.find((candidate) => candidate.organisation === organisation);
  if (membership === undefined || rank[membership.role] < rank[least]) error(403);
  return membership;
}

/** Every membership of the person who asks, by name of organisation. Throws a redirect when nobody is signed in. */
export async function requireMemberships(event: StaffEvent): Promise<readonly Membership[]> {
  const { database, accounts } = event.locals.installation;
  const user = await accounts.userOf(event.request.headers);
  if (user === undefined) {
    const next = event.url.pathname + event.url.search;
    redirect(303, `/organisation/sign-in?next=${encodeURIComponent(next)}`);
  }
  return database
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.organisation', 'membership.organisation')
    .innerJoin('staff_user', 'staff_user.id', 'membership.user_id')
    .where('membership.user_id', '=', user.id)
    .orderBy('organisation.name')
    .select([
      'membership.user_id as userId',
      'staff_user.name as userName',
      'membership.organisation as organisation',
      'organisation.name as organisationName',
      'membership.role as role',
    ])
    .execute();
}

/** Where to go after signing in: only a path of the staff pages, so that a link cannot send people elsewhere. */
export function safeNext(asked: string | null): string {
  return asked !== null && /^\/organisation(\/\w[\w/-]*)?(\?[\w=&.%+-]*)?$/.test(asked)
    ? asked
    : '/organisation';
}
