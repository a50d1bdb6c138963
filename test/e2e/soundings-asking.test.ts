import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../../core/records/identity.ts';
import { askEverybody, openSoundings, type SoundingStage } from '../support/soundings.ts';
import {
  auditedBy,
  changed,
  enrol,
  from,
  pressOf,
  routerOf,
  said,
  save,
  showButton,
  words,
} from '../support/router.ts';
import { emptyFields } from '../../conversations/deals/fields.ts';
import { heldDate, short, spoken } from '../support/season.ts';
import { leads, soundings } from '../../core/records/booking.ts';
import { openRuntime } from '../../cli/runtime.ts';
import { people } from '../../core/records/agency.ts';
import { put } from '../../core/commit.ts';
import { silentLog } from '../support/silent-log.ts';
import { type Day } from '../../domain/day.ts';
import { type Lead } from '../../domain/lead.ts';
let stage: SoundingStage;

beforeAll(async () => {
  stage = await openSoundings();
});
afterAll(() => stage.company.stop());

describe('asking', () => {
  it('when the line says everything, one recap says who is asked where, in which words and until when', async () => {
    const { nadia, tom, day } = stage;
    const on = day();
    await nadia.say(`/sonder gribitch ${spoken(on)} le fil avant jeudi 18h`);
    const { text } = nadia.last();
    expect(text).toContain(
      'Je demande à Léa (Signal), Tom (Telegram), Ben (Telegram), Malo (Telegram) et Clara (Signal), réponse avant jeudi 18 h :',
    );
    expect(text).toContain(`« On demande Gribitch le ${short(on)}`);
    expect(text).toContain('à Saint-Étienne (Le Fil). Tu es dispo ? Il me faut ta réponse avant jeudi 18 h. »');
    expect(nadia.buttons(nadia.last().id)).toEqual([askEverybody, 'Laisser tomber']);
    expect(tom.screen()).not.toContain('On demande');
  });

  it('when words follow, they change whom and until when on the same card, and nothing is asked before the press', async () => {
    const { company, nadia } = stage;
    const before = nadia.read().length;
    await nadia.say('seulement Léa et Tom');
    await nadia.say('avant vendredi midi');
    expect(nadia.read()).toHaveLength(before);
    expect(nadia.last().text).toContain('Je demande à Léa (Signal) et Tom (Telegram), réponse avant vendredi 12 h :');
    expect(nadia.buttons(nadia.last().id)[0]).toBe('Demander à Léa et Tom');
    await nadia.say('Inès aussi');
    expect(nadia.last().text).toContain('Injoignable ici, à appeler : Inès.');
    await nadia.say('sauf Inès');
    expect(nadia.buttons(nadia.last().id)).toContain('Laisser tomber');
    await nadia.press('Laisser tomber');
    expect(nadia.last().text).toBe('D’accord, je ne demande rien à personne.');
    expect(await company.stage.product.runtime.store.all(soundings)).toEqual([]);
  });

  it('when the act and the day are missing, they are asked for, and another process goes on where the talk stands', async () => {
    const { company, nadia, day } = stage;
    await nadia.say('/sonder');
    expect(nadia.last().text).toBe('Pour quel artiste ?');
    const other = await openRuntime(company.stage.config, silentLog, 'other');
    try {
      const { value } = (await other.store.get(accounts, nadia.account)) ?? { value: null };
      const chat = value?.reach[0]?.chat;
      if (value === null || chat === undefined) throw new Error('Nadia has no chat');
      const subject = { name: 'Nadia', person: null, account: value.id, privateChat: chat };
      const draft = await routerOf(other).handle(from(subject, 'private', words('gribitch')), 'restarted');
      expect(said(draft).join()).toContain('Pour quel jour ?');
    } finally {
      await other.close();
    }
    await nadia.press('Gribitch');
    expect(nadia.last().text).toBe('Pour quel jour ?');
    await nadia.say(spoken(day()));
    expect(nadia.last().text).toContain('Je demande à');
    await nadia.press('Laisser tomber');
  });

  it('when somebody is away or plays elsewhere, they are named and not asked, without the other act', async () => {
    const { company, nadia, tom, day } = stage;
    await company.at(1, '10:00');
    const on = day();
    await tom.say(`pas dispo le ${spoken(on)}`);
    await tom.press('C’est ferme');
    await nadia.say(`/sonder gribitch ${spoken(on)}`);
    expect(nadia.last().text).toContain('Pas demandé : Tom, pas dispo ce jour-là.');
    expect(nadia.last().text).not.toContain('Tom (Telegram)');
    await nadia.press('Laisser tomber');
  });

  it('when asked in English, the recap and the question are in English', async () => {
    const { company, nadia, day } = stage;
    await company.change('nadia-benali', { locale: 'en' });
    const on = day();
    await nadia.say(`/sound gribitch ${spoken(on, 'en')} le fil before Thursday 6pm`);
    expect(nadia.last().text).toMatch(/^I am asking Léa \(Signal\), .* answers before Thursday 18:00:/);
    expect(nadia.last().text).toContain('Gribitch is wanted on ');
    await nadia.press('Never mind');
    await company.change('nadia-benali', { locale: 'fr' });
  });
});

describe('who may', () => {
  it('when a musician asks for it, the command is not for them', async () => {
    const { tom } = stage;
    await tom.say('/sonder gribitch 13 mars');
    expect(tom.last().text).toContain('Ce n’est pas ouvert à ton rôle');
  });

  it('when somebody presses a button that was made for another, nothing is noted', async () => {
    const { company, tom, malo, askAll, latest } = stage;
    await askAll();
    const card = tom.last().id;
    const data = tom.data('Oui', card);
    malo.control.forgePress({ bot: company.staff, data, messageId: malo.last().id });
    const outsider = company.stranger('Intrus');
    outsider.control.forgePress({ bot: company.staff, data, messageId: card });
    await company.calm();
    expect((await latest()).asked.every((one) => one.answer === null)).toBe(true);
  });

  it('when somebody who was not asked, or who books another act, presses a real button, it is refused and noted', async () => {
    const { company, latest } = stage;
    const { runtime } = company.stage.product;
    const { id } = await latest();
    const router = routerOf(runtime);
    const outsiders = [
      [await enrol(runtime, 'autre-musicien', ['musician']), `sounding.yes:${id}`],
      [await enrol(runtime, 'autre-booker', ['booker']), `sounding.cancel:${id}`],
    ] as const;
    for (const [who, key] of outsiders) {
      const nonce = await showButton(runtime, who, 'private', { key, purpose: 'action' });
      const draft = await router.handle(from(who, 'private', pressOf(nonce)), `refused-${who.name}`);
      expect(said(draft)).toEqual([
        'toast: Cette décision ne te revient pas ; la personne concernée a sa propre carte.',
      ]);
      expect(changed(draft)).toEqual([]);
      expect(auditedBy(draft)).toEqual(['press.refused']);
    }
  });
});

describe('dates around', () => {
  it('when a « non » touches another option, its managers are asked as for any absence; the date asked about is not asked twice', async () => {
    const { company, nadia, tom, anna } = stage;
    await company.at(1, '10:00');
    const { hold, venue } = await heldDate(company, 'gribitch', 1);
    for (const [place, touches] of [
      ['le moloco', true],
      [venue, false],
    ] as const) {
      await nadia.say(`/sonder gribitch ${spoken(hold.day)} ${place}`);
      await nadia.say('seulement Tom');
      await nadia.press('Demander à Tom');
      const before = anna.read().length;
      await tom.press('Non', tom.last().id);
      expect(tom.last().text.includes(`Ça touche ${venue}`)).toBe(touches);
      expect(
        anna
          .read()
          .slice(before)
          .some((one) => one.text.includes('Tom n’est pas dispo')),
      ).toBe(touches);
      await tom.press('Oui', tom.last().id);
      await company.later(3_600_000);
    }
    expect(anna.screen()).toContain('Tom est finalement dispo');
  });

  it('when it begins from an opportunity, the act, the day and the place are known, and no option is offered at the end', async () => {
    const { company, nadia, day } = stage;
    const { runtime } = company.stage.product;
    const on = day();
    const lead = leadFor(on);
    await save(runtime, put(leads, lead));
    const { value } = (await runtime.store.get(accounts, nadia.account)) ?? { value: null };
    const chat = value?.reach[0]?.chat;
    const person = await runtime.store.get(people, 'nadia-benali');
    if (value === null || chat === undefined || person === null) throw new Error('Nadia has no chat');
    const subject = { name: 'Nadia', person: person.value, account: value.id, privateChat: chat };
    const nonce = await showButton(runtime, subject, 'private', {
      key: `sounding.start:${lead.id}`,
      purpose: 'action',
    });
    const draft = await routerOf(runtime).handle(from(subject, 'private', pressOf(nonce)), 'start-from-lead');
    expect(said(draft).join('\n')).toContain(`« On demande Gribitch le ${short(on)}`);
    expect(said(draft).join('\n')).toContain('(Le Fil)');
  });
});

function leadFor(on: Day): Lead {
  return {
    id: 'lead-essai',
    number: 900,
    artist: 'gribitch',
    venue: 'le-fil-saint-etienne',
    lot: null,
    day: on,
    status: 'option',
    terms: emptyFields.terms,
    hold: null,
    show: null,
    booker: 'nadia-benali',
    createdAt: 1,
    lastContactAt: null,
    followUp: null,
    history: [],
    changes: 0,
    change: null,
    link: null,
    revision: 1,
  };
}
