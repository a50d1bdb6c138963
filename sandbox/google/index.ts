import { mountKitControl } from '../kit/control.ts';
import type { Kit } from '../kit/kit.ts';
import type { RunningService, ServiceOptions } from '../kit/platform.ts';
import { createApp, listen } from '../kit/server.ts';
import { createControl } from './control.ts';
import type { GoogleControl, NewCalendar } from './control.ts';
import { mountGoogleControl } from './control-routes.ts';
import { mountCalendar } from './server.ts';
import { mountToken } from './token.ts';
import { createWorld } from './world.ts';

/** How the emulated Google starts. */
export interface GoogleOptions extends ServiceOptions {
  /** The address of the product's own service account. */
  readonly account?: string;
  /** The private key (PEM) of its first key file; made when it is first asked for otherwise. */
  readonly key?: string;
  readonly calendars?: readonly NewCalendar[];
}

const ACCOUNT = 'regie@regie-sandbox.iam.gserviceaccount.com';

/**
 * Starts the parts of Google the product uses, on this machine: tokens for service accounts and Calendar v3 events. `url` is the product's
 * `GOOGLE_API_ROOT`; a file holding `control.credentials()` is its `GOOGLE_CREDENTIALS`.
 */
export async function startGoogle(kit: Kit, options: GoogleOptions = {}): Promise<RunningService<GoogleControl>> {
  let origin = '';
  const world = createWorld(kit, () => origin);
  const { account = ACCOUNT } = options;
  world.addAccount(account, options.key);
  const control = createControl(world, account);
  for (const calendar of options.calendars ?? []) control.createCalendar(calendar);
  const app = createApp();
  mountKitControl(app, kit);
  mountGoogleControl(app, kit, control);
  mountToken(app, world);
  mountCalendar(app, world);
  const server = await listen(app, options.port);
  origin = server.origin;
  return { url: server.origin, control, stop: () => server.stop() };
}
