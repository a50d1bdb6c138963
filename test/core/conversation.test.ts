import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { play, type Answer, type Dialogue, type Finish, type Played } from '../../core/conversation.ts';
import { permanent } from '../../core/errors.ts';
import { type ConversationState } from '../../core/records/dialogue.ts';
import { card, conversation, ending, wordOf } from '../support/conversation.ts';
import { turn } from '../support/turn.ts';

type Log = ConversationState['log'];

const words = (text: string): Answer => ({ type: 'text', text });

function at(log: Log = [], version = 1): Pick<ConversationState, 'input' | 'log' | 'version'> {
  return { input: { name: 'Léa' }, log, version };
}

/** The history after a step, as the store would give it back. */
function stored(played: Played): Log {
  if (played.type === 'broken') throw new Error(`broken: ${played.code}`);
  return z.array(z.strictObject({ key: z.string(), value: z.unknown() })).parse(JSON.parse(JSON.stringify(played.log)));
}

async function endOf(played: Played): Promise<string> {
  if (played.type !== 'finished') throw new Error(`not finished but ${played.type}`);
  return (await played.finish(turn())).text.map((span) => span.text).join('');
}

const dates = conversation(async (dialogue, input) => {
  const days = await dialogue.ask('days', card(`Quels jours, ${input.name} ?`));
  const firm = await dialogue.ask('firm', card(`${wordOf(days)}, c’est ferme ?`));
  return ending(`${wordOf(days)} ${wordOf(firm)}`);
});

describe('a conversation that goes well', () => {
  it('when nothing was answered yet, waits at the first question', async () => {
    const played = await play(dates, at(), null, turn());
    expect(played).toMatchObject({ type: 'waiting', key: 'days', card: { text: [{ text: 'Quels jours, Léa ?' }] } });
  });

  it('when its history is played again without an answer, stands at the same question with the same card', async () => {
    const log = stored(await play(dates, at(), words('le 12'), turn()));
    const [once, again] = [await play(dates, at(log), null, turn()), await play(dates, at(log), null, turn())];
    expect(once).toMatchObject({ type: 'waiting', key: 'firm', card: { text: [{ text: 'le 12, c’est ferme ?' }] } });
    expect(again).toEqual(once);
  });

  it('when each answer comes in another process, ends as if all had come at once', async () => {
    const log = stored(await play(dates, at(), words('le 12'), turn()));
    const played = await play(dates, at(log), { type: 'choice', key: 'yes' }, turn());
    expect(await endOf(played)).toBe('le 12 [yes]');
  });

  it('when questions are asked in a loop, any answers in any number of restarts lead to the same end', async () => {
    const list = conversation(async (dialogue) => {
      const heard: string[] = [];
      for (;;) {
        const said = wordOf(await dialogue.ask(`item ${heard.length}`, card('Encore ?')));
        if (said === 'fin') return ending(heard.join('|'));
        heard.push(said);
      }
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string().filter((text) => text !== 'fin'),
          { maxLength: 8 },
        ),
        async (heard) => {
          let played = await play(list, at(), null, turn());
          for (const text of [...heard, 'fin']) played = await play(list, at(stored(played)), words(text), turn());
          expect(await endOf(played)).toBe(heard.join('|'));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what was looked up', () => {
  const looking = (look: () => unknown) =>
    conversation(async (dialogue) => {
      const found = await dialogue.read('holiday', z.object({ day: z.string() }), () => z.any().parse(look()));
      const answer = await dialogue.ask('sure', card(found.day));
      return ending(`${found.day} ${wordOf(answer)}`);
    });

  it('when the answer comes later, is what it was then, without looking again', async () => {
    let looks = 0;
    const definition = looking(() => ({ day: `d${(looks += 1)}` }));
    const log = stored(await play(definition, at(), null, turn()));
    expect(await endOf(await play(definition, at(log), words('oui'), turn()))).toBe('d1 oui');
    expect(looks).toBe(1);
  });

  it('when it is not what its schema says, breaks the step instead of being stored', async () => {
    const played = await play(
      looking(() => ({ day: 12 })),
      at(),
      null,
      turn(),
    );
    expect(played).toEqual({ type: 'broken', code: 'conversation.threw' });
  });

  it('when a stored value no longer fits its schema, breaks the step instead of going on with it', async () => {
    const log = [{ key: 'holiday', value: { when: 'old shape' } }];
    expect(
      (
        await play(
          looking(() => ({ day: 'x' })),
          at(log),
          null,
          turn(),
        )
      ).type,
    ).toBe('broken');
  });
});

describe('a step always settles', () => {
  const broken = async (run: (dialogue: Dialogue) => Promise<Finish>, log: Log = [], answer: Answer | null = null) => {
    const played = await play(conversation(run), at(log), answer, turn());
    return played.type === 'broken' ? played.code : played.type;
  };

  it('when the function throws before asking, is broken', async () => {
    expect(await broken(() => Promise.reject(new TypeError('oops')))).toBe('conversation.threw');
  });

  it('when the function throws after an answer, is broken', async () => {
    const run = async (dialogue: Dialogue): Promise<Finish> => {
      await dialogue.ask('one', card('?'));
      throw new TypeError('oops');
    };
    expect(await broken(run, [], words('oui'))).toBe('conversation.threw');
  });

  it('when an error of ours is thrown, keeps its code', async () => {
    expect(await broken(() => Promise.reject(permanent('absence.gone', 'gone')))).toBe('absence.gone');
  });

  it('when a lookup fails, is broken and nothing of it is kept', async () => {
    const log: Log = [];
    const code = await broken(async (dialogue) => {
      await dialogue.read('x', z.string(), () => Promise.reject(new Error('down')));
      return ending('never');
    }, log);
    expect([code, log]).toEqual(['conversation.threw', []]);
  });

  it('when two questions are asked at once, settles all the same', async () => {
    const both = conversation(async (dialogue) => {
      const answers = await Promise.all([dialogue.ask('a', card('A ?')), dialogue.ask('b', card('B ?'))]);
      return ending(answers.map(wordOf).join('|'));
    });
    const played = await play(both, at(), null, turn());
    expect(['waiting', 'broken']).toContain(played.type);
  });

  it('when a question is asked while a lookup still runs, the history it returned does not change afterwards', async () => {
    let found = (_value: string): void => undefined;
    const slow = new Promise<string>((resolve) => (found = resolve));
    const both = conversation(async (dialogue) => {
      await Promise.all([dialogue.read('slow', z.string(), () => slow), dialogue.ask('a', card('A ?'))]);
      return ending('both');
    });
    const played = await play(both, at(), null, turn());
    const before = played.type === 'broken' ? null : JSON.stringify(played.log);
    found('late');
    await slow;
    await new Promise((resolve) => setImmediate(resolve));
    expect(played.type === 'broken' ? null : JSON.stringify(played.log)).toBe(before);
  });
});

describe('a history and its code', () => {
  it('when the next question has another name than in the history, is broken and not answered wrongly', async () => {
    const log = stored(await play(dates, at(), words('le 12'), turn()));
    const renamed = conversation(async (dialogue) => {
      await dialogue.ask('which days', card('Quels jours ?'));
      return ending('never');
    });
    expect(await play(renamed, at(log), words('oui'), turn())).toEqual({
      type: 'broken',
      code: 'conversation.changed',
    });
  });

  it('when the version of the definition is another one, ends as changed without running a line of it', async () => {
    let ran = false;
    const newer = conversation(
      async () => {
        ran = true;
        return ending('never');
      },
      { version: 2 },
    );
    expect(await play(newer, at([], 1), null, turn())).toEqual({
      type: 'broken',
      code: 'conversation.version_changed',
    });
    expect(ran).toBe(false);
  });

  it('when its input no longer parses, is broken', async () => {
    const played = await play(dates, { input: { nom: 'Léa' }, log: [], version: 1 }, null, turn());
    expect(played).toEqual({ type: 'broken', code: 'conversation.bad_input' });
  });

  it('when a stored answer is no answer, is broken', async () => {
    expect((await play(dates, at([{ key: 'days', value: 'le 12' }]), null, turn())).type).toBe('broken');
  });

  it('when the same answer is given twice to the same history, both lead to the same place', async () => {
    const first = await play(dates, at(), words('le 12'), turn());
    const second = await play(dates, at(), words('le 12'), turn());
    expect(second).toEqual(first);
    expect(second).toMatchObject({ type: 'waiting', key: 'firm' });
  });

  it('when one answer comes and two questions are without one, only the first takes it', async () => {
    const played = await play(dates, at(), { type: 'choice', key: 'yes' }, turn());
    expect(played).toMatchObject({ type: 'waiting', key: 'firm', log: [{ key: 'days' }] });
  });

  it('when it never ends, breaks at 200 steps', async () => {
    const endless = conversation(async (dialogue) => {
      for (let index = 0; ; index += 1) await dialogue.read(`r${index}`, z.number(), () => index);
    });
    expect(await play(endless, at(), null, turn())).toEqual({ type: 'broken', code: 'conversation.too_long' });
  });

  it('when it is given an answer, the history it was given stays as it was', async () => {
    const log: Log = [];
    await play(dates, at(log), words('le 12'), turn());
    expect(log).toEqual([]);
  });
});
