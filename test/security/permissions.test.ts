import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Handler } from '../../bot/consumer.ts';
import { catalogue } from '../../conversations/catalogue.ts';
import { type Draft } from '../../core/commit.ts';
import { type Permission } from '../../core/permission.ts';
import { roleSchema, type Role } from '../../domain/person.ts';
import { daySchema } from '../../domain/schemas.ts';
import { ofSheets, reserved } from './reserved-roles.ts';
import { openCompany, type Company } from '../support/company.ts';
import {
  auditedBy,
  changed,
  enrol,
  from,
  nobody,
  pressOf,
  routerOf,
  said,
  showButton,
  words,
  type Subject,
} from '../support/router.ts';

let company: Company;
let router: Handler;
const cast = new Map<string, Subject>();
const roles = roleSchema.options;
const places = ['private', 'group'] as const;
const outsiders = ['stranger', 'leaver', 'revoked'] as const;

beforeAll(async () => {
  company = await openCompany();
  const { runtime } = company.stage.product;
  router = routerOf(runtime);
  for (const role of roles) cast.set(role, await enrol(runtime, `role-${role}`, [role]));
  cast.set('stranger', nobody('stranger'));
  cast.set(
    'leaver',
    await enrol(runtime, 'leaver', ['manager', 'admin', 'hr'], { leaves: daySchema.parse('2026-01-31') }),
  );
  cast.set('revoked', await enrol(runtime, 'revoked', ['manager', 'admin', 'hr'], { revoked: true }));
});
afterAll(() => company.stop());

function who(name: string): Subject {
  const found = cast.get(name);
  if (found === undefined) throw new Error(`nobody plays ${name}`);
  return found;
}

let step = 0;
function decide(subject: Subject, where: 'private' | 'group', content: Parameters<typeof from>[2]): Promise<Draft> {
  step += 1;
  return router.handle(from(subject, where, content), `matrix-${step}`);
}

/** The oracle: what a declared permission means for a role in a place. */
function expected(permission: Permission, role: Role, where: 'private' | 'group'): 'granted' | 'role' | 'chat' {
  if (permission.roles !== 'everyone' && !permission.roles.includes(role)) return 'role';
  return permission.chats.includes(where) ? 'granted' : 'chat';
}

/** Buttons that look whose they are beyond the role, and audit a press on what is not theirs. */
const personal = new Set([
  'sounding.cancel',
  'sounding.condition',
  'sounding.later',
  'sounding.no',
  'sounding.yes',
  ...ofSheets.map((name) => `sheet.${name}`),
]);

/** The same roles, whatever order they were written in. */
function sorted(granted: readonly Role[] | 'everyone'): readonly string[] {
  return granted === 'everyone' ? [granted] : [...granted].sort();
}

const refusals = {
  role: /^Ce n’est pas ouvert à ton rôle\. Si tu en as besoin, demande à ton manager\.$/,
  granted: /^$/,
  chat: /^Ça se (passe en privé|fait dans un groupe) : /,
};

describe('the permissions of the catalogue', () => {
  it('when something is reserved, is reserved for exactly these roles', () => {
    const declared = [
      ...catalogue.commands.map((command) => [`/${command.name.fr}`, command.permission.roles] as const),
      ...[...catalogue.actions].map(([name, action]) => [name, action.permission.roles] as const),
    ];
    const narrow = declared.filter(([name, granted]) => granted !== 'everyone' && name !== '/indispo');
    expect(Object.fromEntries(narrow.map(([name, granted]) => [name, sorted(granted)]))).toEqual(
      Object.fromEntries(Object.entries(reserved).map(([name, granted]) => [name, sorted(granted)])),
    );
  });
});

/** Every role in every place, sorted by what a permission says to it. */
function cells(
  permission: Permission,
  wanted: (answer: 'granted' | 'role' | 'chat') => boolean,
): { role: Role; where: 'private' | 'group'; answer: 'granted' | 'role' | 'chat' }[] {
  return roles
    .flatMap((role) => places.map((where) => ({ role, where, answer: expected(permission, role, where) })))
    .filter((cell) => wanted(cell.answer));
}
const granted = (answer: string): boolean => answer === 'granted';
const denied = (answer: string): boolean => answer !== 'granted';

describe.each(catalogue.commands.map((command) => ({ name: command.name.fr, command })))('/$name', ({ command }) => {
  it.each(cells(command.permission, granted))(
    'when a $role asks for it in $where, gets an answer',
    async ({ role, where }) => {
      const draft = await decide(who(role), where, words(`/${command.name.fr}`));
      expect(auditedBy(draft)).not.toContain('command.refused');
      expect(said(draft).length).toBeGreaterThan(0);
    },
  );

  it.each(cells(command.permission, denied))(
    'when a $role asks for it in $where, is refused for the $answer, in one sentence, and nothing changes',
    async ({ role, where, answer }) => {
      const draft = await decide(who(role), where, words(`/${command.name.fr}`));
      expect(changed(draft)).toEqual([]);
      expect(draft.due ?? []).toEqual([]);
      expect(said(draft).join()).toMatch(refusals[answer]);
      expect(said(draft)).toHaveLength(1);
      expect(auditedBy(draft)).toEqual(answer === 'role' ? ['command.refused'] : []);
    },
  );

  it.each(outsiders.flatMap((outsider) => places.map((where) => ({ outsider, where }))))(
    'when a $outsider asks for it in $where, changes nothing and tells nothing',
    async ({ outsider, where }) => {
      const draft = await decide(who(outsider), where, words(`/${command.name.fr}`));
      expect(changed(draft)).toEqual([]);
      expect(auditedBy(draft)).toEqual(where === 'group' ? [] : ['stranger.wrote']);
      expect(said(draft).join()).toMatch(where === 'group' ? /^$/ : /^Bonjour, ce compte est réservé/);
    },
  );
});

describe.each([...catalogue.actions].map(([name, action]) => ({ name, action })))(
  'the button $name',
  ({ name, action }) => {
    async function pressed(role: Role, where: 'private' | 'group'): Promise<Draft> {
      const button = { key: `${name}:tom-garnier`, purpose: 'menu' as const };
      return decide(
        who(role),
        where,
        pressOf(await showButton(company.stage.product.runtime, who(role), where, button)),
      );
    }

    it.each(personal.has(name) ? [] : cells(action.permission, granted))(
      'when a $role presses it in $where, is not refused',
      async ({ role, where }) => {
        expect(auditedBy(await pressed(role, where))).not.toContain('press.refused');
      },
    );

    it.each(cells(action.permission, denied))(
      'when a $role presses it in $where, is told, audited, and nothing changes',
      async ({ role, where }) => {
        const draft = await pressed(role, where);
        expect(changed(draft)).toEqual([]);
        expect(auditedBy(draft)).toEqual(['press.refused']);
        expect(said(draft)).toEqual([expect.stringMatching(/^toast: .+/)]);
      },
    );

    it.each(outsiders)(
      'when a %s presses it, the press is answered with nothing and changes nothing',
      async (outsider) => {
        const nonce = await showButton(company.stage.product.runtime, who(outsider), 'private', {
          key: `${name}:tom-garnier`,
          purpose: 'menu',
        });
        const draft = await decide(who(outsider), 'private', pressOf(nonce));
        expect(changed(draft)).toEqual([]);
        expect(said(draft)).toEqual(['toast: ']);
        expect(auditedBy(draft)).toHaveLength(1);
      },
    );
  },
);

describe('commands behind a button', () => {
  async function pressed(name: string, role: Role): Promise<Draft> {
    const button = { key: `command:${name}`, purpose: 'menu' as const };
    return decide(
      who(role),
      'private',
      pressOf(await showButton(company.stage.product.runtime, who(role), 'private', button)),
    );
  }
  const buttons = catalogue.commands.flatMap((command) =>
    roles.map((role) => ({ name: command.name.fr, role, answer: expected(command.permission, role, 'private') })),
  );

  it.each(buttons)(
    'when a $role presses a button that stands for /$name, the press is answered once',
    async ({ name, role }) => {
      expect(said(await pressed(name, role)).filter((line) => line.startsWith('toast: '))).toHaveLength(1);
    },
  );

  it.each(buttons.filter((one) => denied(one.answer)))(
    'when a $role may not use /$name, its button changes nothing',
    async ({ name, role }) => {
      expect(changed(await pressed(name, role))).toEqual([]);
    },
  );
});

describe('plain words', () => {
  it.each(places)(
    'when a guest says in %s when they are away, begins nothing: the errand of a guest is another',
    async (where) => {
      const draft = await decide(who('guest'), where, words('je suis pas là vendredi prochain'));
      expect(changed(draft)).toEqual([]);
    },
  );

  it('when a guest opens Régie, is offered nothing that would be refused', async () => {
    const draft = await decide(who('guest'), 'private', words('/start'));
    const offered = (draft.outbound ?? []).flatMap(({ operation }) =>
      operation.type === 'send' ? operation.rows.flat() : [],
    );
    const open = ({ permission }: { readonly permission: Permission }): boolean =>
      expected(permission, 'guest', 'private') === 'granted';
    const usable = new Set([
      ...catalogue.commands.filter(open).map((command) => `command:${command.name.fr}`),
      ...[...catalogue.actions].filter(([, action]) => open(action)).map(([name]) => name),
    ]);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.map(({ key }) => key).filter((key) => !usable.has(key))).toEqual([]);
  });

  it.each(outsiders)('when a %s says in a group when they are away, stays silent', async (outsider) => {
    expect(await decide(who(outsider), 'group', words('je suis pas là vendredi prochain'))).toEqual({});
  });
});
