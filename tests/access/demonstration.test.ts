import { seedDemonstration } from '@sufficiency/server/modules/access/demonstration-seed.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { describe, expect, inject, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalIn, send } from '../testkit/requests.ts';

const app = await testApp();
const service = await testApp({ demonstration: false });

describe('the accounts of a demonstration', () => {
  const { tokens } = inject('cluster');

  test('are four for every tenant, four for every hub, and three providers', () => {
    const accounts = Object.keys(tokens);

    expect(accounts).toHaveLength(4 * 20 + 4 * 2 + 3);
    expect(accounts).toEqual(
      expect.arrayContaining([
        'hub-analyst.d2n2',
        'reviewer.west-midlands',
        'commissioner.nottinghamshire',
        'approver.herefordshire',
        'placement-officer.telford-and-wrekin',
        'ig-lead.stoke-on-trent',
        'commissioner.norfolk',
        'commissioner.northamptonshire-childrens-trust',
        'provider.brook-lane-care',
      ]),
    );
  });

  test('keep ids and tokens when they are made again', async () => {
    const before = await app.db.query('select id, name from account order by name');
    const written: Record<string, string>[] = [];
    const pool = openPool({ url: app.loaderUrl, size: 1 });

    await seedDemonstration({
      pool,
      clock: systemClock,
      tokens: {
        read: () => Promise.resolve({ ...tokens }),
        write: (all) => Promise.resolve(void written.push(all)),
      },
    });
    await pool.end();

    expect(written).toEqual([tokens]);
    expect((await app.db.query('select id, name from account order by name')).rows).toEqual(
      before.rows,
    );
    expect((await app.as('commissioner.derby', '{ viewer { account } }')).data).toEqual({
      viewer: { account: 'commissioner.derby' },
    });
  });

  test('are marked as invented, and so are their providers', async () => {
    const { rows } = await app.db.query(
      `select count(*)::int as real from account where not synthetic
       union all select count(*)::int from organisation where kind = 'PROVIDER' and not synthetic`,
    );

    expect(rows).toEqual([{ real: 0 }, { real: 0 }]);
  });
});

describe('a demonstration answers on this machine only', () => {
  test.each(['localhost', 'localhost:4000', '127.0.0.1:4000', '127.9.9.9', '[::1]:4000'])(
    'at %s',
    async (host) => {
      expect((await send(app, '/health', { headers: { host } })).status).toBe(200);
    },
  );

  test.each([
    'sufficiency.example',
    'localhost.evil.example',
    'evil.example:4000',
    '10.0.0.5',
    '127.0.0.1.evil.example',
    'localhost@evil.example',
    '0.0.0.0',
    '',
  ])('not at %j', async (host) => {
    expect(await refusalIn(await send(app, '/health', { headers: { host } }))).toBe(
      '403 FORBIDDEN: A demonstration answers on this machine only: use http://localhost.',
    );
  });

  test('not for an address of another host, whatever its Host says', async () => {
    const response = await send(app, '/health', {
      origin: 'http://evil.example',
      headers: { host: 'localhost' },
    });

    expect(response.status).toBe(403);
  });

  test.each([
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-port',
    'x-forwarded-server',
    'x-real-ip',
    'x-original-host',
  ])('not with the header %s of a proxy', async (header) => {
    expect(await refusalIn(await send(app, '/graphql', { headers: { [header]: 'a' } }))).toBe(
      '403 FORBIDDEN: A demonstration is not served through a proxy.',
    );
  });

  test('a service is not bound to it', async () => {
    const headers = { host: 'sufficiency.example', 'x-forwarded-for': '10.0.0.5' };

    expect((await send(service, '/health', { headers })).status).toBe(200);
  });
});
