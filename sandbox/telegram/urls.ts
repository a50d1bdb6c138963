import { badRequest } from './errors.ts';

/**
 * Checks an address as the platform does for buttons and links, and returns it normalised (`example.org` becomes `http://example.org/`).
 * `what` opens the refusal: `inline keyboard button URL`, `entity URL`.
 */
export function checkUrl(what: string, url: string): string {
  const refuse = (reason: string): never => {
    throw badRequest(`${what} '${url}' is invalid: ${reason}`);
  };
  if (url === '') return refuse('URL host is empty');
  if (/^tg:\/\//i.test(url) || /^tonsite:\/\//i.test(url)) return url;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return refuse('Unsupported URL protocol');
  const address = scheme === undefined ? `http://${url}` : url;
  if (!URL.canParse(address)) return refuse('Wrong HTTP URL');
  const parsed = new URL(address);
  const host = parsed.hostname;
  if (host === '') return refuse('URL host is empty');
  // A name without a dot (localhost, an intranet name) is no address for a phone.
  if (!host.includes('.') && !host.startsWith('[')) return refuse('Wrong HTTP URL');
  return scheme === undefined ? parsed.toString() : url;
}

/** Checks the address of a Web App button: HTTPS only. */
export function checkWebAppUrl(what: string, url: string): string {
  if (!/^https:\/\//i.test(url)) throw badRequest(`${what} '${url}' is invalid: Only HTTPS links are allowed`);
  return checkUrl(what, url);
}
