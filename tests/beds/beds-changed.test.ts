import { afterEach, describe, expect, test } from 'vitest';
import { logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import type { Followed } from '../testkit/following.ts';
import { follow } from '../testkit/following.ts';
import { globalId } from '../testkit/requests.ts';
import { confirm, FOLLOW, followD2n2, homeOf, told } from './live-homes.ts';
import { serverBeside } from './server-beside.ts';

const app = await testApp();
const derby = await homeOf(app, 'derby');
const nottingham = await homeOf(app, 'nottingham');
const brookLane = await homeOf(app, 'nottingham', 'brook-lane-care');
const alderAndAsh = await homeOf(app, 'nottingham', 'alder-and-ash-homes');
const birmingham = await homeOf(app, 'birmingham');

const open: Followed[] = [];
afterEach(async () => {
  for (const followed of open.splice(0)) await followed.leave();
  await app.db.query('update account set disabled_at = null');
});

async function follows(account: string): Promise<Followed> {
  const followed = await followD2n2(app, account);
  open.push(followed);
  return followed;
}

const shown = (home: { readonly urn: string }) =>
  told({ urn: home.urn, why: expect.stringMatching(/^D2N2\/02, /) });

describe('following the homes of a consortium', () => {
  test('begins with an event that names no home', async () => {
    const followed = await follow(app, 'placement-officer.derby', {
      query: FOLLOW,
      variables: { consortium: 'd2n2' },
    });
    open.push(followed);

    expect(await followed.next()).toEqual(told(null));
  });

  test('tells a placement officer of a neighbour’s home, by the agreement', async () => {
    const followed = await follows('placement-officer.derby');

    await confirm(app, 'commissioner.nottingham', nottingham);

    expect(await followed.next()).toEqual(shown(nottingham));
  });

  test('tells of a home what its query says', async () => {
    const HOME = `home { id urn name provisionType ageFrom ageTo genders needs education siblings solo emergency
      noticeDays shortBreaks spot opensOn closesOn inHouse stale staleAt confirmedAt confirmedBy version why
      counts { registered operational usable occupied reserved accepting closed lost { places } }
      closedByReason { reason places } authority { code } provider { name } }`;
    const followed = await followD2n2(
      app,
      'placement-officer.derby',
      `subscription ($consortium: String!) { bedsChanged(consortium: $consortium) { ${HOME} } }`,
    );
    open.push(followed);
    await app.db.query(
      `update home set opens_on = '2024-02-29', closes_on = '2032-02-29', version = version + 1 where id = $1`,
      [nottingham.id],
    );
    await followed.next();

    await confirm(app, 'commissioner.nottingham', nottingham);
    const { data } = (await followed.next()) as { data: { bedsChanged: object } };

    const asked = await app.as(
      'placement-officer.derby',
      `query ($id: ID!) { ${HOME.replace('home {', 'home(id: $id) {')} }`,
      { id: globalId('Home', nottingham.id) },
    );
    expect(data.bedsChanged).toEqual(asked.data);
    expect(data.bedsChanged).toMatchObject({ home: { opensOn: '2024-02-29' } });
  });

  test('tells nobody of a home that they may not see, or of another consortium', async () => {
    // A colleague may see more.
    await follows('placement-officer.derby');
    const followed = await follows('commissioner.derby');

    await confirm(app, 'commissioner.nottingham', nottingham);
    await confirm(app, 'commissioner.birmingham', birmingham);
    await confirm(app, 'commissioner.derby', derby);

    expect(await followed.next()).toEqual(told({ urn: derby.urn, why: 'own' }));
  });

  test('tells a provider of its own homes only, whoever follows beside it', async () => {
    const [brook, alder] = [
      await follows('provider.brook-lane-care'),
      await follows('provider.alder-and-ash-homes'),
    ];

    await confirm(app, 'commissioner.nottingham', brookLane);
    await confirm(app, 'commissioner.nottingham', alderAndAsh);

    expect(await brook.next()).toEqual(told({ urn: brookLane.urn, why: 'yours' }));
    expect(await alder.next()).toEqual(told({ urn: alderAndAsh.urn, why: 'yours' }));
  });

  test('tells each organisation why it sees a home, and each role what it may', async () => {
    const followers = [
      await follows('placement-officer.derby'),
      await follows('placement-officer.nottingham'),
      await follows('commissioner.nottingham'),
    ];

    await confirm(app, 'commissioner.nottingham', nottingham);

    expect(await Promise.all(followers.map((followed) => followed.next()))).toEqual([
      shown(nottingham),
      told({ urn: nottingham.urn, why: 'own' }),
      told({ urn: nottingham.urn, why: 'own' }),
    ]);
  });

  test('goes on when something is told that is no home', async () => {
    const followed = await follows('placement-officer.derby');

    await app.db.query(`select pg_notify('exchange', 'home'), pg_notify('exchange', 'home 1; --')`);
    await confirm(app, 'commissioner.nottingham', nottingham);

    expect(await followed.next()).toEqual(shown(nottingham));
  });

  test('is refused to who reads no homes, and of a consortium that is none', async () => {
    const refused = await follow(app, 'hub-analyst.d2n2', {
      query: FOLLOW,
      variables: { consortium: 'd2n2' },
    });
    const unknown = await follow(app, 'placement-officer.derby', {
      query: FOLLOW,
      variables: { consortium: 'd2n3' },
    });

    expect(await refused.next()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await unknown.next()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  test('answers an event once for everybody of an organisation in a role', async () => {
    const followers = await Promise.all(
      Array.from({ length: 15 }, () => follows('placement-officer.derby')),
    );
    const next = () => Promise.all(followers.map((followed) => followed.next()));
    // With the first, each tells the log.
    await confirm(app, 'commissioner.nottingham', nottingham);
    await next();
    const taken: unknown[] = [];
    const take = (connection: unknown) => taken.push(connection);

    const other = serverBeside(app);
    app.pool.on('acquire', take);
    await confirm({ ...app, as: other.as }, 'commissioner.nottingham', nottingham);
    const answers = await next();
    app.pool.off('acquire', take);
    await other.stop();

    expect(answers).toEqual(followers.map(() => shown(nottingham)));
    // One for the event; others are looks at accounts, every two seconds.
    expect(taken.length).toBeLessThan(followers.length);
  });

  test('hears what happens in another server process', async () => {
    const followed = await follows('placement-officer.derby');
    const other = serverBeside(app);

    await confirm({ ...app, as: other.as }, 'commissioner.nottingham', nottingham);

    expect(await followed.next()).toEqual(shown(nottingham));
    await other.stop();
  });
});

describe('the log of whose home it is', () => {
  const reads = async () =>
    (await logOf(app, 'nottingham')).filter(({ type }) => type === 'figures.read');

  test('has each subscription once, however many events there are', async () => {
    const before = (await reads()).length;
    const followers = [
      await follows('placement-officer.derby'),
      await follows('placement-officer.derby'),
    ];

    for (const _time of [1, 2, 3]) {
      await confirm(app, 'commissioner.nottingham', nottingham);
      for (const followed of followers) await followed.next();
    }

    const since = (await reads()).slice(before);
    expect(since.map(({ account, details }) => [account, details['dataset']])).toEqual([
      ['placement-officer.derby', 'beds'],
      ['placement-officer.derby', 'beds'],
    ]);
  });

  test('has the subscription before its event leaves, or it does not leave', async () => {
    const followed = await follows('placement-officer.derby');
    await app.db.query('revoke insert on audit_event from exchange_app');

    const { text, values } = {
      text: `select pg_notify('exchange', $1)`,
      values: [`home ${nottingham.id}`],
    };
    await app.db.query(text, values);

    expect(await followed.next()).toMatchObject({
      errors: [{ extensions: { code: 'UNAVAILABLE' } }],
    });
    expect(await followed.next()).toBe('end');
    await app.db.query('grant insert on audit_event to exchange_app');
  });
});

describe('events stop within five seconds', () => {
  test('for an account that is disabled, and for nobody else', async () => {
    const [leaving, staying] = [
      await follows('placement-officer.derby'),
      await follows('placement-officer.nottinghamshire'),
    ];

    await app.db.query(
      `update account set disabled_at = now() where name = 'placement-officer.derby'`,
    );
    const disabled = performance.now();

    expect(await leaving.next()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(performance.now() - disabled).toBeLessThan(5_000);
    expect(await leaving.next()).toBe('end');
    await confirm(app, 'commissioner.nottingham', nottingham);
    expect(await staying.next()).toEqual(shown(nottingham));
  });

  test('for an account that acts for another organisation from now on', async () => {
    const followed = await follows('approver.derby');

    await app.db.query(
      `update membership m set role = 'commissioner' from account a
       where a.id = m.account_id and a.name = 'approver.derby'`,
    );

    expect(await followed.next()).toMatchObject({ errors: [{ extensions: { code: 'CONFLICT' } }] });
  });

  test('at once for homes of others, once the agreement ends', async () => {
    const followed = await follows('placement-officer.derby');
    await confirm(app, 'commissioner.nottingham', nottingham);
    expect(await followed.next()).toEqual(shown(nottingham));

    await app.db.query(
      `update sharing_agreement set status = 'ENDED' where title = 'Finding a suitable bed in D2N2'`,
    );
    await confirm(app, 'commissioner.nottingham', nottingham);
    await confirm(app, 'commissioner.nottingham', brookLane);
    await confirm(app, 'commissioner.derby', derby);

    // What they still show of Nottingham they read anew; of what they never saw they hear nothing.
    expect(await followed.next()).toEqual(told(null));
    expect(await followed.next()).toEqual(told({ urn: derby.urn, why: 'own' }));
  });
});
