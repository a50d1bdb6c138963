import { type Outbound } from '../../core/outbound.ts';
import { png } from './png.ts';

type File = Extract<Outbound['operation'], { type: 'file' }>;

/** A picture of 40 × 30 to be shown in the chat, with its words below. */
export function sendingFile(caption: string, changes: Partial<File> = {}): File {
  return {
    type: 'file',
    name: 'Été à Évry mars 2027.png',
    mime: 'image/png',
    data: png(40, 30).toString('base64'),
    caption: caption === '' ? [] : [{ text: caption }],
    as: 'photo',
    silent: false,
    ...changes,
  };
}

/** The same as a document of these bytes. */
export function sendingPdf(text = '%PDF-1.4'): File {
  const data = Buffer.from(text).toString('base64');
  return sendingFile('', { name: 'feuille.pdf', mime: 'application/pdf', as: 'document', data });
}
