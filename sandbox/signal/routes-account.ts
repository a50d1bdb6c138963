import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../kit/server.ts';
import { detect } from './files.ts';
import { shownName } from './frames.ts';
import type { Person } from './model.ts';
import { trustIdentity } from './people.ts';
import { ApiError, DONE, reading, route } from './rest.ts';
import type { Room } from './rest.ts';
import { missing } from './routes-messages.ts';
import { findPerson } from './world.ts';
import type { World } from './world.ts';

const text = z.string().default('');
const profileSchema = z.object({ name: text, about: z.string().nullish(), base64_avatar: z.string().nullish() });
const contactSchema = z.object({
  recipient: text,
  name: z.string().nullish(),
  expiration_in_seconds: z.number().int().nullish(),
});
const trustSchema = z.object({
  verified_safety_number: z.string().nullish(),
  trust_all_known_keys: z.boolean().nullish(),
});
const challengeSchema = z.object({ challenge_token: text, captcha: text });

/** General, accounts, profile, contacts, identities, attachments, search. */
export function mountAccount(app: Hono<SandboxEnv>, room: Room): void {
  const { world } = room;
  route(app, room, ['GET', '/v1/health'], z.unknown(), () => ({ ...DONE, applied: false }));
  route(app, room, ['GET', '/v1/about'], z.unknown(), () => reading(about(world)));
  route(app, room, ['GET', '/v1/accounts'], z.unknown(), () => reading([world.account.number]));
  route(app, room, ['GET', '/v1/receive/{number}'], z.unknown(), () => {
    throw new ApiError(
      400,
      "websocket: the client is not using the websocket protocol: 'upgrade' token not found in 'Connection' header",
    );
  });
  route(app, room, ['PUT', '/v1/profiles/{number}'], profileSchema, (body) => {
    if (body.name === '') throw missing('profile name');
    world.settings.profileName = body.name;
    world.account.about = body.about ?? world.account.about;
    return DONE;
  });
  route(app, room, ['POST', '/v1/accounts/{number}/rate-limit-challenge'], challengeSchema, (body) => {
    // Signal's server wants the captcha of the `challenge` action, and a token it gave out.
    if (!/^signalcaptcha:\/\/.*\.challenge\./.test(body.captcha)) throw refusedCaptcha('invalid captcha action');
    if (!room.limits.solve(body.challenge_token)) throw refusedCaptcha('invalid challenge');
    return DONE;
  });
  route(app, room, ['GET', '/v1/search/{number}'], z.unknown(), (_, __, context) => {
    const numbers = context.req.queries('numbers');
    if (numbers === undefined) throw new ApiError(400, 'Please provide numbers to query for');
    return reading(numbers.map((number) => ({ number, registered: findPerson(world, number)?.registered ?? false })));
  });
  mountContacts(app, room);
  mountIdentities(app, room);
  mountAttachments(app, room);
}

function mountContacts(app: Hono<SandboxEnv>, room: Room): void {
  const { world } = room;
  route(app, room, ['GET', '/v1/contacts/{number}'], z.unknown(), (_, __, context) => {
    const everybody = context.req.query('all_recipients') === 'true';
    const known = [...world.people.values()].filter((someone) => everybody || isContact(world, someone));
    return reading(known.map((someone) => contact(someone)));
  });
  route(app, room, ['GET', '/v1/contacts/{number}/{uuid}'], z.unknown(), (_, params) => {
    const uuid = params['uuid'] ?? '';
    const someone = findPerson(world, uuid);
    if (someone === null) throw new ApiError(404, `No user with that id (${uuid}) found`);
    return reading(contact(someone));
  });
  route(app, room, ['PUT', '/v1/contacts/{number}'], contactSchema, (body) => {
    if (body.recipient === '') throw missing('recipient');
    const someone = findPerson(world, body.recipient);
    if (someone === null) throw new ApiError(400, `The user ${body.recipient} is not registered.`);
    someone.contactName = body.name ?? someone.contactName;
    someone.expiresInSeconds = body.expiration_in_seconds ?? someone.expiresInSeconds;
    return DONE;
  });
}

function mountIdentities(app: Hono<SandboxEnv>, room: Room): void {
  const { world } = room;
  route(app, room, ['GET', '/v1/identities/{number}'], z.unknown(), () =>
    reading([...world.people.values()].map((someone) => identity(someone))),
  );
  route(app, room, ['PUT', '/v1/identities/{number}/trust/{numberToTrust}'], trustSchema, (body, params) => {
    const all = body.trust_all_known_keys === true;
    const safety = body.verified_safety_number ?? null;
    if (safety === null && !all)
      throw new ApiError(
        400,
        "Couldn't process request - please either provide a safety number (preferred & more secure) or set 'trust_all_known_keys' to true",
      );
    if (safety !== null && all)
      throw new ApiError(
        400,
        "Couldn't process request - please either provide a safety number or set 'trust_all_known_keys' to true. But do not set both parameters at once!",
      );
    if (safety === '') throw new ApiError(400, "Couldn't process request - please provide a valid safety number");
    const who = params['numberToTrust'] ?? '';
    const someone = findPerson(world, who);
    if (someone === null) throw new ApiError(400, `The user ${who} is not registered.`);
    if (safety !== null && safety.replaceAll(' ', '') !== someone.identity.safetyNumber)
      throw new ApiError(
        400,
        'Failed to set the trust for this number, make sure the number and the fingerprint/safety number are correct.',
      );
    trustIdentity(someone, safety !== null);
    return DONE;
  });
}

function mountAttachments(app: Hono<SandboxEnv>, room: Room): void {
  const { files } = room.world;
  const absent = (): ApiError => new ApiError(404, 'No attachment with that name found');
  route(app, room, ['GET', '/v1/attachments'], z.unknown(), () => reading([...files.keys()]));
  route(app, room, ['GET', '/v1/attachments/{attachment}'], z.unknown(), (_, params) => {
    const file = files.get(params['attachment'] ?? '');
    if (file === undefined) throw absent();
    // Upstream guesses the type from the bytes and does not remember what the sender said.
    return {
      ...reading(file.bytes),
      headers: { 'content-type': detect(file.bytes), 'content-length': String(file.bytes.length) },
    };
  });
  route(app, room, ['DELETE', '/v1/attachments/{attachment}'], z.unknown(), (_, params) => {
    if (!files.delete(params['attachment'] ?? '')) throw absent();
    return DONE;
  });
}

function about(world: World): unknown {
  return {
    versions: ['v1', 'v2'],
    build: 2,
    mode: 'json-rpc',
    version: world.settings.version,
    capabilities: { 'v2/send': ['quotes', 'mentions'] },
  };
}

function refusedCaptcha(why: string): ApiError {
  return new ApiError(400, `Submit challenge error: [400] Bad response: 400 : {"code":400,"message":"${why}"}`);
}

/** Whoever wrote to us, was named by us or shares a group with us. */
function isContact(world: World, someone: Person): boolean {
  const shares = [...world.groups.values()].some((group) => group.members.has(someone.aci));
  return someone.hasWritten || someone.contactName !== null || shares;
}

function contact(someone: Person): unknown {
  return {
    number: someone.sharesNumber ? (someone.number ?? '') : '',
    uuid: someone.aci,
    name: someone.contactName ?? '',
    given_name: someone.contactName ?? '',
    profile_name: someone.name,
    username: '',
    color: '',
    blocked: false,
    message_expiration: String(someone.expiresInSeconds),
    note: '',
    profile: { given_name: someone.name, lastname: '', about: '', has_avatar: false, last_updated_timestamp: 0 },
    nickname: { name: shownName(someone), given_name: '', family_name: '' },
  };
}

function identity(someone: Person): unknown {
  return {
    number: someone.sharesNumber ? (someone.number ?? '') : '',
    uuid: someone.aci,
    status: someone.identity.trust,
    fingerprint: someone.identity.fingerprint,
    added: String(someone.identity.added),
    safety_number: someone.identity.safetyNumber,
  };
}
