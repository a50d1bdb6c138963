import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEverybody, openSoundings, type SoundingStage } from '../support/soundings.ts';
import { daysNoted, noted, short, spoken } from '../support/season.ts';
import { soundings } from '../../core/records/booking.ts';
let stage: SoundingStage;

beforeAll(async () => {
  stage = await openSoundings();
});
afterAll(() => stage.company.stop());

describe('answers', () => {
  it('when the button is pressed twice, everybody is asked once, each on their channel, language and clock', async () => {
    const { company, nadia, tom, ben, lea, day } = stage;
    await company.at(1, '10:00');
    const on = day();
    await nadia.say(`/sonder gribitch ${spoken(on)} le fil`);
    const card = nadia.last().id;
    const data = nadia.data(askEverybody, card);
    await nadia.press(askEverybody, card);
    nadia.control.forgePress({ bot: company.staff, data, messageId: card });
    await company.calm();
    expect(
      (await company.stage.product.runtime.store.all(soundings)).filter((one) => one.value.day === on),
    ).toHaveLength(1);
    expect(tom.read().filter((one) => one.text.includes('On demande'))).toHaveLength(1);
    expect(tom.last().text).toMatch(
      /^On demande Gribitch le .* à Saint-Étienne \(Le Fil\)\. Tu es dispo \? Il me faut ta réponse avant \S+ 18 h\.$/,
    );
    expect(tom.buttons()).toEqual([
      'Oui',
      'Non',
      'Oui, à une condition',
      expect.stringMatching(/^Je te dis \S+di$|^Je te dis dimanche$/),
    ]);
    expect(ben.last().text).toMatch(/I need your answer before \S+ 17:00\.$/);
    expect(lea.last().text).toContain('1. Oui\n2. Non\n3. Oui, à une condition\n4. Je te dis ');
    expect(
      lea
        .poll()
        .poll?.options.map((one) => one.text)
        .slice(0, 2),
    ).toEqual(['Oui', 'Non']);
    expect(nadia.read().find((one) => one.id === card)?.text).toMatch(
      /Léa, Tom, Ben, Malo et Clara n’ont pas répondu\.\nRéponses attendues avant \S+ 18 h\.$/,
    );
  });

  it('when Signal says « oui », « non » or a number, it counts, and the card of whoever asked changes in place', async () => {
    const { company, nadia, lea, clara, latest } = stage;
    const count = nadia.read().length;
    const on = (await latest()).day;
    await lea.say('oui');
    expect(lea.last().text).toContain('✅ C’est noté, tu es dispo');
    expect(lea.last().text).toContain('1. ✓ Oui');
    await clara.say('2');
    expect(clara.last().text).toContain(`C’est noté, tu n’es pas dispo ${short(on)}`);
    expect(clara.last().text).toContain('(visible dans /mesindispos)');
    expect(await daysNoted(company, 'clara-fontaine')).toContain(on);
    expect(nadia.read()).toHaveLength(count);
    expect(nadia.screen()).toMatch(/1 oui, 1 non \(Clara\), Tom, Ben et Malo n’ont pas répondu\./);
  });

  it('when the same number comes twice or an « ok » follows, nothing changes', async () => {
    const { company, clara, latest } = stage;
    await clara.say('2');
    await clara.say('ok');
    const answers = (await latest()).asked.find((one) => one.person === 'clara-fontaine');
    expect(answers?.answer?.says).toBe('no');
    expect((await noted(company, 'clara-fontaine')).length).toBe(1);
  });

  it('when somebody changes their mind, the absence they had is taken back', async () => {
    const { company, tom, clara, latest } = stage;
    const on = (await latest()).day;
    await clara.say('1');
    expect(clara.screen()).toContain('✅ C’est noté, tu es dispo');
    expect(await daysNoted(company, 'clara-fontaine')).not.toContain(on);
    await tom.press('Non');
    expect(tom.toast()).toBe('C’est noté');
    expect(await daysNoted(company, 'tom-garnier')).toContain(on);
    await tom.press('Oui');
    expect(await daysNoted(company, 'tom-garnier')).not.toContain(on);
  });

  it('when a condition is said, it is asked for in words, noted as open, and read by who negotiates alone', async () => {
    const { company, nadia, tom, ben, malo, lea, clara, anna, latest } = stage;
    const on = (await latest()).day;
    await ben.press('Yes, on one condition');
    expect(ben.last().text).toMatch(/^On what condition\?/);
    await ben.say('if we travel back at night');
    expect(ben.last().text).toContain('Noted: yes, on one condition (“if we travel back at night”).');
    const absence = (await noted(company, 'ben-hartley')).at(-1);
    expect([absence?.firmness, absence?.condition, absence?.parts[0]?.day]).toEqual([
      'flexible',
      'if we travel back at night',
      on,
    ]);
    expect(nadia.screen()).toContain('1 à une condition (Ben : « if we travel back at night »)');
    for (const other of [tom, malo, lea, clara, anna]) expect(other.screen()).not.toContain('travel back');
  });

  it('when the last one answers, whoever asked hears it once with a way to place the option, and the card is final', async () => {
    const { company, nadia, tom, malo, latest } = stage;
    const about = (): number => nadia.read().filter((one) => one.text.startsWith('Gribitch, ')).length;
    const before = about();
    await malo.press('Oui');
    expect(about()).toBe(before + 1);
    expect(nadia.last().text).toMatch(/4 oui, 1 à une condition .*\nTout le monde a répondu\.$/s);
    expect(nadia.buttons(nadia.last().id)).toEqual(['Poser l’option']);
    expect((await latest()).state).toBe('over');
    expect(
      nadia
        .read()
        .slice(0, -1)
        .flatMap((one) => nadia.buttons(one.id)),
    ).not.toContain('Arrêter');
    await company.later(60 * 3_600_000);
    expect(about()).toBe(before + 1);
    expect(tom.screen()).not.toContain('il me manque ta réponse');
  });

  it('when somebody changes their mind after that, whoever asked is told', async () => {
    const { nadia, malo } = stage;
    await malo.press('Non');
    expect(nadia.last().text).toMatch(/^Malo change d’avis : non\./);
    expect(malo.screen()).toContain('je préviens Nadia.');
  });

  it('when two members answer at the same moment, both answers stand and each card was rewritten once', async () => {
    const { company, tom, malo, askAll, latest } = stage;
    await askAll();
    const edits = company.stage.sandbox.ledger.lastSeq();
    tom.control.press(company.staff, { label: 'Oui' });
    malo.control.press(company.staff, { label: 'Oui' });
    await company.calm();
    const { asked } = await latest();
    expect(asked.filter((one) => one.answer?.says === 'yes').map((one) => one.person)).toEqual([
      'tom-garnier',
      'malo-guivarch',
    ]);
    const rewritten = company.stage.sandbox.ledger
      .entries({ platform: 'telegram', method: 'editMessageText', since: edits })
      .filter((entry) => JSON.stringify(entry).includes('tu es dispo'));
    expect(rewritten).toHaveLength(2);
  });

  it('when everybody was asked already, the same line shows where it stands and asks nobody again', async () => {
    const { nadia, tom, latest } = stage;
    const { day: on, id } = await latest();
    const before = tom.read().length;
    await nadia.say(`/sonder gribitch ${spoken(on)} le fil`);
    expect(nadia.last().text).toMatch(
      /^La question leur a déjà été posée ; voici où ça en est\.\nGribitch, .* : 2 oui/,
    );
    expect(nadia.buttons(nadia.last().id)).toEqual(['Arrêter']);
    expect(tom.read()).toHaveLength(before);
    expect((await latest()).id).toBe(id);
  });

  it('when it is stopped, those who were asked read it on their card and nobody is chased', async () => {
    const { company, nadia, tom, ben, lea, latest } = stage;
    await company.later(3 * 3_600_000);
    await nadia.press('Arrêter', nadia.last().id);
    expect(nadia.last().text).toContain('C’est arrêté : personne n’est relancé.');
    expect(ben.screen()).toContain('No answer needed any more');
    const count = ben.read().length;
    await lea.say('oui');
    expect((await latest()).asked.find((one) => one.person === 'lea-moreau')?.answer).toBeNull();
    await company.later(60 * 3_600_000);
    expect(ben.read()).toHaveLength(count);
    expect(tom.screen()).not.toContain('il me manque ta réponse');
  });
});
