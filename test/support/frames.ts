import { type SignalPerson } from './cast.ts';
import { type Company } from './company.ts';

let sequence = 0;

/** A frame as signal-cli writes it, with whatever a test puts into the message. */
export function frame(
  company: Company,
  from: Pick<SignalPerson, 'handle'>,
  message: Readonly<Record<string, unknown>>,
): unknown {
  const { control } = company.stage.sandbox.signal;
  sequence += 1;
  const timestamp = company.stage.sandbox.clock.now() + sequence;
  return {
    account: control.number,
    envelope: {
      source: from.handle.number ?? from.handle.aci,
      sourceNumber: from.handle.number,
      sourceUuid: from.handle.aci,
      sourceName: from.handle.name,
      sourceDevice: 2,
      timestamp,
      serverReceivedTimestamp: timestamp,
      serverDeliveredTimestamp: timestamp,
      dataMessage: {
        timestamp,
        expiresInSeconds: 0,
        isExpirationUpdate: false,
        viewOnce: false,
        message: null,
        ...message,
      },
    },
  };
}

/** A vote that an honest app would not let through: in a closed poll, again, or in somebody else's chat. */
export function vote(
  company: Company,
  from: Pick<SignalPerson, 'handle'>,
  poll: number,
  options: readonly number[],
  count: number,
  author = company.stage.sandbox.signal.control.aci,
): void {
  const { control } = company.stage.sandbox.signal;
  const pollVote = {
    targetSentTimestamp: poll,
    author,
    authorNumber: control.number,
    authorUuid: control.aci,
    optionIndexes: options,
    voteCount: count,
  };
  control.inject(frame(company, from, { pollVote }));
}
