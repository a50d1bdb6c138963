import { withDetected } from './detect.ts';
import { characters, readEntities, tidy } from './entities.ts';
import type { Formatted } from './entities.ts';
import { badRequest } from './errors.ts';
import { parseJson } from './params.ts';
import type { Params } from './params.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown, parseMarkdownV2 } from './parse-markdown.ts';
import type { WireUser } from './wire.ts';

/** The longest text of a message and of a caption, in characters (code points), after parsing: Bot API 10.1, sendMessage and sendDocument. */
export const MAX_TEXT = 4096;
/** The longest caption, counted like a text. */
const MAX_CAPTION = 1024;

/** Which parameters hold a text, and how its refusals are worded. */
interface TextFields {
  readonly text: string;
  readonly entities: string;
  readonly parseMode: string;
}

const TEXT: TextFields = { text: 'text', entities: 'entities', parseMode: 'parse_mode' };
const CAPTION: TextFields = { text: 'caption', entities: 'caption_entities', parseMode: 'parse_mode' };

/** The text of a message as the platform keeps it; throws its 400 when empty, too long (`tooLong` words it) or badly marked up. */
export function readText(
  params: Params,
  userById: (id: number) => WireUser | undefined,
  tooLong = 'message is too long',
): Formatted {
  if (params.values.get('text') === undefined) throw badRequest('message text is empty');
  const formatted = read(params, TEXT, userById);
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (characters(formatted.text) > MAX_TEXT) throw badRequest(tooLong);
  return formatted;
}

/** The caption of a file, undefined when there is none. */
export function readCaption(params: Params, userById: (id: number) => WireUser | undefined): Formatted | undefined {
  const formatted = read(params, CAPTION, userById);
  if (characters(formatted.text) > MAX_CAPTION) throw badRequest('message caption is too long');
  return formatted.text === '' ? undefined : formatted;
}

function read(params: Params, fields: TextFields, userById: (id: number) => WireUser | undefined): Formatted {
  const source = params.values.get(fields.text) ?? '';
  const marked = parse(source, params.values.get(fields.parseMode));
  const entities =
    marked?.entities ?? readEntities(parseJson(params.values.get(fields.entities) ?? ''), source, userById);
  const tidied = tidy({ text: marked?.text ?? source, entities });
  return { text: tidied.text, entities: withDetected(tidied.text, tidied.entities) };
}

function parse(source: string, mode: string | undefined): Formatted | undefined {
  switch (mode?.toLowerCase()) {
    case undefined:
    case 'none':
      return undefined;
    case 'html':
      return parseHtml(source);
    case 'markdownv2':
      return parseMarkdownV2(source);
    case 'markdown':
      return parseMarkdown(source);
    default:
      throw badRequest('unsupported parse_mode');
  }
}
