import { describe, expect, test } from 'vitest';
import { errorOf, startBench } from './support.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('files that are sent', () => {
  test('when one comes as a data URI, its name and type are those it says, in any order and with accents', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa', hasWritten: true });
    await bench.send(lea.aci, 'le mois', {
      base64_attachments: [
        `data:image/png;filename=Été à Évry, mars.png;base64,${base64('abc')}`,
        `filename=a.pdf;data:application/pdf;base64,${base64('%PDF')}`,
      ],
    });
    expect(lea.see().messages.at(-1)).toMatchObject({
      text: 'le mois',
      files: [
        { contentType: 'image/png', filename: 'Été à Évry, mars.png', size: 3, base64: base64('abc') },
        { contentType: 'application/pdf', filename: 'a.pdf' },
      ],
    });
  });

  test('when a name holds a semicolon, the file arrives under its first half, as with the real gateway', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa', hasWritten: true });
    await bench.send(lea.aci, '', { base64_attachments: [`data:image/png;filename=a;b.png;base64,${base64('abc')}`] });
    expect(lea.see().messages.at(-1)?.files).toMatchObject([{ filename: 'a' }]);
  });

  test('when the base64 is broken over lines, it is read all the same', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa', hasWritten: true });
    const lines = base64('%PDF-1.4').replaceAll(/.{4}/g, '$&\r\n');
    await bench.send(lea.aci, '', { base64_attachments: [lines] });
    expect(lea.see().messages.at(-1)?.files).toMatchObject([{ contentType: 'application/pdf', size: 8 }]);
  });

  test.each([
    ['AAAA%AAA', 'illegal base64 data at input byte 4'],
    ['AAAAAAA', 'illegal base64 data at input byte 4'],
    ['data:image/png;filename=a.png;base64,', 'The base64 data does not exist.'],
    [`data:image/png;filename=a/b.png;base64,${base64('abc')}`, '/a/b.png: no such file or directory'],
  ])('when one is « %s », the whole message is refused', async (file, problem) => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa', hasWritten: true });
    const answer = await bench.send(lea.aci, 'x', { base64_attachments: [file] });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toContain(problem);
    expect(lea.see().messages).toEqual([]);
  });
});
