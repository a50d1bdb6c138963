import { joinDrafts, put, type Draft } from './commit.ts';
import { describeError } from './errors.ts';
import { draftNotice } from './notification.ts';
import { people } from './records/agency.ts';
import { accounts } from './records/identity.ts';
import { incidents, type Incident } from './records/oversight.ts';
import { type Step } from './turn.ts';
import { isWithUs } from '../domain/person.ts';
import { dayAt } from '../domain/day.ts';

/**
 * Notes that something went wrong; what is critical reaches those on call at once, quiet hours or not. When who they are
 * cannot be read, that is a second incident instead of an error: what brought the first must not come back for ever.
 */
export async function draftIncident(step: Step, incident: Omit<Incident, 'at' | 'action'>): Promise<Draft> {
  const noted: Draft = { writes: [put(incidents, { ...incident, at: step.now, action: null })] };
  if (incident.severity !== 'critical') return noted;
  try {
    return joinDrafts(noted, await tellOnCall(step, incident));
  } catch (error) {
    const untold = {
      id: `${incident.id}:untold`,
      severity: 'error' as const,
      source: 'incidents',
      detail: incident.id,
    };
    const { code } = describeError(error);
    return joinDrafts(noted, { writes: [put(incidents, { ...untold, code, at: step.now, action: null })] });
  }
}

async function tellOnCall(step: Step, incident: Pick<Incident, 'id' | 'code' | 'source'>): Promise<Draft> {
  const today = dayAt(step.now, step.agency.timezone);
  const onCall = (await step.store.find(people, { name: 'role', value: 'admin' }))
    .map((record) => record.value)
    .filter((person) => isWithUs(person, today));
  const told = await Promise.all(
    onCall.map(async (person) => {
      const linked = await step.store.find(accounts, { name: 'person', value: person.id });
      const texts = step.textsOf(person.locale);
      const text = [...texts.say('incident-critical', { code: incident.code, source: incident.source })];
      const notice = { id: `incident.${incident.id}.${person.id}`, severity: 'urgent' as const, text };
      return draftNotice(
        notice,
        { person, accounts: linked.map((record) => record.value) },
        { now: step.now, random: step.random, texts },
      );
    }),
  );
  return joinDrafts(...told);
}
