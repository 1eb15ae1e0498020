import { isMeasure } from '#lib/assessment/policy.ts';
import { isProved } from '#lib/assessment/skills.ts';
import type { JournalEvent } from '#lib/journal/event.ts';

/** The competences in which something was practised with success, alone, since a test last stated their level or their area's. */
export function progressedCompetences(events: readonly JournalEvent[]): ReadonlySet<string> {
  const practised = new Map<string, string>();
  const progressed = new Set<string>();
  for (const event of events) {
    if (event.type === 'attempt.started' && !isMeasure(event.policy) && event.competence !== null)
      practised.set(event.attempt, event.competence);
    if (event.type === 'response.given' && isProved(event)) {
      const competence = practised.get(event.attempt);
      if (competence !== undefined) progressed.add(competence);
    }
    if (event.type === 'attempt.completed' && !practised.has(event.attempt))
      for (const { target } of event.levels)
        for (const competence of progressed)
          if (competence === target || competence.startsWith(`${target}.`)) progressed.delete(competence);
  }
  return progressed;
}
