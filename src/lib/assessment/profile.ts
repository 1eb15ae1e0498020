import type { AgeBand, CampaignRef, JournalEvent, SnapshotFact } from '#lib/journal/event.ts';
import { evolve as evolveAttempts, type Attempt } from './attempt.ts';
import { evolve as evolveLessons, type LessonRecord } from './lesson-record.ts';

/** An agreement to send a result, and what became of it. */
export interface Consent extends CampaignRef {
  readonly attempt: string;
  readonly scope: string;
  readonly textHash: string;
  readonly payloadHash: string;
  /** The entry of the outbox that carries what was agreed to. */
  readonly outbox: string;
  readonly givenAt: number;
  readonly status: 'given' | 'cancelled' | 'withdrawn';
  /** Once withdrawn: the entry of the outbox that carries the request. */
  readonly withdrawal?: string;
}

/** All that a learner's journal says: a projection, which can be thrown away and rebuilt. */
export interface Profile {
  readonly nickname: string;
  readonly avatar: string;
  readonly ageBand: AgeBand | null;
  readonly isGuardianAgreed: boolean;
  readonly campaigns: readonly CampaignRef[];
  /** A code that was typed and that no network has resolved yet. */
  readonly pendingCode: string | null;
  readonly attempts: readonly Attempt[];
  readonly consents: readonly Consent[];
  /** The last printed card that was taken in; null when none was. */
  readonly snapshot: Omit<SnapshotFact, 'type'> | null;
  /** By id, the lessons of which anything is known. */
  readonly lessons: ReadonlyMap<string, LessonRecord>;
}

/** A learner of whom nothing is known yet. */
export const emptyProfile: Profile = {
  nickname: '',
  avatar: '',
  ageBand: null,
  isGuardianAgreed: false,
  campaigns: [],
  pendingCode: null,
  attempts: [],
  consents: [],
  snapshot: null,
  lessons: new Map(),
};

/** Folds one event into a profile; it neither grades nor selects. */
export function evolve(profile: Profile, event: JournalEvent): Profile {
  switch (event.type) {
    case 'attempt.started':
    case 'response.given':
    case 'attempt.completed':
    case 'attempt.abandoned':
      return { ...profile, attempts: evolveAttempts(profile.attempts, event) };
    case 'lesson.opened':
    case 'lesson.reached':
    case 'lesson.finished':
    case 'lesson.rated':
    case 'lesson.kept':
      return { ...profile, lessons: evolveLessons(profile.lessons, event) };
    case 'learner.named':
      return { ...profile, nickname: event.nickname, avatar: event.avatar };
    case 'ageBand.declared':
      return { ...profile, ageBand: event.band, isGuardianAgreed: event.isGuardianAgreed };
    case 'campaign.joined':
      return {
        ...profile,
        pendingCode: null,
        campaigns: [
          ...profile.campaigns.filter((each) => each.campaign !== event.campaign),
          { organisation: event.organisation, campaign: event.campaign },
        ],
      };
    case 'snapshot.restored': {
      const { day, levels, review, seen } = event;
      return { ...profile, snapshot: { day, levels, review, seen } };
    }
    case 'code.entered':
      return { ...profile, pendingCode: event.code };
    case 'code.dropped':
      return { ...profile, pendingCode: null };
    case 'consent.given': {
      const { organisation, campaign, attempt, scope, textHash, payloadHash, outbox } = event;
      const consent = { organisation, campaign, attempt, scope, textHash, payloadHash, outbox };
      return {
        ...profile,
        consents: [...profile.consents, { ...consent, givenAt: event.at, status: 'given' }],
      };
    }
    case 'consent.cancelled':
      return withConsent(profile, event.outbox, { status: 'cancelled' });
    case 'consent.withdrawn':
      return withConsent(profile, event.outbox, { status: 'withdrawn', withdrawal: event.withdrawal });
    default:
      return profile;
  }
}

/** The profile that a journal tells. */
export function profileOf(events: readonly JournalEvent[]): Profile {
  return events.reduce(evolve, emptyProfile);
}

/** The attempt under way, the one begun last: practice and reviews stand before a test that waits. Undefined when there is none. */
export function runningAttempt(profile: Profile): Attempt | undefined {
  return profile.attempts.findLast((attempt) => attempt.status === 'running');
}

/** Every test that was taken to its end, in their order; practice and reviews state nothing, so they have no result. */
export function completedTests(profile: Profile): readonly Attempt[] {
  return profile.attempts.filter(({ status, policy }) => status === 'completed' && isTest(policy));
}

/** What is done to learn, not to be measured: as long as somebody likes, or one question on its day. */
export const practice = 'practice';
export const review = 'review';

/** Whether a policy measures. */
export function isTest(policy: string): boolean {
  return policy !== practice && policy !== review;
}

function withConsent(profile: Profile, outbox: string, change: Partial<Consent>): Profile {
  const consents = profile.consents.map((each) => (each.outbox === outbox ? { ...each, ...change } : each));
  return { ...profile, consents };
}
