import { systemClock, today } from '@sufficiency/server/platform/clock.ts';
import { monthsFrom } from '@sufficiency/shared/indicators/period.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
afterAll(() => database.drop());

describe('the months of collected indicators', () => {
  test('are all there before anybody files, two years ahead, and tell nobody who has filed', async () => {
    const { rows } = await database.db.query<{ months: string[]; basis: string; spans: boolean }>(
      `select array_agg(p.label order by p.label) as months, i.period_basis as basis,
         bool_and(p.starts_on = case i.period_basis when 'calendar month' then date_trunc('month', p.ends_on)::date
           else p.ends_on end) as spans
       from indicator i join indicator_period p on p.indicator_id = i.id where i.collected group by i.id`,
    );
    const day = today(systemClock);
    const ahead = `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;

    expect(rows.map(({ months }) => months)).toEqual(rows.map(() => monthsFrom('2024-04', ahead)));
    expect(rows.filter(({ spans }) => !spans)).toEqual([]);
    expect(new Set(rows.map(({ basis }) => basis))).toEqual(
      new Set(['calendar month', 'snapshot at month end']),
    );
  });
});
