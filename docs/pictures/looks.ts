/** The colours of one side of a chat. */
export interface Side {
  readonly fill: string;
  readonly ink: string;
  readonly pale: string;
}

/** How a messenger looks on a telephone in the daytime; sizes are pixels of a picture of 780 across, two to a point. */
export interface ChatLook {
  readonly wall: string;
  readonly bar: string;
  readonly barLine: string;
  readonly accent: string;
  readonly avatar: string;
  readonly subtitle: string | null;
  readonly own: Side;
  readonly theirs: Side;
  readonly radius: number;
  readonly chip: { readonly fill: string; readonly ink: string };
  readonly button: { readonly fill: string; readonly ink: string };
  readonly placeholder: string;
  readonly edited: string;
}

/** What both messengers look like, near enough that somebody finds their way. */
export const looks: Readonly<Record<'telegram' | 'signal', ChatLook>> = {
  telegram: {
    wall: '#D5E4D3',
    bar: '#FFFFFF',
    barLine: '#DDE3E0',
    accent: '#2F8FD8',
    avatar: '#16324F',
    subtitle: 'bot',
    own: { fill: '#E3FDCB', ink: '#101820', pale: '#4C9A47' },
    theirs: { fill: '#FFFFFF', ink: '#101820', pale: '#8A96A0' },
    radius: 32,
    chip: { fill: '#8FAE93', ink: '#FFFFFF' },
    button: { fill: '#6D9173', ink: '#FFFFFF' },
    placeholder: 'Message',
    edited: 'modifié',
  },
  signal: {
    wall: '#FFFFFF',
    bar: '#FFFFFF',
    barLine: '#E7E9EC',
    accent: '#2C6BED',
    avatar: '#16324F',
    subtitle: null,
    own: { fill: '#2C6BED', ink: '#FFFFFF', pale: '#D3E1FC' },
    theirs: { fill: '#EDEEF1', ink: '#15191E', pale: '#6B737C' },
    radius: 36,
    chip: { fill: '#FFFFFF', ink: '#6B737C' },
    button: { fill: '#FFFFFF', ink: '#2C6BED' },
    placeholder: 'Message Signal',
    edited: 'Modifié',
  },
};
