import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  at,
  buyer,
  bystander,
  done,
  freshBuying,
  givenFramework,
  givenUplift,
  lead,
  otherProvider,
  ownProvider,
  refused,
} from './buying.ts';
import { codes, fell } from './use.ts';

const app = await testApp({ clock: clockAt(at) });
freshBuying(app);

const nottingham = 'commissioner.nottingham';

const handled = (account: string, input: object) =>
  done(app, account, {
    mutation: 'handleUplift',
    input,
    asked: 'id version status grantedPercent decidedOn link { name }',
  });

describe('a request for higher prices', () => {
  test('is asked by the provider, taken up by its link authority, and agreed to in part', async () => {
    const { id } = await givenFramework(app);
    const asked = await givenUplift(app, id);

    const inHand = await handled(buyer, { ...asked, status: 'IN_HAND' });
    expect(inHand).toMatchObject({ status: 'IN_HAND', decidedOn: null, link: { name: 'Derby' } });
    const { id: uplift, version } = inHand;
    expect(
      await handled(buyer, { id: uplift, version, status: 'PARTLY_AGREED', grantedPercent: 4 }),
    ).toMatchObject({ status: 'PARTLY_AGREED', grantedPercent: 4, decidedOn: '2026-06-15' });
  });

  test('is handed to another authority that buys there', async () => {
    const { id } = await givenFramework(app);
    const asked = await givenUplift(app, id);

    const { version } = await handled(buyer, {
      ...asked,
      status: 'IN_HAND',
      link: codes.nottingham,
    });
    expect(
      await refused(app, buyer, {
        mutation: 'handleUplift',
        input: { id: asked.id, version, status: 'REFUSED' },
      }),
    ).toBe('CONFLICT: It is decided, or another authority handles it.');
    expect(await handled(nottingham, { id: asked.id, version, status: 'AGREED' })).toMatchObject({
      status: 'AGREED',
      grantedPercent: 6.5,
    });
  });

  test('is handled by the framework’s holder too, and once decided by nobody', async () => {
    const { id } = await givenFramework(app);
    const asked = await givenUplift(app, id);
    const { version } = await handled(lead, { ...asked, status: 'REFUSED' });

    expect(
      await refused(app, lead, {
        mutation: 'handleUplift',
        input: { id: asked.id, version, status: 'AGREED' },
      }),
    ).toBe('CONFLICT: It is decided, or another authority handles it.');
  });

  test('is taken back by the provider, which decides nothing else', async () => {
    const { id } = await givenFramework(app);
    const asked = await givenUplift(app, id);

    expect(
      await refused(app, ownProvider, {
        mutation: 'handleUplift',
        input: { ...asked, status: 'AGREED' },
      }),
    ).toBe('CONFLICT: It is decided, or another authority handles it.');
    expect(await handled(ownProvider, { ...asked, status: 'WITHDRAWN' })).toMatchObject({
      status: 'WITHDRAWN',
    });
  });

  test('is recorded by an authority that buys there, for any provider on it', async () => {
    const { id } = await givenFramework(app);
    const input = {
      framework: id,
      provider: fell.key,
      askedOn: '2026-06-01',
      percent: 3,
      reason: 'Rents rose.',
    };

    expect(
      await done(app, buyer, {
        mutation: 'requestUplift',
        input,
        asked: 'status link { name } provider { name }',
      }),
    ).toEqual({ status: 'ASKED', link: { name: 'Derbyshire' }, provider: { name: fell.name } });
    expect(await refused(app, bystander, { mutation: 'requestUplift', input })).toBe(
      'CONFLICT: Its lead does not name an authority of yours as a buyer.',
    );
    expect(await refused(app, ownProvider, { mutation: 'requestUplift', input })).toBe(
      `BAD_USER_INPUT: provider “${fell.key}” is not on this framework.`,
    );
  });

  test.each([
    [
      'by a provider that is not on it',
      { provider: 'nobody' },
      'provider “nobody” is not on this framework.',
    ],
    ['ahead', { askedOn: '2026-06-16' }, 'askedOn must not lie ahead.'],
    ['of nothing', { percent: 0 }, 'percent must be from 0.01 to 100.'],
    ['without a reason', { reason: '' }, 'reason must be a plain text of 1 to 1000 characters.'],
    [
      'handled by who does not buy there',
      { link: codes.leicester },
      'link must be an authority that buys by this framework.',
    ],
  ])('is not asked %s', async (_what, said, sentence) => {
    const { id } = await givenFramework(app);

    await expect(givenUplift(app, id, said)).rejects.toThrow(`BAD_USER_INPUT: ${sentence}`);
    expect((await app.db.query('select from uplift_request')).rowCount).toBe(0);
  });

  test.each([
    ['AGREED', 4, 'grantedPercent must be 6.5, as was asked, or left out.'],
    ['PARTLY_AGREED', null, 'grantedPercent must be above 0 and below the 6.5 that was asked.'],
    ['PARTLY_AGREED', 6.5, 'grantedPercent must be above 0 and below the 6.5 that was asked.'],
    ['REFUSED', 1, 'grantedPercent is for what is agreed to, in full or in part.'],
    ['ASKED', null, 'status must be among IN_HAND, AGREED, PARTLY_AGREED, REFUSED, WITHDRAWN.'],
  ])('does not become %s at %s', async (status, grantedPercent, sentence) => {
    const { id } = await givenFramework(app);
    const asked = await givenUplift(app, id);

    expect(
      await refused(app, buyer, {
        mutation: 'handleUplift',
        input: { ...asked, status, grantedPercent },
      }),
    ).toBe(`BAD_USER_INPUT: ${sentence}`);
  });

  test('that changed meanwhile is not moved by whoever saw it before', async () => {
    const { id } = await givenFramework(app);
    const asked = await givenUplift(app, id);
    await handled(buyer, { ...asked, status: 'IN_HAND' });

    expect(
      await refused(app, lead, {
        mutation: 'handleUplift',
        input: { ...asked, status: 'REFUSED' },
      }),
    ).toMatch(/^CONFLICT: This request for higher prices was changed meanwhile/);
  });
});

describe('the answer to it', () => {
  const answered = (account: string, id: string, said: object) =>
    done(app, account, {
      mutation: 'answerUplift',
      input: { id, grantedPercent: 2.5, fromOn: '2026-07-01', ...said },
      asked: 'answers { authority { name } grantedPercent fromOn note version }',
    });

  test('is each authority’s own, and changes at the version seen', async () => {
    const { id } = await givenFramework(app);
    const { id: uplift } = await givenUplift(app, id);

    expect(await answered(buyer, uplift, { authority: codes.derby, note: 'From July.' })).toEqual({
      answers: [
        {
          authority: { name: 'Derby' },
          grantedPercent: 2.5,
          fromOn: '2026-07-01',
          note: 'From July.',
          version: 1,
        },
      ],
    });
    expect(await answered(nottingham, uplift, { authority: codes.nottingham })).toMatchObject({
      answers: [{ authority: { name: 'Nottingham' } }],
    });
    expect(
      await answered(buyer, uplift, { authority: codes.derby, grantedPercent: 3, version: 1 }),
    ).toMatchObject({ answers: [{ grantedPercent: 3, version: 2 }] });
    await expect(answered(buyer, uplift, { authority: codes.derby, version: 1 })).rejects.toThrow(
      'CONFLICT: This answer was changed meanwhile',
    );
    await expect(answered(buyer, uplift, { authority: codes.derby })).rejects.toThrow('CONFLICT');
  });

  test('is for an authority of one’s own, with a day where something is granted', async () => {
    const { id } = await givenFramework(app);
    const { id: uplift } = await givenUplift(app, id);

    await expect(answered(buyer, uplift, { authority: codes.nottingham })).rejects.toThrow(
      'BAD_USER_INPUT: authority must be one that you answer for.',
    );
    await expect(
      answered(buyer, uplift, { authority: codes.derby, grantedPercent: 0 }),
    ).rejects.toThrow('BAD_USER_INPUT: fromOn is given exactly where something is granted.');
  });

  test('is nobody’s who may not see the request', async () => {
    const { id } = await givenFramework(app);
    const { id: uplift } = await givenUplift(app, id);

    await expect(answered(bystander, uplift, { authority: codes.nottinghamshire })).rejects.toThrow(
      'NOT_FOUND: There is no request for higher prices',
    );
    expect(
      await refused(app, otherProvider, {
        mutation: 'handleUplift',
        input: { id: uplift, version: 1, status: 'WITHDRAWN' },
      }),
    ).toMatch(/^NOT_FOUND: There is no request for higher prices/);
  });
});
