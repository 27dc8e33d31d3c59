import { expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { answered, arrangeHomes, officer, runs, seenHome } from './homes.ts';
import { at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at), connections: 8 });

const urns = Array.from({ length: 20 }, (_, nth) => String(9991101 + nth));
const states = ['OCCUPIED', 'ACCEPTING', 'NOT_USABLE', 'NOT_OPERATIONAL'];

test('of 200 edits of 20 homes at once none is lost, counts hold, and whoever came late is told', async () => {
  await arrangeHomes(
    app,
    urns.map((urn) => ({ urn, area: 'derby', places: [{}, {}, {}, {}] })),
  );
  const seen = await Promise.all(urns.map((urn) => seenHome(app, urn)));
  const edits = Array.from({ length: 200 }, (_, nth) => ({
    nth,
    account: nth % 2 === 0 ? runs : officer,
    // Ten see the same version of each home; in the end each has one place in a state by which its writer is known.
    ...seen[nth % 20],
  }));

  const answers = await Promise.all(
    edits.map(async ({ nth, account, home, version }) => {
      const places = [1, 2, 3, 4].map((number) => ({
        number,
        state: states[(Math.floor(nth / 20) >> (number - 1)) & 1 ? 0 : 1 + (number % 3)],
      }));
      const answer = await answered(app, account, {
        mutation: 'updateBeds',
        input: { home, version, places },
      });
      return { home, places, refusal: refusalOf(answer), left: answer.data?.['updateBeds'] };
    }),
  );

  const won = answers.filter(({ refusal }) => refusal === '');
  expect(won).toHaveLength(20);
  expect(new Set(won.map(({ home }) => home)).size).toBe(20);
  const lost = answers.filter(({ refusal }) => refusal !== '');
  expect(lost.map(({ refusal }) => refusal)).toEqual(
    Array(180).fill(expect.stringMatching(/^CONFLICT: Home 99911\d\d was changed meanwhile: of 4/)),
  );
  for (const { places, left } of won) expect(left).toMatchObject({ version: 3, places });
  const { rows } = await app.db.query(
    `select count(*)::int as homes,
       bool_and(h.version = 3 and h.registered = 4 and h.occupied = p.occupied and h.accepting = p.accepting
         and h.usable = p.usable and e.occupied = p.occupied) as kept
     from home h
     join home_event e on e.tenant_id = h.tenant_id and e.home_id = h.id and e.version = h.version
     cross join lateral (
       select count(*) filter (where state = 'OCCUPIED') as occupied, count(*) filter (where state = 'ACCEPTING') as accepting,
         count(*) filter (where state in ('OCCUPIED', 'ACCEPTING')) as usable
       from home_place where tenant_id = h.tenant_id and home_id = h.id) p`,
  );
  expect(rows).toEqual([{ homes: 20, kept: true }]);
}, 240_000);

test('edits that follow one another all count: nobody’s is overwritten', async () => {
  await arrangeHomes(app, [{ urn: '9991101', area: 'derby', places: Array(10).fill({}) }]);
  const occupy = async (number: number): Promise<void> => {
    const answer = await answered(app, number % 2 === 0 ? runs : officer, {
      mutation: 'updateBeds',
      input: { ...(await seenHome(app, '9991101')), places: [{ number, state: 'OCCUPIED' }] },
    });
    if (refusalOf(answer).startsWith('CONFLICT')) await occupy(number);
  };

  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(occupy));

  const { rows } = await app.db.query('select occupied, accepting, version from home');
  expect(rows).toEqual([{ occupied: 10, accepting: 0, version: 12 }]);
}, 240_000);
