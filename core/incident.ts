import { joinDrafts, put, type Draft } from './commit.ts';
import { draftNotice } from './notification.ts';
import { people } from './records/agency.ts';
import { accounts } from './records/identity.ts';
import { incidents, type Incident } from './records/oversight.ts';
import { type Step } from './turn.ts';
import { isWithUs } from '../domain/person.ts';
import { dayAt } from '../domain/day.ts';

/** Notes that something went wrong; what is critical reaches those on call at once, quiet hours or not. */
export async function draftIncident(step: Step, incident: Omit<Incident, 'at' | 'action'>): Promise<Draft> {
  const noted: Draft = { writes: [put(incidents, { ...incident, at: step.now, action: null })] };
  if (incident.severity !== 'critical') return noted;
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
  return joinDrafts(noted, ...told);
}
