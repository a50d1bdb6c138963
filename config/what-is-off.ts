import { type Config } from '../config.ts';

/** A service that was left out, the settings that would turn it on, and what its absence costs. */
export interface Off {
  readonly service: string;
  readonly variables: readonly string[];
  readonly costs: { readonly fr: string; readonly en: string };
}

interface Service extends Off {
  readonly isOff: (config: Config) => boolean;
}

const services: readonly Service[] = [
  {
    service: 'Telegram',
    variables: ['TELEGRAM_STAFF_TOKEN'],
    isOff: ({ telegram }) => telegram.staffToken === null,
    costs: {
      fr: "Personne dans l'équipe ne peut écrire à Régie sur Telegram, et personne n'y reçoit rien du bot de l'équipe.",
      en: 'Nobody on the team can write to Régie on Telegram, and nobody hears from the staff bot there.',
    },
  },
  {
    service: 'Signal',
    variables: ['SIGNAL_API_URL', 'SIGNAL_NUMBER'],
    isOff: ({ signal }) => signal === null,
    costs: {
      fr: "Personne ne peut écrire à Régie sur Signal ; celles et ceux qui n'ont que Signal ne reçoivent rien.",
      en: 'Nobody can write to Régie on Signal; people who only have Signal receive nothing.',
    },
  },
  {
    service: 'Notion',
    variables: ['NOTION_TOKEN', 'NOTION_ROOT_PAGE'],
    isOff: ({ notion }) => notion === null,
    costs: {
      fr: "Les fiches ne se consultent et ne se modifient que dans les conversations : il n'y a pas de bases Notion. Rien ne se perd.",
      en: 'Records are read and changed in chat only: there are no Notion bases. Nothing is lost.',
    },
  },
  {
    service: 'Google',
    variables: ['GOOGLE_CREDENTIALS'],
    isOff: ({ google }) => google === null,
    costs: {
      fr: "Rien ne s'écrit dans les agendas partagés : les dates ne se voient que dans Régie.",
      en: 'Nothing is written to shared calendars: dates are seen in Régie only.',
    },
  },
  {
    service: 'OpenRouter',
    variables: ['OPENROUTER_KEYS'],
    isOff: ({ openrouter }) => openrouter === null,
    costs: {
      fr: "L'IA ne prépare aucun brouillon ; tout le reste fonctionne, on écrit soi-même.",
      en: 'The AI drafts nothing; everything else works, and people write for themselves.',
    },
  },
  {
    service: 'Web',
    variables: ['WEB_PORT'],
    isOff: ({ webPort }) => webPort === null,
    costs: {
      fr: 'Pas de contrôle de santé, Telegram ne peut pas livrer par webhook, et aucun agenda ne se met à jour.',
      en: 'No health checks, Telegram cannot deliver by webhook, and no calendar keeps itself up to date.',
    },
  },
  {
    service: 'Address',
    variables: ['WEB_URL'],
    isOff: ({ webUrl }) => webUrl === null,
    costs: {
      fr: "Personne ne peut s'abonner à ses dates ni ouvrir une feuille de route par un lien : Régie envoie des fichiers.",
      en: 'Nobody can subscribe to their dates or open a day sheet by a link: Régie sends files.',
    },
  },
  {
    service: 'Admin',
    variables: ['ADMIN_TOKEN'],
    isOff: ({ adminToken }) => adminToken === null,
    costs: {
      fr: 'Rien pour cette version : le tableau des tâches de fond et les mesures viendront.',
      en: 'Nothing in this version: the job board and the metrics are to come.',
    },
  },
  {
    service: 'Contact',
    variables: ['CONTACT_EMAIL'],
    isOff: ({ contactEmail }) => contactEmail === null,
    costs: {
      fr: "Une personne qui n'est pas invitée apprend que le compte est réservé, sans adresse où écrire.",
      en: 'Somebody who was not invited learns that the account is private, with no address to write to.',
    },
  },
];

/** What is off under this configuration and what that costs, for `doctor`; empty when everything is on. */
export function whatIsOff(config: Config): Off[] {
  return services
    .filter(({ isOff }) => isOff(config))
    .map(({ service, variables, costs }) => ({ service, variables, costs }));
}
