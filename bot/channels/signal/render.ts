import { type Choice } from '../../../core/outbound.ts';
import { isNumbered } from '../../../core/replies.ts';
import { charactersOf, type Text } from '../../../core/text.ts';

/** Characters with which the gateway marks looks; it knows no way to write them as themselves. */
const markup = /[*_~|`]/;

const pollOptions = { fewest: 2, most: 10, longest: 100 };

/** A message as the gateway takes it. */
export interface SignalBody {
  readonly message: string;
  readonly styled: boolean;
}

/**
 * A text and its numbered choices. Bold is used only where nothing in the text could itself be read as markup; otherwise
 * the text goes out plain, because a person's words must arrive as they are.
 */
export function renderBody(text: Text, withoutButtons: Text | null, rows: readonly (readonly Choice[])[]): SignalBody {
  const shown = withoutButtons ?? text;
  const choices = rows.flat().filter((choice) => choice.kind === 'option');
  const numbered = choices.filter((choice) => choice.link === undefined && isNumbered(choice));
  const others = choices.filter((choice) => !numbered.includes(choice));
  const offers = [
    ...numbered.map((choice, index) => `${index + 1}. ${choice.label}`),
    ...others.map((choice) => (choice.link === undefined ? choice.label : `${choice.label} : ${choice.link}`)),
  ];
  const tail = offers.length === 0 ? '' : `\n\n${offers.join('\n')}`;
  const styled = !markup.test(charactersOf(shown) + tail) && shown.some((span) => span.style !== undefined);
  const body = shown.map((span) => decorate(span.text, styled ? span.style : undefined)).join('');
  return { message: (body + tail).toWellFormed().replaceAll('\0', ''), styled };
}

function decorate(text: string, style: Text[number]['style']): string {
  if (text === '' || style === undefined) return text;
  const mark = style === 'bold' ? '**' : style === 'italic' ? '*' : '`';
  return `${mark}${text}${mark}`;
}

/** The options of a native poll; null when they do not fit one. */
export function pollAnswers(rows: readonly (readonly Choice[])[]): string[] | null {
  const labels = rows
    .flat()
    .filter((choice) => isNumbered(choice) && choice.link === undefined)
    .map((choice) => choice.label.slice(0, pollOptions.longest).replace(/[\uD800-\uDBFF]$/, ''));
  const fits =
    labels.length >= pollOptions.fewest && labels.length <= pollOptions.most && new Set(labels).size === labels.length;
  return fits ? labels : null;
}
