import { createHash } from 'node:crypto';
import { type Context, type Hono } from 'hono';

/** What stands behind an address: a text or a document, something that is over, or nothing that anybody is told of. */
export type Found<Content> =
  | { readonly type: 'found'; readonly content: Content }
  | { readonly type: 'gone' }
  | { readonly type: 'unknown' };

/** The pages people are given a secret address of. Who may read what is decided by whoever hands these in, at every request. */
export interface Pages {
  /** A calendar file by the secret of its address. */
  readonly calendar: (token: string) => Promise<Found<string>>;
  /** A day sheet as PDF, by the signed token of its link. */
  readonly sheet: (token: string) => Promise<Found<Uint8Array>>;
}

/** Nothing of these pages is for search engines, frames, or the next site somebody goes to. */
const guarded = {
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  // What browsers draw PDF with needs styles of its own and the document itself; scripts and other sites never.
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
} as const;

/** Adds `/calendar/<secret>.ics` and `/sheet/<token>`; both answer HEAD as they answer GET. */
export function servePages(app: Hono, pages: Pages): void {
  app.get('/calendar/:file{[\\w-]{20,100}\\.ics}', async (context) => {
    const found = await pages.calendar(context.req.param('file').slice(0, -'.ics'.length));
    return found.type === 'found' ? calendar(context, found.content) : nothing(context, found.type);
  });
  app.get('/sheet/:token{[\\w-]{1,700}\\.[\\w-]{43}}', async (context) => {
    const found = await pages.sheet(context.req.param('token'));
    return found.type === 'found' ? sheet(context, found.content) : nothing(context, found.type);
  });
}

/** Readers may keep the file but ask each time whether it still holds; an unchanged one is not sent again. */
function calendar(context: Context, text: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { ...guarded, etag, 'cache-control': 'private, no-cache' };
  const known = (context.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return context.body(null, 304, headers);
  return context.body(text, 200, {
    ...headers,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="regie.ics"',
  });
}

/** A sheet changes until the day itself, so no copy of it is kept on the way. */
function sheet(context: Context, bytes: Uint8Array): Response {
  return context.body(new Uint8Array(bytes), 200, {
    ...guarded,
    'cache-control': 'no-store',
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="feuille-de-route.pdf"',
  });
}

function nothing(context: Context, type: 'gone' | 'unknown'): Response {
  return context.body(null, type === 'gone' ? 410 : 404, { ...guarded, 'cache-control': 'no-store' });
}
