import { recapDays } from './recap.ts';
import type { AskReading, AskReason, Kind, Locale, RecapOptions } from './types.ts';

type Missing = Readonly<Record<AskReason, string>>;

const MISSING: Readonly<Record<Locale, Missing>> = {
  fr: {
    kind: 'tu es dispo, ou pas dispo ?',
    'no-day': 'quels jours ?',
    unread: 'peux-tu le redire plus simplement, avec les dates ?',
    'weekday-disagrees': 'le jour de la semaine et la date ne vont pas ensemble : quelle est la bonne date ?',
    'no-such-day': 'une de ces dates n’existe pas : laquelle voulais-tu dire ?',
    backwards: 'la fin tombe avant le début : du combien au combien ?',
    past: 'un de ces jours est déjà passé : de quelle date parles-tu ?',
    'too-far': 'c’est trop loin ou trop long pour moi : donne-moi des dates dans l’année qui vient.',
    alternatives: 'lequel de ces jours exactement ?',
    'open-bound': 'jusqu’à quelle date ?',
    'which-one': 'plusieurs dates sont possibles : laquelle exactement ?',
    'day-or-month': 'je ne sais pas où est le jour et où est le mois : écris le mois en lettres.',
    'part-scope': 'les heures valent pour tous ces jours, ou seulement pour certains ?',
    'school-holidays': 'les vacances changent selon la zone : du combien au combien ?',
    vague: 'de quelle date à quelle date ?',
    'not-covered': 'je ne connais pas la date de cette fête : laquelle est-ce ?',
    uncertain: 'tu n’as pas l’air certain : c’est sûr, ou tu me redis plus tard ?',
    who: 'tu parles de toi, ou de quelqu’un d’autre ?',
    'both-kinds': 'quels jours es-tu dispo, et quels jours ne l’es-tu pas ?',
    'exception-outside': 'le jour que tu exceptes n’est pas dedans : quels jours exactement ?',
    'too-long': 'c’est trop long pour moi : dis-moi juste les jours, en une phrase.',
  },
  en: {
    kind: 'are you free or not?',
    'no-day': 'which days?',
    unread: 'can you say it more simply, with the dates?',
    'weekday-disagrees': 'the weekday and the date do not match: which date is right?',
    'no-such-day': 'one of these dates does not exist: which one did you mean?',
    backwards: 'it ends before it begins: from when to when?',
    past: 'one of these days is already over: which date do you mean?',
    'too-far': 'that is too far or too long for me: give me dates within the coming year.',
    alternatives: 'which of these days exactly?',
    'open-bound': 'until when?',
    'which-one': 'more than one date fits: which one exactly?',
    'day-or-month': 'I cannot tell the day from the month: write the month in letters.',
    'part-scope': 'do the hours count for all of these days, or only some?',
    'school-holidays': 'school holidays depend on the zone: from when to when?',
    vague: 'from which date to which date?',
    'not-covered': 'I do not know the date of that holiday: which day is it?',
    uncertain: 'you do not sound certain: is it sure, or will you tell me later?',
    who: 'do you mean yourself, or somebody else?',
    'both-kinds': 'which days are you free, and which are you not?',
    'exception-outside': 'the day you leave out is not among them: which days exactly?',
    'too-long': 'that is too long for me: tell me just the days, in one sentence.',
  },
};

function understood(kind: Kind | null, days: string, locale: Locale): string {
  if (locale === 'fr') {
    if (kind === null) return `J’ai compris : ${days}`;
    return kind === 'absence' ? `J’ai compris : pas dispo ${days}` : `J’ai compris : dispo ${days}`;
  }
  if (kind === null) return `I understood: ${days}`;
  return kind === 'absence' ? `I understood: not free ${days}` : `I understood: free ${days}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One sentence, in the second person singular: what was understood, the words that were not read, what is missing. */
export function explainAsk(reading: AskReading, options: RecapOptions): string {
  const { locale } = options;
  const missing = MISSING[locale][reading.why];
  const [open, close] = locale === 'fr' ? ['« ', ' »'] : ['“', '”'];
  const failed = locale === 'fr' ? 'je n’ai pas compris' : 'I did not get';
  const unread = reading.unread === null ? null : `${failed} ${open}${reading.unread}${close}`;
  const days = recapDays(reading.understood, options);
  if (days === '')
    return unread === null ? capital(missing) : `${capital(unread)}${locale === 'fr' ? ' :' : ':'} ${missing}`;
  const known = understood(reading.kind, days, locale);
  const but = locale === 'fr' ? 'mais ' : 'but ';
  return `${known}, ${but}${unread === null ? '' : `${unread}${locale === 'fr' ? ' :' : ':'} `}${missing}`;
}
