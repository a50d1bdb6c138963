import { describe, expect, it } from 'vitest';
import { nearest, spokenCommand } from '../../bot/words.ts';
import { allCommands } from '../../conversations/commands.ts';

const heard = (text: string) => {
  const spoken = spokenCommand(text, allCommands);
  if (spoken.type === 'command') return [spoken.command.name.fr, spoken.words];
  return spoken.type === 'unknown' ? ['?', spoken.near?.name.fr ?? null] : null;
};

describe('a command with a slash', () => {
  it('when any command is called by either of its names, in any case, it is that command', () => {
    for (const command of allCommands) {
      for (const name of [command.name.fr, command.name.en, command.name.fr.toUpperCase()])
        expect(heard(`/${name}`)).toEqual([command.name.fr, '']);
    }
  });

  it.each([
    ['/indispo 12 mars', ['indispo', '12 mars']],
    ['  /indispo 12 mars  ', ['indispo', '12 mars']],
    ['/indispo@regie_staff_bot 12 mars', ['indispo', '12 mars']],
    ['/indispo du 12\nau 15 mars', ['indispo', 'du 12\nau 15 mars']],
    ['/indispo\n12 mars', ['indispo', '12 mars']],
    ['/INDISPO Le 12', ['indispo', 'Le 12']],
    ['/paramètres', ['parametres', '']],
    ['/Paramètres', ['parametres', '']],
    ['/rôles Léa', ['roles', 'Léa']],
    ['/help', ['aide', '']],
  ])('when somebody writes %j, it is %j', (text, expected) => {
    expect(heard(text)).toEqual(expected);
  });

  it.each([
    ['/indisop', 'indispo'],
    ['/aidee', 'aide'],
    ['/anuler', 'annuler'],
    ['/paramètre', 'parametres'],
    ['/foobarbaz', null],
    ['/x', null],
    ['/', null],
  ])('when %j is mistyped, the nearest offered is %j', (text, near) => {
    expect(text === '/' ? null : heard(text)?.[1]).toBe(near);
  });
});

describe('words without a slash', () => {
  it.each(['aide', 'Aide', ' aide ', 'help', 'annuler', 'paramètres', 'AIDE'])(
    'when « %s » is all there is, it is the command',
    (text) => {
      expect(heard(text)?.[1]).toBe('');
    },
  );

  it.each(['tu peux m’aide', 'aide moi', 'annuler le 12', 'indispo vendredi', 'j’annule', '', ' '])(
    'when « %s » is written, the words belong to the person',
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  it('when a word is a single slip away, the command is offered; a short or far word offers nothing', () => {
    expect(nearest('aidde', allCommands)?.name.fr).toBe('aide');
    expect(nearest('réglages', allCommands)).toBeNull();
    expect(nearest('ok', allCommands)).toBeNull();
    expect(nearest('', allCommands)).toBeNull();
  });
});
