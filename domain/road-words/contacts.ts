import type { Line } from '../booking-words/line.ts';
import type { Said } from './hours.ts';
import { isName } from './people.ts';

const PHONE = /(?<![\d\p{L}])(?:0[1-9](?:[ .\-/]?\d\d){4}|(?:\+|00?)\d(?:[ .\-/()]{0,2}\d){7,13})(?![\d\p{L}])/u;
const HEAD =
  /^\s*(?:(?:le|la|les|the|our|ton|your)\s)?(?:contacts?(?: (?:sur place|du lieu|lieu|salle|du jour|jour j|on site|venue|accueil))?|sur place|personne a (?:contacter|appeler)|on[- ]site(?: contact)?|venue contact|appeler(?=.*\d{4}|.*(?:\d\d[ .]){3})|call(?=.*\d{4}|.*(?:\d\d[ .]){3}))\s?(?:c'est|est|is|->|[:=-])?\s*/u;
const ROLE =
  /^(?:(?:le |la |notre |the )?(?:regie(?: (?:generale|son|lumiere|plateau|technique|du lieu|d'accueil))?|regisseu(?:r|se)(?: (?:general|generale|son|lumiere|plateau|technique|du lieu|de la salle|d'accueil))*|direct(?:eur|rice)(?: technique)?|programmat(?:eur|rice)|prog|accueil(?: artistes?)?|technique|tech|prod(?:uction)?(?: manager)?|charge[e]? (?:de prod(?:uction)?|d'accueil)|ingenieur(?: du)? son|inge(?: son)?|son|sondier|lumieres?|eclairagiste|runner|catering|bar|booker|stage manager|sound(?: engineer)?|foh|lights?|promoter(?: rep)?|tour manager|technical manager|tech manager|hospitality|house manager|venue manager|manager|benevole|administrat(?:eur|rice)|admin|securite|security|patron(?:ne)?|gerante?|responsable(?: \p{L}+)?))$/u;
const ROLE_HEAD = /^\s*(?<role>[^:,()\d]{2,40}?)\s?(?::|-|=)\s+?/u;
const EXTENT = /\s*[(),;:–—|]\s*|\s+[-/]\s+/u;

/** What of a text says whom to call. */
export interface ContactFound {
  readonly said: readonly Said[];
  /** What stood beside it and was not understood. */
  readonly unread: readonly string[];
}

interface Draft {
  readonly name: string;
  readonly role: string | null;
  readonly rest: readonly string[];
}

/** Whether the folded words are somebody's part. */
export function isRole(words: string): boolean {
  return ROLE.test(words.trim());
}

/** Whether a number to call stands in the folded text. */
export function hasPhone(flat: string): boolean {
  return PHONE.test(flat);
}

/** Whether a text begins with a word like « contact ». */
export function isContactHead(flat: string): boolean {
  return HEAD.test(flat);
}

interface Part {
  readonly typed: string;
  readonly flat: string;
}

/** The parts of what follows the head, as typed and folded alike. */
function partsOf(line: Line, from: number): readonly Part[] {
  const phone = PHONE.exec(line.flat.slice(from));
  const blank = (text: string): string =>
    phone === null
      ? text
      : text.slice(0, phone.index) + '|'.repeat(phone[0].length) + text.slice(phone.index + phone[0].length);
  const [typed, flat] = [blank(line.source.slice(from)), blank(line.flat.slice(from))];
  const parts: Part[] = [];
  let at = 0;
  for (const mark of [...flat.matchAll(new RegExp(EXTENT.source, 'gu')), null]) {
    const end = mark?.index ?? flat.length;
    const lead = /^(?:tel|telephone|portable|mobile|phone|cell|au|at|nom|name|is|est|c'est)\.?$/u;
    const part = { typed: typed.slice(at, end).trim(), flat: flat.slice(at, end).trim() };
    if (part.flat !== '' && !lead.test(part.flat) && !/^\|+$/.test(part.flat)) parts.push(part);
    at = mark === null ? end : mark.index + mark[0].length;
  }
  return parts;
}

const NAME = /^(?:(?:m|mme|mr|mrs|ms)\.? )?\p{L}[\p{L}'.-]*(?: \p{L}[\p{L}'.-]*){0,3}$/u;

/** « régie Karim », « Karim régisseur »: a part and a name run together. */
function split(part: Part): { readonly name: string; readonly role: string } | null {
  const words = [...part.typed.matchAll(/\S+/gu)];
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const at = words[cut]?.index ?? 0;
    const [head, tail] = [part.flat.slice(0, at).trim(), part.flat.slice(at).trim()];
    if (isRole(head) && isName(tail))
      return { name: part.typed.slice(at).trim(), role: part.typed.slice(0, at).trim() };
    if (isRole(tail) && isName(head))
      return { name: part.typed.slice(0, at).trim(), role: part.typed.slice(at).trim() };
  }
  return null;
}

function draftOf(parts: readonly Part[]): Draft | null {
  let name: string | null = null;
  let role: string | null = null;
  const rest: string[] = [];
  for (const part of parts) {
    const flat = part.flat.replaceAll('|', ' ').trim();
    const typed = part.typed.replaceAll('|', ' ').trim();
    const both = split({ typed, flat });
    if (role === null && isRole(flat)) role = typed;
    else if (name === null && both !== null) {
      name = both.name;
      role = role ?? both.role;
    } else if (name === null && NAME.test(flat) && isName(flat)) name = typed;
    else rest.push(typed);
  }
  return name === null || name.length > 80 ? null : { name, role, rest };
}

/**
 * « contact Karim, régisseur, 06 12 34 56 78 »; without the word, a number beside a name or a part before a colon does:
 * « régie : Karim », « Julie (accueil) 06… ». Null when nobody can be told.
 */
export function readContact(line: Line): ContactFound | null {
  const head = HEAD.exec(line.flat);
  const phone = PHONE.exec(line.flat);
  const titled = ROLE_HEAD.exec(line.flat)?.groups?.['role'];
  const led = head !== null && !/^\s*$/u.test(line.flat.slice(head[0].length));
  const ours =
    titled !== undefined && /^(?:tour manager|regie|regisseu(?:r|se))$/u.test(titled.trim()) && phone === null;
  if (!led && phone === null && (titled === undefined || !isRole(titled) || ours)) return null;
  const draft = draftOf(partsOf(line, led ? head[0].length : 0));
  if (draft === null) return null;
  const { name, role, rest } = draft;
  const number = phone === null ? null : line.source.slice(phone.index, phone.index + phone[0].length).trim();
  if (number === null && !led && role === null) return null;
  return {
    said: [{ change: { type: 'contact', name, role, phone: number }, words: line.source.trim() }],
    unread: rest.filter((part) => /[\p{L}\p{N}]/u.test(part)),
  };
}
