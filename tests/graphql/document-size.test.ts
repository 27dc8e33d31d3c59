import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { post, refusalIn, refusalOf } from '../testkit/requests.ts';

const app = await testApp();
const refused = async (document: string) => refusalOf(await app.as('hub-analyst.d2n2', document));

describe('a document may', () => {
  test('not stand for millions of fields by spreading fragments again and again', async () => {
    const doubled = Array.from(
      { length: 40 },
      (_, index) => `fragment f${index + 1} on Viewer { ...f${index} ...f${index} }`,
    ).join(' ');
    const query = `{ viewer { ...f40 } } fragment f0 on Viewer { account } ${doubled}`;

    expect(await refused(query)).toBe(
      'BAD_USER_INPUT: Written out, this document asks for more than 5000 fields. Spread fewer fragments.',
    );
  });

  test('not do so without a credential either', async () => {
    const repeated = Array.from(
      { length: 12 },
      (_, index) => `fragment f${index + 1} on Platform { ${`...f${index} `.repeat(4)} }`,
    ).join(' ');
    const query = `{ platform { ...f12 } } fragment f0 on Platform { demonstration } ${repeated}`;

    expect(await refusalIn(await post(app, { query }))).toMatch(
      /^(401 UNAUTHENTICATED|200 BAD_USER_INPUT)/,
    );
  });

  test('not name a variable as only the language itself may', async () => {
    expect(
      await refused('query ($__proto__: String) { indicators(search: $__proto__) { key } }'),
    ).toBe(
      'BAD_USER_INPUT: Names that begin with two underscores are reserved: rename $__proto__.',
    );
  });
});
