/**
 * Cuts a byte stream of the Redis protocol (versions 2 and 3) into whole messages; what is not complete yet waits for the
 * next chunk. Works for requests and for replies.
 */
export function createCutter(): (chunk: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole: Buffer[] = [];
    let from = 0;
    for (let end = endOf(rest, from); end !== null; end = endOf(rest, from)) {
      whole.push(rest.subarray(from, end));
      from = end;
    }
    rest = rest.subarray(from);
    return whole;
  };
}

/** Where the message that begins at `at` ends; null when it is not all there. */
function endOf(bytes: Buffer, at: number): number | null {
  const line = bytes.indexOf('\r\n', at, 'latin1');
  if (at >= bytes.length || line < 0) return null;
  const type = bytes.toString('latin1', at, at + 1);
  const size = Number(bytes.toString('latin1', at + 1, line));
  const body = line + 2;
  if ('$=!'.includes(type)) {
    const end = size < 0 ? body : body + size + 2;
    return end <= bytes.length ? end : null;
  }
  if (!'*~>%|'.includes(type)) return body;
  let next: number | null = body;
  for (let left = type === '%' || type === '|' ? 2 * size : size; left > 0 && next !== null; left -= 1) {
    next = endOf(bytes, next);
  }
  return next;
}

/** The words of a request: a list of byte strings, as every client of Redis sends them. */
export function wordsOf(request: Buffer): string[] {
  const words: string[] = [];
  let at = request.indexOf('\r\n', 0, 'latin1') + 2;
  while (at < request.length) {
    const line = request.indexOf('\r\n', at, 'latin1');
    const size = Number(request.toString('latin1', at + 1, line));
    words.push(request.toString('utf8', line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return words;
}
