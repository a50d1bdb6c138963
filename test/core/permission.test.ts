import { describe, expect, it } from 'vitest';
import { allCommands } from '../../conversations/commands.ts';
import { catalogue } from '../../conversations/catalogue.ts';
import { permit } from '../../core/permission.ts';
import { roleSchema, type Role } from '../../domain/person.ts';
import { day, person } from '../support/builders.ts';

const here = { chat: 'private', today: day('2027-03-10') } as const;
const managers = { roles: ['manager', 'booker'], chats: ['private'] } as const;

describe('a permission', () => {
  it('when nobody is known behind the account, is refused, even what is for everyone', () => {
    const everyone = { roles: 'everyone', chats: ['private', 'group'] } as const;
    expect(permit(null, everyone, here)).toEqual({ allowed: false, reason: 'stranger' });
  });

  it('when somebody has one of the roles, is granted; with any other roles, it is not', () => {
    for (const role of roleSchema.options) {
      const decision = permit(person({ roles: [role] }), managers, here);
      const granted = role === 'manager' || role === 'booker';
      expect(decision).toEqual(granted ? { allowed: true } : { allowed: false, reason: 'role' });
    }
    expect(permit(person({ roles: ['musician', 'booker'] }), managers, here)).toEqual({ allowed: true });
  });

  it('when it names no role at all, nobody gets in', () => {
    for (const role of roleSchema.options)
      expect(permit(person({ roles: [role] }), { roles: [], chats: ['private'] }, here).allowed).toBe(false);
  });

  it('when it is used in another kind of chat, is refused for that reason', () => {
    expect(permit(person({ roles: ['manager'] }), managers, { ...here, chat: 'group' })).toEqual({
      allowed: false,
      reason: 'chat',
    });
  });

  it.each([
    ['the day before the first', '2026-12-31', false],
    ['the first day', '2027-01-01', true],
    ['the last day', '2027-06-30', true],
    ['the day after the last', '2027-07-01', false],
  ])('when it is %s (%s), being with us is %s', (_case, today, allowed) => {
    const hired = person({ joined: day('2027-01-01'), leaves: day('2027-06-30') });
    const decision = permit(hired, { roles: 'everyone', chats: ['private'] }, { chat: 'private', today: day(today) });
    expect(decision).toEqual(allowed ? { allowed: true } : { allowed: false, reason: 'left' });
  });
});

/** Who may use each command, as the design grants it; what is not here is for everybody. */
const restricted: Readonly<Record<string, readonly Role[]>> = {
  inviter: ['manager', 'hr', 'admin'],
  lier: ['manager', 'admin'],
  roles: ['admin', 'hr'],
  incidents: ['admin', 'manager'],
};

describe('the commands there are', () => {
  it('when somebody has no role with power, only the commands for everybody are open to them', () => {
    for (const role of ['guest', 'musician', 'technician', 'employee', 'communication'] as const) {
      const open = allCommands
        .filter(
          (command) => permit(person({ roles: [role] }), { ...command.permission, chats: ['private'] }, here).allowed,
        )
        .map((command) => command.name.fr);
      expect(open.filter((name) => name in restricted)).toEqual([]);
    }
  });

  it('when a command gives or shows power, exactly its roles may use it', () => {
    for (const [name, expected] of Object.entries(restricted)) {
      const command = allCommands.find((one) => one.name.fr === name);
      const granted = roleSchema.options.filter(
        (role) =>
          permit(person({ roles: [role] }), command?.permission ?? { roles: [], chats: [] }, {
            ...here,
            chat: command?.permission.chats[0] ?? 'private',
          }).allowed,
      );
      expect([name, granted.toSorted()]).toEqual([name, expected.toSorted()]);
    }
  });

  it('when a name is read by a platform, it is lower case without accents and at most 32 long, and no two are alike', () => {
    const names = allCommands.flatMap((command) => [...new Set([command.name.fr, command.name.en])]);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
    expect(new Set(names).size).toBe(names.length);
  });

  it('when a button opens private words of others, only HR and those who look after Régie may press it', () => {
    const { permission } = catalogue.actions.get('vault.show') ?? {};
    expect(permission?.roles).toEqual(['hr']);
    expect(permission?.chats).toEqual(['private']);
  });
});
