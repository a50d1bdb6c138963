import { describe, expect, test } from 'vitest';
import { parseStyledText } from '../../../sandbox/signal/text-styles.ts';

const shown = (input: string): [string, string[]] => {
  const { text, styles } = parseStyledText(input);
  return [text, styles.map(({ start, length, style }) => `${start}:${length}:${style}`)];
};

describe('the server reading a styled text', () => {
  test.each([
    ['*italic*', 'italic', ['0:6:ITALIC']],
    ['This is a **bold** and *italic* message', 'This is a bold and italic message', ['10:4:BOLD', '19:6:ITALIC']],
    ['~no~ `code` ||secret||', 'no code secret', ['0:2:STRIKETHROUGH', '3:4:MONOSPACE', '8:6:SPOILER']],
    ['Test 👦🏿 via **signal** API', 'Test 👦🏿 via signal API', ['14:6:BOLD']],
    ['||**both**||', 'both', ['0:4:BOLD', '0:4:SPOILER']],
  ])('when marks are closed, %s becomes spans counted in UTF-16 units', (input, text, styles) => {
    expect(shown(input)).toEqual([text, styles]);
  });

  test.each([
    ['\\*escaped\\*', '*escaped*'],
    ['\\**escaped\\**', '**escaped**'],
    ['Test \\** \\* \\~ \\` Escape', 'Test ** * ~ ` Escape'],
    ['C:\\dir', 'C:\\dir'],
    ['a | b', 'a | b'],
    ['snake_case_name', 'snake_case_name'],
  ])('when marks are escaped or are none, %s stays text', (input, text) => {
    expect(shown(input)).toEqual([text, []]);
  });

  test('when a mark is never closed, it vanishes from the text and styles nothing', () => {
    expect(shown('2 * 3 = 6')).toEqual(['2  3 = 6', []]);
  });

  test('when marks cross, only the one opened last can be closed', () => {
    expect(shown('**a *b** c*')).toEqual(['a b c', []]);
  });
});
