import { afterEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import type { Followed } from '../testkit/following.ts';
import type { told } from './live-homes.ts';
import { confirm, followD2n2, homeOf } from './live-homes.ts';

const app = await testApp();
const derby = await homeOf(app, 'derby');
const nottingham = await homeOf(app, 'nottingham');

const open: Followed[] = [];
afterEach(async () => {
  for (const followed of open.splice(0)) await followed.leave();
});

describe('a home that is hidden changes, and nothing is told of it', () => {
  test.for([
    [
      'behind a fragment',
      `subscription ($consortium: String!) { ...All }
       fragment All on Subscription { bedsChanged(consortium: $consortium) { home { urn why } } }`,
    ],
    [
      'behind a fragment without a name',
      `subscription ($consortium: String!) {
         ... on Subscription { bedsChanged(consortium: $consortium) { home { urn why } } } }`,
    ],
    [
      'under another name',
      `subscription ($consortium: String!) { changed: bedsChanged(consortium: $consortium) { home { urn why } } }`,
    ],
  ])('to whoever follows %s', async ([, query]) => {
    const followed = await followD2n2(app, 'commissioner.derby', query);
    open.push(followed);

    await confirm(app, 'commissioner.nottingham', nottingham);
    await confirm(app, 'commissioner.derby', derby);

    const { data } = (await followed.next()) as ReturnType<typeof told>;
    expect(Object.values(data)).toEqual([{ home: { urn: derby.urn, why: 'own' } }]);
  });
});
