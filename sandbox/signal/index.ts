import { mountKitControl } from '../kit/control.ts';
import type { Kit } from '../kit/kit.ts';
import type { RunningService, ServiceOptions } from '../kit/platform.ts';
import { createApp, listen } from '../kit/server.ts';
import { createControl } from './control-api.ts';
import type { SignalControl } from './control-api.ts';
import { mountControl } from './control-routes.ts';
import { createLimits } from './limits.ts';
import type { Room } from './rest.ts';
import { mountAccount } from './routes-account.ts';
import { mountGroups } from './routes-groups.ts';
import { mountMessages } from './routes-messages.ts';
import { mountPolls } from './routes-polls.ts';
import type { SignalOptions } from './settings.ts';
import { openSockets } from './sockets.ts';
import { createWorld } from './world.ts';

export type { GroupHandle, PersonHandle, SignalControl } from './control-api.ts';
export type { SignalOptions } from './settings.ts';

/**
 * Starts an emulated signal-cli-rest-api (json-rpc mode) on 127.0.0.1, over a kit that other services may share. `url` is the product's
 * `SIGNAL_API_URL`; its `SIGNAL_NUMBER` is the control's `number`.
 */
export async function startSignal(
  kit: Kit,
  options: SignalOptions & ServiceOptions = {},
): Promise<RunningService<SignalControl>> {
  const { port = 0, ...settings } = options;
  const world = createWorld(kit, settings);
  const app = createApp();
  const server = await listen(app, port);
  const sockets = openSockets(world, server);
  const room: Room = { world, sockets, limits: createLimits(world), twists: [] };
  const api = createControl(room);
  mountMessages(app, room);
  mountPolls(app, room);
  mountGroups(app, room);
  mountAccount(app, room);
  mountKitControl(app, kit);
  mountControl(app, room, api);
  app.notFound((context) => {
    const method = `${context.req.method} ${context.req.path}`;
    kit.ledger.append({ platform: 'signal', kind: 'request', method, status: 404, applied: false });
    return context.text('404 page not found', 404);
  });
  return {
    url: server.origin,
    control: api,
    stop: async () => {
      sockets.stop();
      await server.stop();
    },
  };
}
