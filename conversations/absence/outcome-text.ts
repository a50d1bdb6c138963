import { type Approval } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { clockTime } from '../../agency/clock-time.ts';

/** Who decided what and when, as `reader` should see it: « Bien noté par toi à 14 h 02. » */
export function outcomeText(texts: Texts, approval: Approval, decider: Person, reader: Person): Text {
  const { decision } = approval;
  if (decision === null) return [];
  const view = reader.id === decider.id ? 'own' : 'other';
  const talk = decision.choice === 'talk' ? 'talk' : 'noted';
  return texts.say(`absence-outcome-${talk}-${view}`, {
    name: firstName(decider),
    time: clockTime(decision.at, reader.timezone, texts),
  });
}
