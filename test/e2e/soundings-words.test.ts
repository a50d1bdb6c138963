import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soundings } from '../../core/records/booking.ts';
import { absences } from '../../core/records/agency.ts';
import { addDays } from '../../domain/day.ts';
import { openSoundings, type SoundingStage } from '../support/soundings.ts';
import { daysNoted, short, spoken } from '../support/season.ts';
let stage: SoundingStage;

beforeAll(async () => {
  stage = await openSoundings();
});
afterAll(() => stage.company.stop());

/** Opens a draft for the middle of a month far ahead, where bare days stay within the month. */
async function draft(): Promise<{ readonly card: number; readonly month: string }> {
  const { nadia } = stage;
  await nadia.say('/sonder gribitch 13 mars 2028');
  return { card: nadia.last().id, month: 'mars 2028' };
}

function cardText(card: number): string {
  return stage.nadia.read().find((one) => one.id === card)?.text ?? '';
}

describe('words beside a draft', () => {
  it('when a bare day is said otherwise, it is a day near that of the draft, and no filler is complained about', async () => {
    const { nadia } = stage;
    const { card, month } = await draft();
    for (const [text, shown] of [
      ['plutôt le 20', `20 ${month}`],
      ['le 21 plutot', `21 ${month}`],
      ['non le 14', `14 ${month}`],
      ['en fait le 27 à Rennes', 'Quel lieu ?'],
    ] as const) {
      await nadia.say(text);
      expect(cardText(card)).toContain(shown);
      expect(cardText(card)).not.toContain('pas compris');
    }
    await nadia.say('laisse tomber');
    expect(cardText(card)).toBe('D’accord, je ne demande rien à personne.');
  });

  it('when a sentence says act, day and town anew, all of it is taken', async () => {
    const { nadia } = stage;
    const { card } = await draft();
    await nadia.say("demande a gribitch s'ils sont dispo le 27 mars 2028 au fil");
    expect(cardText(card)).toContain('27 mars 2028 à Saint-Étienne (Le Fil)');
    await nadia.say('laisse tomber');
  });

  it.each([
    'en fait 1800 ttc',
    'passage 22h',
    'demain matin il pleut sur Brest à coup sûr',
    'combien ça coûte',
    'gribitch au fil le 14 mars 1700 euros',
  ])('when « %s » changes nothing of it, the card stays and one new message says so', async (text) => {
    const { nadia } = stage;
    const { card } = await draft();
    const before = cardText(card);
    await nadia.say(text);
    expect(cardText(card)).toBe(before);
    expect(nadia.last().id).not.toBe(card);
    expect(nadia.last().text).toContain('Ça ne change rien à la demande pour Gribitch, ');
    await nadia.say('laisse tomber');
  });

  it('when the draft is greeted, its venue is not « Bonjour Minuit »', async () => {
    const { nadia } = stage;
    const { card } = await draft();
    const before = cardText(card);
    await nadia.say('bonjour');
    expect(cardText(card)).toBe(before);
    await nadia.say('laisse tomber');
  });

  it('when one asks how the sounding stands beside a draft, that is what comes', async () => {
    const { nadia, askAll } = stage;
    const { on } = await askAll();
    const { card } = await draft();
    const before = cardText(card);
    await nadia.say('ou ça en est le sondage');
    expect(nadia.last().text).toContain(short(on));
    expect(nadia.last().text).toContain('n’ont pas répondu');
    expect(cardText(card)).toBe(before);
    await nadia.say('laisse tomber');
  });
});

describe('words of a member who was asked', () => {
  it('when they agree on a condition in a sentence, the condition is kept', async () => {
    const { lea, nadia, latest } = stage;
    await lea.say('oui si on rentre le soir meme');
    expect(lea.screen()).toContain('oui, à une condition (« si on rentre le soir meme »)');
    const answer = (await latest()).asked.find((one) => one.person === 'lea-moreau')?.answer;
    expect([answer?.says, answer?.condition]).toEqual(['condition', 'si on rentre le soir meme']);
    expect(nadia.screen()).toContain('« si on rentre le soir meme »');
  });

  it('when they change their mind in words, the answer changes; a bare word does not turn it', async () => {
    const { company, lea, latest } = stage;
    const saying = async (): Promise<string | undefined> =>
      (await latest()).asked.find((one) => one.person === 'lea-moreau')?.answer?.says;
    await lea.say('finalement non');
    expect(await saying()).toBe('no');
    expect(await daysNoted(company, 'lea-moreau')).toContain((await latest()).day);
    await lea.say('ok');
    expect(await saying()).toBe('no');
    expect(lea.last().text).toContain('« finalement oui »');
    await lea.say('finalement oui');
    expect(await saying()).toBe('yes');
    expect(await daysNoted(company, 'lea-moreau')).not.toContain((await latest()).day);
  });

  it.each(['peut-être', 'c’est où ?', 'c quoi cette salle?', 'on verra'])(
    'when they write « %s », the waiting question comes with the words that answer it',
    async (text) => {
      const { clara, latest } = stage;
      await clara.say(text);
      expect(clara.last().text).toMatch(/^On demande Gribitch le .* \(Le Fil\)/);
      expect(clara.last().text).toContain('Écris « oui », « non », « oui si… »');
      expect((await latest()).asked.find((one) => one.person === 'clara-fontaine')?.answer).toBeNull();
    },
  );

  it('when they name the day of their answer, it is put off and no absence comes of it', async () => {
    const { company, malo, latest } = stage;
    const { store } = company.stage.product.runtime;
    const noted = (await store.all(absences)).length;
    await malo.say('je te dis demain');
    const answer = (await latest()).asked.find((one) => one.person === 'malo-guivarch')?.answer;
    expect(answer?.says).toBe('later');
    expect((await store.all(absences)).length).toBe(noted);
    expect(malo.screen()).not.toContain('J’ai compris');
  });
});

describe('when nothing waits', () => {
  it('when somebody says when they will answer, no absence is drafted', async () => {
    const { anna } = stage;
    for (const text of ['je te dis jeudi', 'je réponds jeudi', 'on verra jeudi']) {
      await anna.say(text);
      expect(anna.last().text).not.toContain('J’ai compris');
    }
    await anna.say('je te dis que je suis pas dispo jeudi');
    expect(anna.last().text).toContain('pas dispo');
    await anna.say('annuler');
  });

  it('when somebody says a bare « oui » or « non », nothing waits, and no command is guessed', async () => {
    const { anna } = stage;
    for (const text of ['oui', 'non']) {
      await anna.say(text);
      expect(anna.last().text).toBe('Rien ne t’attend ici en ce moment.');
    }
  });

  it('when a musician mistypes a word near a command of others, that command is not suggested', async () => {
    const { tom } = stage;
    await tom.say('/sondr');
    expect(tom.last().text).not.toContain('/sonder');
  });
});

describe('who can be reached', () => {
  it('when some have no chat, they are named apart and the button counts the others alone', async () => {
    const { company, nadia, day } = stage;
    await company.at(1, '10:00');
    const on = addDays(day(), 0);
    await nadia.say(`/sonder gribitch ${spoken(on)} le fil`);
    await nadia.say('seulement Léa, Tom et Inès');
    expect(nadia.last().text).toContain('Je demande à Léa (Signal) et Tom (Telegram), réponse avant');
    expect(nadia.last().text).toContain('Injoignable ici, à appeler : Inès.');
    expect(nadia.buttons(nadia.last().id)[0]).toBe('Demander à Léa et Tom');
    await nadia.say('seulement Inès');
    expect(nadia.last().text).toContain('Personne n’est joignable ici');
    expect(nadia.buttons(nadia.last().id)).toEqual(['Laisser tomber']);
    await nadia.press('Laisser tomber');
    expect((await company.stage.product.runtime.store.all(soundings)).some((one) => one.value.day === on)).toBe(false);
  });
});
