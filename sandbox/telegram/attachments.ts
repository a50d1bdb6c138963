import { fileReference, keepFile, photoSizes } from './files.ts';
import type { WireContent } from './wire.ts';
import type { World } from './world.ts';

/** Something other than a text that a person sends. Files are given as bytes in base64; a small stand-in when left out. */
export type Attachment =
  | {
      readonly kind: 'voice';
      readonly seconds?: number | undefined;
      readonly base64?: string | undefined;
      readonly caption?: string | undefined;
    }
  | { readonly kind: 'photo'; readonly base64?: string | undefined; readonly caption?: string | undefined }
  | {
      readonly kind: 'document';
      readonly name: string;
      readonly mime?: string | undefined;
      readonly base64?: string | undefined;
      readonly caption?: string | undefined;
    }
  | { readonly kind: 'sticker'; readonly emoji?: string | undefined }
  | { readonly kind: 'contact'; readonly phone: string; readonly name: string; readonly userId?: number | undefined }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number };

/** A PNG of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** The message content for an attachment; files are kept, so that the bot can fetch them. */
export function attachmentContent(world: World, attachment: Attachment): WireContent {
  switch (attachment.kind) {
    case 'voice': {
      const file = keepFile(world, 'voice', {
        name: 'voice.oga',
        mime: 'audio/ogg',
        bytes: bytes(attachment.base64, 'OggS'),
      });
      return {
        voice: { ...fileReference(file), duration: attachment.seconds ?? 3, mime_type: file.mime },
        ...captioned(attachment.caption),
      };
    }
    case 'photo': {
      const content = Buffer.from(attachment.base64 ?? PIXEL, 'base64');
      const file = keepFile(world, 'photos', { name: 'photo.png', mime: 'image/png', bytes: content });
      return { photo: photoSizes(file), ...captioned(attachment.caption) };
    }
    case 'document': {
      const { name, mime = 'application/octet-stream', base64 } = attachment;
      const file = keepFile(world, 'documents', { name, mime, bytes: bytes(base64, name) });
      return {
        document: { ...fileReference(file), file_name: name, mime_type: mime },
        ...captioned(attachment.caption),
      };
    }
    case 'sticker':
      return { sticker: sticker(world, attachment.emoji ?? '👍') };
    case 'contact': {
      const known = attachment.userId === undefined ? {} : { user_id: attachment.userId };
      return { contact: { phone_number: attachment.phone, first_name: attachment.name, ...known } };
    }
    case 'location':
    default:
      return { location: { latitude: attachment.latitude, longitude: attachment.longitude } };
  }
}

function sticker(world: World, emoji: string): NonNullable<WireContent['sticker']> {
  const file = keepFile(world, 'stickers', {
    name: 'sticker.webp',
    mime: 'image/webp',
    bytes: bytes(undefined, 'RIFF'),
  });
  return {
    ...fileReference(file),
    type: 'regular',
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji,
  };
}

function bytes(base64: string | undefined, standIn: string): Uint8Array {
  return base64 === undefined ? Buffer.from(standIn) : Buffer.from(base64, 'base64');
}

function captioned(caption: string | undefined): WireContent {
  return caption === undefined ? {} : { caption };
}
