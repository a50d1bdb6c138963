import { createEffects } from '../core/effect.ts';
import { type Outside } from '../core/job.ts';
import { systemRandom } from '../core/random.ts';
import { calendarFrom } from '../integrations/google/index.ts';
import { mailOff } from '../integrations/mail/off.ts';
import { createEffectLedger } from '../store/effects.ts';
import { type Runtime } from './runtime.ts';

/** The world outside as jobs reach it; what is not configured is there and says that it is off. */
export async function outsideOf(runtime: Runtime): Promise<Outside> {
  const { clock, connection, config, log } = runtime;
  return {
    effects: createEffects(createEffectLedger(connection), clock, systemRandom.token()),
    mailer: mailOff,
    calendar: await calendarFrom(config.google, { log, clock }),
  };
}
