import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../kit/server.ts';
import { addressOf } from './frames.ts';
import { createGroup } from './groups.ts';
import { groupSendId, internalGroupId } from './ids.ts';
import type { Group } from './model.ts';
import { effect } from './outgoing.ts';
import { ApiError, DONE, reading, route } from './rest.ts';
import type { PathParams, Room } from './rest.ts';
import { aciOf, findEntry } from './world.ts';
import type { World } from './world.ts';

const access = z.enum(['only-admins', 'every-member']);
const permissions = z.object({
  add_members: access.optional(),
  edit_group: access.optional(),
  send_messages: access.optional(),
});
const link = z.enum(['disabled', 'enabled', 'enabled-with-approval']);
const createSchema = z.object({
  name: z.string().default(''),
  members: z.array(z.string()).nullish(),
  description: z.string().default(''),
  expiration_time: z.number().int().nullish(),
  group_link: link.optional(),
  permissions: permissions.optional(),
});
const updateSchema = z.object({
  name: z.string().nullish(),
  description: z.string().nullish(),
  base64_avatar: z.string().nullish(),
  expiration_time: z.number().int().nullish(),
  group_link: link.nullish(),
  permissions: permissions.nullish(),
});
const membersSchema = z.object({ members: z.array(z.string()).default([]) });
const adminsSchema = z.object({ admins: z.array(z.string()).default([]) });
const pinSchema = z.object({
  target_author: z.string().default(''),
  timestamp: z.number().int().default(0),
  duration: z.number().int().nullish(),
});

/** Groups: listing, creating, changing, members, admins, pins, leaving. */
export function mountGroups(app: Hono<SandboxEnv>, room: Room): void {
  const { world } = room;
  route(app, room, ['GET', '/v1/groups/{number}'], z.unknown(), (_, __, context) => {
    const expand = context.req.query('expand') === 'true';
    return reading([...world.groups.values()].map((group) => shown(world, group, expand)));
  });
  route(app, room, ['POST', '/v1/groups/{number}'], createSchema, (body) => create(room, body));
  route(app, room, ['GET', '/v1/groups/{number}/{groupid}'], z.unknown(), (_, params, context) => {
    const group = world.groups.get(internalGroupId(params['groupid'] ?? '') ?? '');
    if (group === undefined) throw new ApiError(404, 'No group with that id found');
    return reading(shown(world, group, context.req.query('expand') === 'true'));
  });
  route(app, room, ['PUT', '/v1/groups/{number}/{groupid}'], updateSchema, (body, params) => {
    const group = own(world, params);
    group.name = body.name ?? group.name;
    group.description = body.description ?? group.description;
    group.expiresInSeconds = body.expiration_time ?? group.expiresInSeconds;
    group.link = body.group_link ?? group.link;
    group.permissions = merge(group.permissions, body.permissions);
    return changed(world, group, 'group update');
  });
  for (const [method, path] of [
    ['DELETE', '/v1/groups/{number}/{groupid}'],
    ['POST', '/v1/groups/{number}/{groupid}/quit'],
  ] as const)
    route(app, room, [method, path], z.unknown(), (_, params) => {
      const group = own(world, params);
      group.members.delete(world.account.aci);
      group.admins.delete(world.account.aci);
      changed(world, group, 'group left');
      return method === 'DELETE' ? { status: 200, body: undefined, applied: true } : DONE;
    });
  route(app, room, ['POST', '/v1/groups/{number}/{groupid}/block'], z.unknown(), (_, params) => {
    own(world, params).blocked = true;
    return DONE;
  });
  mountMembership(app, room);
  mountPins(app, room);
}

function mountMembership(app: Hono<SandboxEnv>, room: Room): void {
  const { world } = room;
  for (const method of ['POST', 'DELETE'] as const) {
    route(app, room, [method, '/v1/groups/{number}/{groupid}/members'], membersSchema, (body, params) => {
      const group = listed(world, params);
      for (const aci of acis(world, body.members)) {
        if (method === 'POST') group.members.add(aci);
        else {
          group.members.delete(aci);
          group.admins.delete(aci);
        }
      }
      return changed(world, group, method === 'POST' ? 'members added' : 'members removed');
    });
    route(app, room, [method, '/v1/groups/{number}/{groupid}/admins'], adminsSchema, (body, params) => {
      const group = listed(world, params);
      for (const aci of acis(world, body.admins)) {
        if (!group.members.has(aci))
          throw new ApiError(400, `User is not a member in group: ${group.name} (${group.internalId})`);
        if (method === 'POST') group.admins.add(aci);
        else group.admins.delete(aci);
      }
      return changed(world, group, 'admins changed');
    });
  }
}

function mountPins(app: Hono<SandboxEnv>, room: Room): void {
  const { world } = room;
  for (const method of ['POST', 'DELETE'] as const)
    route(app, room, [method, '/v1/groups/{number}/{groupid}/pin-message'], pinSchema, (body, params) => {
      const group = own(world, params);
      const author = aciOf(world, body.target_author);
      if (author === null) throw new ApiError(400, `The user ${body.target_author} is not registered.`);
      const entry = findEntry(world, author, body.timestamp, group.internalId);
      if (entry !== null) entry.pinned = method === 'POST';
      const done = method === 'POST' ? 'pin' : 'unpin';
      effect(world, entry === null ? `${done} ignored` : done, group.internalId, { author, timestamp: body.timestamp });
      return { status: 200, body: undefined, applied: true };
    });
}

function create(room: Room, body: z.output<typeof createSchema>): { status: number; body: unknown; applied: boolean } {
  const { world } = room;
  if (world.settings.profileName === null)
    throw new ApiError(400, 'Cannot create group - please first update your profile.');
  const group = createGroup(world, body.name, acis(world, body.members ?? []));
  group.description = body.description;
  group.expiresInSeconds = body.expiration_time ?? 0;
  group.link = body.group_link ?? group.link;
  group.permissions = merge(group.permissions, body.permissions);
  effect(world, 'group created', group.internalId, { name: group.name });
  return { status: 201, body: { id: groupSendId(group.internalId) }, applied: true };
}

/** A group we are in, by the id in the path. */
function own(world: World, params: PathParams): Group {
  const internal = internalGroupId(params['groupid'] ?? '');
  if (internal === null) throw new ApiError(400, 'Invalid group id');
  const group = world.groups.get(internal);
  if (group === undefined) throw new ApiError(400, `Group not found: ${internal}`);
  if (!group.members.has(world.account.aci))
    throw new ApiError(400, `User is not a member in group: ${group.name} (${group.internalId})`);
  return group;
}

/** Members and admins answer 404, not 400, when the group is unknown. */
function listed(world: World, params: PathParams): Group {
  const id = params['groupid'] ?? '';
  const group = world.groups.get(internalGroupId(id) ?? '');
  if (group === undefined) throw new ApiError(404, `No group with that group id (${id}) found`);
  return group;
}

function acis(world: World, identifiers: readonly string[]): string[] {
  return identifiers.map((identifier) => {
    const aci = aciOf(world, identifier);
    if (aci === null) throw new ApiError(400, `The user ${identifier} is not registered.`);
    return aci;
  });
}

function merge(
  before: Group['permissions'],
  after: z.output<typeof permissions> | null | undefined,
): Group['permissions'] {
  return {
    add_members: after?.add_members ?? before.add_members,
    edit_group: after?.edit_group ?? before.edit_group,
    send_messages: after?.send_messages ?? before.send_messages,
  };
}

function changed(world: World, group: Group, what: string): typeof DONE {
  group.revision += 1;
  effect(world, what, group.internalId, { members: [...group.members], admins: [...group.admins] });
  return DONE;
}

/** People are listed by number, by ACI when they hide it; with `expand`, by both (an unknown number is an empty string). */
function shown(world: World, group: Group, expand: boolean): unknown {
  const list = (members: ReadonlySet<string>): unknown[] =>
    [...members].map((aci) => {
      const { number, uuid } = addressOf(world, aci);
      return expand ? { number: number ?? '', uuid } : (number ?? uuid);
    });
  return {
    name: group.name,
    description: group.description,
    id: groupSendId(group.internalId),
    internal_id: group.internalId,
    member: group.members.has(world.account.aci),
    members: list(group.members),
    blocked: group.blocked,
    pending_invites: [],
    pending_requests: [],
    invite_link:
      group.link === 'disabled' ? '' : `https://signal.group/#${Buffer.from(group.internalId).toString('base64url')}`,
    admins: list(group.admins),
    permissions: group.permissions,
  };
}
