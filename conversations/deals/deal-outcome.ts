import { type Approval } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { clockTime } from '../../agency/clock-time.ts';

/** Who decided what and when, as `reader` should see it: « ✅ Validé par Anna à 14 h 02. » */
export function dealOutcome(texts: Texts, approval: Approval, decider: Person, reader: Person): Text {
  const { decision } = approval;
  if (decision === null) return [];
  const view = reader.id === decider.id ? 'own' : 'other';
  return texts.say(`deal-outcome-${decision.choice === 'approve' ? 'approved' : 'refused'}-${view}`, {
    name: firstName(decider),
    time: clockTime(decision.at, reader.timezone, texts),
    reason: decision.reason ?? '',
  });
}
