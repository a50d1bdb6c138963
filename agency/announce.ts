import { type Outbound } from '../core/outbound.ts';
import { groups } from '../core/records/identity.ts';
import { outbound } from '../core/replies.ts';
import { type Text } from '../core/text.ts';
import { type Texts } from '../core/texts.ts';
import { type Step } from '../core/turn.ts';

/** One message in every group of an act, in the agency's language; `name` makes it the same message however often it is decided. */
export async function toGroups(
  step: Step,
  artist: string,
  name: string,
  text: (texts: Texts) => Text,
): Promise<Outbound[]> {
  const bound = await step.store.find(groups, { name: 'artist', value: artist });
  const texts = step.textsOf(step.agency.locale);
  return bound.map(({ value: group }) =>
    outbound(
      step,
      { bot: group.bot, chat: group.id },
      {
        type: 'send',
        text: [...text(texts)],
        withoutButtons: null,
        rows: [],
        replyTo: null,
        silent: false,
        poll: null,
      },
      `${name}:${group.id}`,
    ),
  );
}
