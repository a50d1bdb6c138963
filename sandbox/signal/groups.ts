import type { Group } from './model.ts';
import type { World } from './world.ts';

/** Makes a group of the account and these people. The account is its first admin, as whoever creates a group is. */
export function createGroup(world: World, name: string, acis: readonly string[]): Group {
  const group: Group = {
    internalId: world.ids.groupId(),
    name,
    description: '',
    members: new Set([world.account.aci, ...acis]),
    admins: new Set([world.account.aci]),
    revision: 0,
    expiresInSeconds: 0,
    link: 'disabled',
    permissions: { add_members: 'every-member', edit_group: 'every-member', send_messages: 'every-member' },
    blocked: false,
  };
  world.groups.set(group.internalId, group);
  return group;
}
