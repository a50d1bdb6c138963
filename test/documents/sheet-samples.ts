import { type SheetHour, type SheetView } from '../../documents/sheet-view.ts';

const hour = (time: string, label: string, more: Partial<SheetHour> = {}): SheetHour => ({
  time,
  label,
  note: null,
  open: false,
  key: false,
  ...more,
});

/** Gribitch at Le Fil on the 13th of March 2027, as a régisseur would send it. */
export function daySheet(changes: Partial<SheetView> = {}): SheetView {
  return {
    lang: 'fr',
    act: 'Gribitch',
    title: 'Sam. 13 mars 2027',
    place: 'Le Fil, Saint-Étienne',
    version: 'v2, mer. 10 mars à 18\u00A0h\u00A005',
    kind: 'Feuille de route',
    hours: [
      hour('9 h 15', 'RDV au local', { key: true, note: '12 rue de la Tour-d’Auvergne, Nantes' }),
      hour('9 h 30', 'Départ', { note: 'van' }),
      hour('15 h', 'Arrivée, déchargement'),
      hour('16 h', 'Balance', { note: 'au lieu de 17 h' }),
      hour('19 h', 'Repas', { note: 'catering sur place, 2 végé' }),
      hour('20 h', 'Ouverture des portes'),
      hour('21 h 30', 'Passage', { key: true, note: '1 h 15, jusqu’à 22 h 45' }),
      hour('à confirmer', 'Couvre-feu', { open: true }),
    ],
    sections: [
      {
        title: 'Accès',
        lines: [
          { label: null, text: '20 boulevard Thiers, 42000 Saint-Étienne' },
          { label: 'Déchargement', text: 'quai à l’arrière, sonner « artistes »' },
        ],
      },
      {
        title: 'Hôtel',
        lines: [
          { label: null, text: 'Hôtel Le Cœur, 5 place Jean-Jaurès' },
          { label: 'Chambres', text: '3 : Léa + Inès, Tom + Malo, Karim' },
          { label: 'Wifi', text: 'LeFil-artistes, code sur la porte de la loge' },
        ],
      },
      {
        title: 'Sur place',
        lines: [
          { label: 'Karim', text: 'régisseur' },
          { label: 'Zoé Wałęsa', text: 'accueil du Fil' },
        ],
      },
      {
        title: 'Voyage',
        lines: [
          { label: 'Van', text: 'Nantes → Saint-Étienne, 9 h 30 › 15 h : Léa, Tom, Malo, Karim' },
          { label: 'Train', text: 'Paris › Saint-Étienne, 10 h 58 › 13 h 52 : Inès' },
        ],
      },
      {
        title: 'Équipe',
        lines: [
          { label: 'Son', text: 'Aïcha' },
          { label: 'Lumière', text: 'Ștefan' },
          { label: 'Merch', text: 'Maëlle' },
        ],
      },
      { title: 'Régimes', lines: [{ label: null, text: 'Inès végétarienne, Tom sans gluten' }] },
      { title: 'Matériel', lines: [{ label: null, text: 'Backline du Fil, sauf amplis (dans le van)' }] },
    ],
    openTitle: 'À confirmer',
    open: ['Parking du van', 'Couvre-feu'],
    notice: null,
    footer: 'Régie · Magistral · valable à l’heure indiquée',
    more: '… la suite dans Régie',
    ...changes,
  };
}

/** Far more than a page holds: as much of everything as people could ever write. */
export function endlessSheet(changes: Partial<SheetView> = {}): SheetView {
  const name = 'Orchestre Philharmonique des Musiques d’Été d’Évry-Courcouronnes';
  const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  return daySheet({
    act: name,
    place: `Salle ${name}, ${unbroken}`,
    title: 'Sam. 13 et dim. 14 mars 2027, deux soirs',
    hours: Array.from({ length: 40 }, (_, index) =>
      hour(`${index % 24} h 30`, index % 3 === 0 ? name : unbroken, {
        key: index % 7 === 0,
        note: index % 2 === 0 ? `🎸 ${name}` : null,
        open: index % 9 === 4,
      }),
    ),
    sections: Array.from({ length: 12 }, (_, index) => ({
      title: `${index + 1}. ${name}`,
      lines: Array.from({ length: 40 }, (__, line) => ({
        label: line % 3 === 0 ? null : name,
        text: line === 5 ? 'Une note qui n’en finit pas, été œuvre çà et là. '.repeat(21) : `${line} ${unbroken}`,
      })),
    })),
    open: Array.from({ length: 40 }, (_, index) => `${index} ${name}`),
    notice: `Ne rien publier avant l’annonce. ${name} `.repeat(10),
    footer: `${name} · `.repeat(10),
    version: `v12, ${name}`,
    ...changes,
  });
}

/** Every text of a view, in the order of the paper. */
export function textsOf(view: SheetView): string[] {
  const hours = view.hours.flatMap(({ time, label, note }) => [time, label, note]);
  const lines = view.sections.flatMap(({ title, lines: each }) => [
    title,
    ...each.flatMap(({ label, text }) => [label, text]),
  ]);
  const ends = [view.kind, view.version, view.act, view.title, view.place, view.notice, view.footer];
  const all = [...ends, ...hours, ...lines, ...(view.open.length > 0 ? [view.openTitle, ...view.open] : [])];
  return all.filter((text) => text !== null);
}

/** A text as it is compared: lines end where they end, and an arrow is drawn as the sign the typeface has. */
export function unspaced(text: string): string {
  return text.replaceAll(/\s/g, '').replaceAll('→', '›');
}
