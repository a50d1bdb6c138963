import { type Offer } from '../../core/conversation.ts';
import { searchKinds, type SearchKind } from '../../core/search.ts';
import { type Texts } from '../../core/texts.ts';

/** The key of the button that opens something found, with the words it was found by, for the way back. */
export function openKey(kind: SearchKind, id: string, words: string): string {
  return `search.open:${kind}/${id}/${words}`;
}

/** What such a button opens; null when it is none of ours. */
export function readKey(subject: string): { kind: SearchKind; id: string; words: string } | null {
  const [name = '', id = '', ...rest] = subject.split('/');
  const kind = searchKinds.find((one) => one === name);
  return kind === undefined || id === '' ? null : { kind, id, words: rest.join('/') };
}

/** [◀ Résultats] and [◀ Accueil]. */
export function backRow(texts: Texts, words: string): Offer[] {
  return [
    ...(words === '' ? [] : [{ key: `search.again:${words}`, label: texts.label('search-back') }]),
    { key: 'command:start', label: texts.label('home-back') },
  ];
}
