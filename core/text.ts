import { z } from 'zod';

/** A run of characters with one look. What people typed always travels as the `text` of a span and is never read as markup. */
export const spanSchema = z.strictObject({
  text: z.string(),
  style: z.enum(['bold', 'italic', 'mono']).optional(),
  link: z.string().optional(),
  /** Private words, encrypted for `record`; they are opened only while the message leaves, never before. */
  sealed: z.strictObject({ value: z.string(), record: z.string() }).optional(),
});

/** A run of characters with one look. */
export type Span = z.infer<typeof spanSchema>;

/** Text as we write it: spans, in order. Each channel renders them in its own way. */
export const textSchema = z.array(spanSchema);

/** Text as we write it. */
export type Text = readonly Span[];

/** Unstyled text of one span. */
export function plain(text: string): Text {
  return [{ text }];
}

/** The characters alone, without any look. */
export function charactersOf(text: Text): string {
  return text.map((span) => span.text).join('');
}

/** Several texts one under the other; `gap` blank lines between them. */
export function lines(parts: readonly Text[], gap = 0): Text {
  const separator = '\n'.repeat(gap + 1);
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [{ text: separator }, ...part]));
}
