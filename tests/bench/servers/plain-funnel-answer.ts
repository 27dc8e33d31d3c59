import { cohortFunnelOf } from '@sufficiency/server/modules/fostering/cohort-funnel.ts';
import { CountedMonths } from '@sufficiency/server/modules/fostering/counted-months.service.ts';
import type { FosteringScope } from '@sufficiency/server/modules/fostering/fostering-scope.ts';
import type { CohortRow, PeriodRow } from '@sufficiency/server/modules/fostering/funnel.queries.ts';
import {
  cohortWanted,
  periodWanted,
} from '@sufficiency/server/modules/fostering/funnel.queries.ts';
import {
  eventMonths,
  periodFunnelOf,
} from '@sufficiency/server/modules/fostering/period-funnel.ts';
import type { Statement } from '@sufficiency/server/platform/database.ts';
import { defaultStages } from '@sufficiency/shared/fostering/stages.ts';
import { calendarMonth, monthsFrom } from '@sufficiency/shared/indicators/period.ts';
import type pg from 'pg';
import type { FunnelCase } from '../funnel-cases.ts';
import { firstMonth, funnelRegion, lastMonth } from '../funnel-cases.ts';
import type { PlainDirectory } from './plain-directory.ts';

const months = monthsFrom(firstMonth, `${lastMonth}-01`);

/** What the hub asks for: all that it holds. */
async function scopeOf(
  client: pg.PoolClient,
  { members, authorities: names }: PlainDirectory,
  by: FunnelCase['by'],
): Promise<FosteringScope> {
  const { rows } = await client.query<{ id: string }>({
    name: 'hub',
    text: `select id from organisation where slug = $1`,
    values: [funnelRegion],
  });
  const authorities = (members.get(funnelRegion) ?? []).map((code) => ({
    code,
    name: names.get(code) ?? '',
    dfeCode: '',
    regionCode: '',
    regionName: '',
  }));
  return {
    consortium: { code: funnelRegion, name: '', hub: '', members: authorities },
    months,
    authorities,
    sights: authorities.map((authority) => ({ authority, how: 'HELD', since: null, why: '' })),
    stages: defaultStages,
    stagesChanged: null,
    by,
    ofNobody: '',
    isFiltered: false,
    today: '',
    wanted: {
      consortium: funnelRegion,
      from: calendarMonth(firstMonth).startsOn,
      to: calendarMonth(lastMonth).endsOn,
      lock: { codes: [], since: [], tenantId: rows[0]?.id ?? '', holdsForOthers: true },
      authorities: authorities.map(({ code }) => code),
      unattributed: true,
      sources: null,
      campaigns: null,
      householdTypes: null,
      ownStages: [],
    },
  };
}

/** A funnel: what the server asks of PostgreSQL, word for word, and the same JSON. */
export async function funnelAnswer(
  client: pg.PoolClient,
  directory: PlainDirectory,
  { view, by }: FunnelCase,
): Promise<string> {
  const read = async <Row extends object>({ values, ...statement }: Statement) =>
    (await client.query<Row>({ ...statement, values: [...values] })).rows;
  const scope = await scopeOf(client, directory, by);

  if (view === 'cohort') {
    const { rows } = cohortFunnelOf(scope, await read<CohortRow>(cohortWanted(scope.wanted, by)));
    return answerOf({ cohort: { rows: rows.map(cohortRow) } });
  }
  const monthStarts = months.map((month) => `${month}-01`);
  const [found = { events: [], spans: [] }] = await read<PeriodRow>(
    periodWanted(scope.wanted, { by, monthStarts }),
  );
  const recorded = eventMonths(scope, found);
  const counts = new CountedMonths(new Map());
  const { rows } = periodFunnelOf(scope, found, { counts, recorded });
  return answerOf({ period: { rows: rows.map(periodRow) } });
}

const answerOf = (fosteringFunnel: object) => JSON.stringify({ data: { fosteringFunnel } });

const cohortRow = ({ group, cohort }: ReturnType<typeof cohortFunnelOf>['rows'][number]) => ({
  group: { key: group.key },
  cohort: cohort && {
    households: cohort.households,
    enquiries: cohort.enquiries,
    states: Object.entries(cohort.states).map(([state, households]) => ({ state, households })),
    stages: cohort.stages.map(({ stage, households, share }) => ({
      stage: { code: stage.code },
      households,
      share,
    })),
    conversions: cohort.conversions.map(({ from, to, of, reached, open, share }) => ({
      from: { code: from.code },
      to: { code: to.code },
      of,
      reached,
      open,
      share,
    })),
  },
});

const periodRow = ({
  group,
  basis,
  stages,
}: ReturnType<typeof periodFunnelOf>['rows'][number]) => ({
  group: { key: group.key },
  basis,
  stages: stages.map(({ stage, figure, months: monthly }) => ({
    stage: { code: stage.code },
    figure: { value: figure.value },
    months: monthly.map(({ value }) => ({ value })),
  })),
});
