import type { Viewer } from '@sufficiency/server/modules/access/viewer.ts';
import {
  noteRead,
  recordBeforeAnswer,
  recordNotedWithin,
} from '@sufficiency/server/modules/audit/audit.service.ts';
import type { ForeignRead } from '@sufficiency/server/modules/audit/audit-event.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { post, refusalIn, refusalOf, send } from '../testkit/requests.ts';
import { emptyLogs, idOfOrganisation, logOf, workshop } from './log.ts';

const app = await testApp();
const { database, viewerOf } = workshop(app, systemClock);
const nottingham = await idOfOrganisation(app, 'nottingham');
const agreement = { id: '11111111-1111-4111-8111-111111111111', version: 2 };

const read = (details: Partial<ForeignRead>): ForeignRead => ({
  tenantId: nottingham,
  dataset: 'placements',
  agreement,
  authorities: ['E06000018'],
  indicators: ['cla-number'],
  periods: ['2026-09'],
  ...details,
});

/** As the transaction of an operation does, just before its answer leaves. */
const answer = async (viewer: Viewer) => {
  await viewer.operation.commit();
  await recordBeforeAnswer(viewer, { database, refused: [] });
};

const lockLog = () => app.db.query('revoke insert on audit_event from exchange_app');
const openLog = () => app.db.query('grant insert on audit_event to exchange_app');

const comparison = '/exports/comparison.csv?consortium=d2n2&indicators=cla-number';
const SAVE = `mutation {
  saveComparison(input: { name: "Numbers", visibility: PRIVATE, query: { consortium: "d2n2", indicators: ["cla-number"] } }) { name }
}`;

beforeEach(() => emptyLogs(app));

describe('a read of another organisation’s data', () => {
  test('is in that organisation’s log before the answer leaves', async () => {
    const viewer = await viewerOf('hub-analyst.d2n2', 'read');
    noteRead(viewer, read({}));

    await answer(viewer);

    const { rows } = await app.db.query(
      `select tenant_id, type, account, role, agreement_id, agreement_version, details from audit_event`,
    );
    expect(rows).toEqual([
      {
        tenant_id: nottingham,
        type: 'figures.read',
        account: 'hub-analyst.d2n2',
        role: 'hub-analyst',
        agreement_id: agreement.id,
        agreement_version: 2,
        details: {
          dataset: 'placements',
          authorities: ['E06000018'],
          indicators: ['cla-number'],
          periods: ['2026-09'],
        },
      },
    ]);
  });

  test('is one event for each dataset and agreement, however many fields read it', async () => {
    const viewer = await viewerOf('hub-analyst.d2n2', 'read');
    noteRead(viewer, read({}));
    noteRead(viewer, read({ indicators: ['cla-rate', 'cla-number'], periods: ['2026-08'] }));
    noteRead(viewer, read({ dataset: 'costs', indicators: ['fostering-weekly-cost'] }));

    await answer(viewer);

    expect((await logOf(app, 'nottingham')).map(({ details }) => details)).toEqual([
      expect.objectContaining({
        dataset: 'placements',
        indicators: ['cla-number', 'cla-rate'],
        periods: ['2026-08', '2026-09'],
      }),
      expect.objectContaining({ dataset: 'costs' }),
    ]);
  });

  test('is told once, and not again by the next answer', async () => {
    const viewer = await viewerOf('hub-analyst.d2n2', 'read');
    noteRead(viewer, read({}));

    await answer(viewer);
    await recordBeforeAnswer(viewer, { database, refused: [] });

    expect(await logOf(app, 'nottingham')).toHaveLength(1);
  });

  test('of one’s own data is not in the log', async () => {
    const viewer = await viewerOf('commissioner.nottingham', 'read');
    noteRead(viewer, read({}));

    await answer(viewer);

    expect(await logOf(app, 'nottingham')).toEqual([]);
  });

  test('by a mutation is kept with it, or not at all', async () => {
    const [kept, undone] = [
      await viewerOf('hub-analyst.d2n2', 'write'),
      await viewerOf('hub-analyst.d2n2', 'write'),
    ];
    noteRead(kept, read({}));
    noteRead(undone, read({ dataset: 'costs' }));

    await recordNotedWithin(kept);
    await kept.operation.commit();
    await recordNotedWithin(undone);
    await undone.operation.rollback();

    expect((await logOf(app, 'nottingham')).map(({ details }) => details['dataset'])).toEqual([
      'placements',
    ]);
  });

  test('that cannot be recorded is not answered', async () => {
    const viewer = await viewerOf('hub-analyst.d2n2', 'read');
    noteRead(viewer, read({}));
    await lockLog();

    const refused = await answer(viewer).catch((error: unknown) => error);
    await openLog();

    expect(refused).toMatchObject({ code: 'UNAVAILABLE' });
    expect(await logOf(app, 'nottingham')).toEqual([]);
  });
});

describe('where the log cannot be written', () => {
  test('a download is withheld', async () => {
    await lockLog();

    const response = await send(app, comparison, {
      headers: app.credentialsOf('commissioner.derby'),
    });
    await openLog();

    expect(response.status).toBe(503);
    expect(await refusalIn(response)).toBe(
      '503 UNAVAILABLE: This could not be recorded in the log, so it is not answered. Try again in a moment.',
    );
  });

  test('a mutation changes nothing', async () => {
    await lockLog();

    const answered = await app.as('commissioner.derby', SAVE);
    await openLog();

    expect(refusalOf(answered)).toContain('UNAVAILABLE');
    expect((await app.db.query('select * from saved_comparison')).rows).toEqual([]);
  });

  test('nobody is signed in', async () => {
    await lockLog();

    const response = await post(app, {
      query: 'mutation { signIn(input: { account: "commissioner.derby" }) { account } }',
    });
    await openLog();

    expect(response.headers.get('set-cookie')).toBeNull();
    expect((await app.db.query('select * from session')).rows).toEqual([]);
  });

  test('a refusal is withheld as well', async () => {
    await lockLog();

    const answered = await app.as('commissioner.nottingham', '{ auditEvents { totalCount } }');
    await openLog();

    expect(refusalOf(answered)).toContain('UNAVAILABLE');
  });

  test('what needs no record is answered', async () => {
    await lockLog();

    const answered = await app.as('commissioner.derby', '{ viewer { account } }');
    await openLog();

    expect(answered).toEqual({ data: { viewer: { account: 'commissioner.derby' } } });
  });
});

describe('a refusal', () => {
  test('is in the log of whoever was refused, by the name of the field', async () => {
    await app.as('commissioner.derby', '{ mine: auditEvents { totalCount } }');

    expect(await logOf(app, 'derby')).toEqual([
      {
        type: 'access.refused',
        account: 'commissioner.derby',
        organisation: 'derby',
        details: { fields: ['auditEvents'] },
      },
    ]);
  });

  test('of a file is there by the name of the file', async () => {
    const response = await send(app, '/exports/audit.csv', {
      headers: app.credentialsOf('commissioner.derby'),
    });

    expect(await refusalIn(response)).toBe(
      '403 FORBIDDEN: The role “commissioner” may not download the log.',
    );
    expect(await logOf(app, 'derby')).toMatchObject([
      { type: 'access.refused', details: { fields: ['audit.csv'] } },
    ]);
  });

  test('at sign-in of a disabled account is in its organisation’s log, and told like an unknown name', async () => {
    await app.db.query(`update account set disabled_at = now() where name = 'approver.derby'`);
    const signIn = (account: string) =>
      post(app, { query: `mutation { signIn(input: { account: "${account}" }) { account } }` });

    const disabled = refusalOf(await (await signIn('approver.derby')).json());
    const unknown = refusalOf(await (await signIn('nobody.derby')).json());

    expect(disabled).toBe('NOT_FOUND: There is no account “approver.derby”.');
    expect(unknown).toBe('NOT_FOUND: There is no account “nobody.derby”.');
    expect(await logOf(app, 'derby')).toEqual([
      { type: 'session.refused', account: 'approver.derby', organisation: 'derby', details: {} },
    ]);
  });
});
