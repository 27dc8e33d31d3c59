import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { csv, derby, genderLines, sent } from './reading.fixture.ts';
import { readReturnContents } from './return-reader.ts';

const workbook = await writeXlsx({
  sheets: [{ name: 'Gender', rows: genderLines.map((cells) => [...cells]) }],
});
const text = new TextEncoder().encode(csv(genderLines));

/** A good file with some of its bytes changed and its end cut off. */
const harmed = fc
  .record({
    file: fc.constantFrom(workbook, text),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    length: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ file, changes, length }) => {
    const bytes = file.slice(0, Math.ceil(file.length * length));
    for (const [place, byte] of changes) bytes[place % Math.max(bytes.length, 1)] = byte;
    return bytes;
  });

test('any bytes are refused or read, and said to be, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(harmed, fc.uint8Array({ maxLength: 300 })),
      fc.integer({ min: 1, max: 100 }),
      async (bytes, size) => {
        const { refusal, problems, tables } = await readReturnContents(
          [sent('a.csv', bytes, size)],
          derby(),
        );

        expect(refusal === null || problems.includes(refusal)).toBe(true);
        expect(tables.length + problems.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});
