import { put, unchanged } from '../../core/commit.ts';
import { defineHandler } from '../../core/job.ts';
import { people } from '../../core/records/agency.ts';
import { incidents, notifications } from '../../core/records/oversight.ts';
import { charactersOf } from '../../core/text.ts';
import { mailNotice } from './mail-notice.job.ts';

/** The last way: by e-mail. Buttons do not travel; what needs an answer says so in words. */
export const mailNoticeHandler = defineHandler(mailNotice, async (step, { notification }) => {
  const found = await step.store.get(notifications, notification);
  const person = found === null ? null : await step.store.get(people, found.value.person);
  if (found === null || person === null || found.value.state !== 'failed') return {};
  const subject = step.textsOf(person.value.locale).label('mail-subject', { agency: step.agency.name });
  const letter = {
    to: person.value.id,
    subject,
    body: charactersOf(found.value.text),
    key: `notification:${notification}`,
  };
  const wantsMail = person.value.channels.includes('email');
  if (wantsMail && (await step.mailer.send(letter)).type === 'sent') {
    return {
      guards: [unchanged(notifications, found)],
      writes: [put(notifications, { ...found.value, state: 'sent' })],
    };
  }
  const incident = {
    id: `unreachable:${notification}`,
    at: step.now,
    severity: 'warning' as const,
    code: 'notification.unreachable',
    source: 'notifications',
    detail: found.value.person,
    action: null,
  };
  return { writes: [put(incidents, incident)] };
});
