import { monthWord } from '../../agency/short-days.ts';
import { type SeenAct, type SeenDate } from '../../agency/seen-dates.ts';
import { dayName, placeName, stacked } from '../../agency/wording.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Services } from '../../core/turn.ts';
import { type VisibleReason } from '../../domain/availability/visible.ts';
import { listed, nameIn } from './day-groups.ts';
import { signOf } from './signs.ts';
import { monthOf } from './subject.ts';

/** What a date is to an act as a chain of rules in order, one line each, ending in what follows from them. */
export function whyText(services: Services, texts: Texts, act: SeenAct, date: SeenDate): Text {
  const rules = act.negotiates ? dealerRules(services, texts, act, date) : memberRules(texts, act, date);
  const ending = date.state === 'option' && !act.negotiates ? 'option-member' : date.state;
  const end = texts.label(`dispo-so-${ending}`, endOf(texts, act, date));
  const name = dayName(services, texts, date.day);
  const title = texts.say('dispo-why-title', {
    artist: act.artist.name,
    day: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  });
  return stacked([title, ...[...rules, end].map((rule, index): Text => [{ text: `${index + 1}. ${rule}` }])]);
}

function endOf(texts: Texts, act: SeenAct, { reasons, ranks }: SeenDate): Record<string, string | number> {
  const concerned = (type: 'flexible' | 'silent'): string[] =>
    reasons.flatMap((reason) => (reason.type === type ? [nameIn(act, reason.person)] : []));
  const waiting = [...concerned('flexible'), ...concerned('silent')];
  return { artist: act.artist.name, names: listed(waiting, texts), rank: Math.max(0, ...ranks) + 1 };
}

/** Somebody who plays in the act: what stands on the date, neither who nor why. */
function memberRules(texts: Texts, act: SeenAct, { reasons }: SeenDate): string[] {
  const artist = act.artist.name;
  const kinds = [...new Set(reasons.map(({ type }) => type))];
  return kinds.length === 0
    ? [texts.label('dispo-rule-nothing')]
    : kinds.map((type) => texts.label(`dispo-rule-${type}-member`, { artist }));
}

function dealerRules(services: Services, texts: Texts, act: SeenAct, date: SeenDate): string[] {
  const rules = date.reasons.flatMap((reason) => rulesOf(services, texts, act, date, reason));
  const signs = date.warnings.map((warning) =>
    texts.label('dispo-rule-sign', { sign: signOf(services, texts, act, warning) }),
  );
  return [...rules, ...freeRule(texts, act, date), ...signs];
}

/** Who would play and has nothing against them. */
function freeRule(texts: Texts, act: SeenAct, { reasons, lineUp }: SeenDate): string[] {
  if (lineUp === null) return [];
  const concerned = new Set(
    reasons.flatMap((reason) => [
      ...('person' in reason ? [reason.person] : []),
      ...('substitute' in reason ? [reason.substitute] : []),
    ]),
  );
  const free = lineUp.filter((person) => !concerned.has(person));
  if (free.length === 0) return [];
  const names = listed(
    free.map((person) => nameIn(act, person)),
    texts,
  );
  return [texts.label(concerned.size === 0 ? 'dispo-rule-all-free' : 'dispo-rule-others-free', { names })];
}

function rulesOf(services: Services, texts: Texts, act: SeenAct, date: SeenDate, reason: VisibleReason): string[] {
  switch (reason.type) {
    case 'show': {
      const venue = placeName(act.venues.get(reason.show.venue));
      return [texts.label('dispo-rule-show', { artist: act.artist.name, venue })];
    }
    case 'elsewhere': {
      const other = reason.artist === null ? undefined : act.acts.get(reason.artist);
      const name = nameIn(act, reason.person);
      const rule =
        other === undefined
          ? texts.label('dispo-rule-elsewhere', { name })
          : texts.label('dispo-rule-elsewhere-with', { name, artist: other.name });
      return [rule, standInRule(texts, act, reason.person, reason.substitute)];
    }
    case 'away': {
      const name = nameIn(act, reason.person);
      return [texts.label('dispo-rule-away', { name }), standInRule(texts, act, reason.person, reason.substitute)];
    }
    case 'hold': {
      const { rank, venue, validUntil } = reason.hold;
      const place = placeName(act.venues.get(venue));
      const until = dayName(services, texts, validUntil);
      return [texts.label('dispo-rule-hold', { rank, venue: place, until })];
    }
    case 'flexible': {
      const name = nameIn(act, reason.person);
      const { condition } = reason.absence;
      return condition === null || !act.manages
        ? [texts.label('dispo-rule-flexible', { name })]
        : [texts.label('dispo-rule-condition', { name, condition })];
    }
    case 'silent': {
      const month = monthWord(monthOf(date.day), texts.locale);
      return [texts.label('dispo-rule-silent', { name: nameIn(act, reason.person), month })];
    }
  }
}

/** Who takes the place of somebody who cannot play: the one who can, nobody of those named, or nobody was ever named. */
function standInRule(texts: Texts, act: SeenAct, person: string | null, substitute: string | null): string {
  const name = nameIn(act, person);
  if (substitute !== null) return texts.label('dispo-rule-substitute', { name, substitute: nameIn(act, substitute) });
  const named = act.artist.members.filter((member) => member.person === person).flatMap((member) => member.substitutes);
  if (named.length === 0) return texts.label('dispo-rule-nobody', { name });
  const names = listed(
    named.map((one) => nameIn(act, one)),
    texts,
  );
  return texts.label('dispo-rule-none-can', { name, names });
}
