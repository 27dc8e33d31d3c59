import { seedAgreements } from '@sufficiency/server/modules/sharing/demonstration-agreements.service.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import type { Asked } from './agreement-requests.ts';
import { changed, seen } from './agreement-requests.ts';

const app = await testApp();

const MATRIX = `query Matrix($consortium: String!) {
  sharingMatrix(consortium: $consortium) {
    datasets recipients
    cells { authority { name } dataset recipient level receivers receiversInAll reason agreement { reference } }
  }
}`;

interface Matrix {
  readonly sharingMatrix: {
    readonly cells: readonly {
      readonly authority: { readonly name: string };
      readonly dataset: string;
      readonly recipient: string;
      readonly level: string;
      readonly receivers: number | null;
      readonly receiversInAll: number | null;
      readonly reason: string | null;
      readonly agreement: { readonly reference: string } | null;
    }[];
  };
}

async function matrixOf(account: string, consortium: string) {
  const { data } = await app.as<Matrix>(account, MATRIX, { consortium });
  const { cells = [] } = data?.sharingMatrix ?? {};
  return {
    cells,
    /** Levels of a dataset for a recipient, by authority. */
    levels: (dataset: string, recipient: string) =>
      Object.fromEntries(
        cells
          .filter((cell) => cell.dataset === dataset && cell.recipient === recipient)
          .map(({ authority, level }) => [authority.name, level]),
      ),
  };
}

const all = (level: string) => ({
  Derby: level,
  Derbyshire: level,
  Nottingham: level,
  Nottinghamshire: level,
});

describe('the demonstration’s agreements', () => {
  test('make an interesting matrix of D2N2', async () => {
    const { levels, cells } = await matrixOf('commissioner.derby', 'd2n2');

    expect(levels('placements', 'HUB')).toEqual(all('EXACT'));
    expect(levels('placements', 'MEMBERS')).toEqual(all('RELEASED'));
    expect(levels('beds', 'PLACEMENT_OFFICERS')).toEqual(all('RECORDS'));
    expect(levels('costs', 'HUB')).toEqual({ ...all('EXACT'), Nottingham: 'NONE' });
    expect(levels('demand', 'HUB')).toEqual(all('NONE'));
    expect(levels('fostering', 'HUB')).toEqual({ ...all('RECORDS'), Nottinghamshire: 'EXACT' });
    expect(levels('providers', 'PUBLIC')).toEqual(all('NONE'));
    expect(cells).toHaveLength(4 * 6 * 6);
    expect(
      cells.filter(({ agreement, reason }) => (agreement === null) === (reason === null)),
    ).toEqual([]);
  });

  test('share across the West Midlands, and three neighbours share more', async () => {
    const { levels, cells } = await matrixOf('commissioner.coventry', 'west-midlands');

    expect(cells).toHaveLength(14 * 6 * 6);
    expect(levels('costs', 'MEMBERS')['Birmingham']).toBe('RELEASED');
    expect(levels('demand', 'MEMBERS')).toMatchObject({
      Coventry: 'EXACT',
      Solihull: 'EXACT',
      Warwickshire: 'EXACT',
      Birmingham: 'NONE',
    });
    expect(
      cells.find(
        ({ authority, dataset, recipient }) =>
          authority.name === 'Coventry' && dataset === 'demand' && recipient === 'MEMBERS',
      ),
    ).toMatchObject({ receivers: 2, receiversInAll: 13 });
    expect(cells.find(({ recipient }) => recipient === 'HUB')).toMatchObject({ receivers: null });
  });

  test('stand in every state, all marked as made up, signed by offices', async () => {
    const { rows } = await app.db.query(
      `select reference, status::text, synthetic from sharing_agreement where consortium_code = 'd2n2' order by reference`,
    );

    expect(rows).toEqual([
      { reference: 'D2N2/01', status: 'ACTIVE', synthetic: true },
      { reference: 'D2N2/02', status: 'ACTIVE', synthetic: true },
      { reference: 'D2N2/03', status: 'ACTIVE', synthetic: true },
      { reference: 'D2N2/04', status: 'ACTIVE', synthetic: true },
      { reference: 'D2N2/05', status: 'PROPOSED', synthetic: true },
      { reference: 'D2N2/06', status: 'ENDED', synthetic: true },
      { reference: 'D2N2/07', status: 'ACTIVE', synthetic: true },
      { reference: 'D2N2/08', status: 'ACTIVE', synthetic: true },
    ]);
  });

  test('move with the days, but for what somebody has changed, which stays', async () => {
    const { data } = await app.as<{ sharingAgreements: { edges: { node: Asked }[] } }>(
      'ig-lead.d2n2',
      '{ sharingAgreements(consortium: "d2n2", status: PROPOSED) { edges { node { id revision } } } }',
    );
    const [waiting] = data?.sharingAgreements.edges ?? [];
    await changed(app, 'ig-lead.d2n2', 'signAgreement', seen(waiting?.node as Asked));
    const pool = openPool({ url: app.loaderUrl, size: 1 });
    const state = async () => {
      const { rows } = await app.db.query<{
        id: string;
        reference: string;
        status: string;
        starts_on: string;
      }>(
        `select id::text, reference, status::text, starts_on::text from sharing_agreement order by id`,
      );
      return rows;
    };
    const before = await state();

    await seedAgreements({ pool, clock: { now: () => new Date() } });
    const sameDay = await state();
    await seedAgreements({ pool, clock: clockAt('2036-02-15T12:00:00Z') });
    const later = await state();
    await pool.end();

    expect(sameDay).toEqual(before);
    expect(later.map(({ id, reference, status }) => ({ id, reference, status }))).toEqual(
      before.map(({ id, reference, status }) => ({ id, reference, status })),
    );
    const startsOn = new Map(later.map(({ reference, starts_on }) => [reference, starts_on]));
    expect(startsOn.get('D2N2/01')).toBe('2035-06-15');
    expect(startsOn.get('D2N2/05')).toBe(
      before.find(({ reference }) => reference === 'D2N2/05')?.starts_on,
    );
  });
});
