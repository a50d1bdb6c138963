import { crc32, inflateSync } from 'node:zlib';

/** Width and height in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const PNG = '89504e470d0a1a0a';
/** The channels of a pixel by PNG colour type (ISO/IEC 15948, table 8). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The markers of a JPEG that carry its size: every start of frame, none of the tables that lie between them. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** The size of a PNG or JPEG that can be read from its first byte to its last; undefined when it is neither, or is damaged. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 8).toString('hex') === PNG) return pngSize(buffer);
  return buffer.length > 4 && buffer.readUInt16BE(0) === 0xffd8 ? jpegSize(buffer) : undefined;
}

function pngSize(buffer: Buffer): ImageSize | undefined {
  const chunks = pngChunks(buffer);
  const header = chunks?.[0];
  if (chunks === undefined || header?.type !== 'IHDR' || header.data.length !== 13) return undefined;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  if (width === 0 || height === 0 || chunks.at(-1)?.type !== 'IEND') return undefined;
  const bits = (CHANNELS[header.data.readUInt8(9)] ?? 0) * header.data.readUInt8(8);
  const interlaced = header.data.readUInt8(12) !== 0;
  const pixels = inflated(Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []))));
  // One byte before each row says how it is filtered.
  const expected = height * (1 + Math.ceil((width * bits) / 8));
  const complete = bits > 0 && pixels !== undefined && (interlaced || pixels.length === expected);
  return complete ? { width, height } : undefined;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks in order; undefined when one breaks off or its checksum is wrong. */
function pngChunks(buffer: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = 8; at < buffer.length;) {
    if (at + 12 > buffer.length) return undefined;
    const end = at + 8 + buffer.readUInt32BE(at);
    if (end + 4 > buffer.length || crc32(buffer.subarray(at + 4, end)) !== buffer.readUInt32BE(end)) return undefined;
    chunks.push({ type: buffer.toString('latin1', at + 4, at + 8), data: buffer.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

function inflated(data: Buffer): Buffer | undefined {
  try {
    return inflateSync(data);
  } catch {
    return undefined;
  }
}

function jpegSize(buffer: Buffer): ImageSize | undefined {
  for (let at = 2; at + 9 <= buffer.length && buffer.readUInt8(at) === 0xff; at += 2 + buffer.readUInt16BE(at + 2)) {
    if (FRAMES.has(buffer.readUInt8(at + 1)))
      return { height: buffer.readUInt16BE(at + 5), width: buffer.readUInt16BE(at + 7) };
  }
  return undefined;
}
