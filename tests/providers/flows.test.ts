import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { rowOf } from '../testkit/comparing.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeRecords, fell, forgetUse, givenProvider, givenUse, moss } from './use.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

const hub = 'hub-analyst.d2n2';
const derby = 'commissioner.derby';

beforeAll(async () => {
  await givenProvider(app.db, moss);
  await givenProvider(app.db, fell);
});

beforeEach(async () => {
  await forgetUse(app.db);
  await arrangeRecords(app.db);
  await givenUse(app.db, [
    { placing: 'derby', urn: '9990001', placements: 3 },
    { placing: 'derby', urn: '9990002', placements: 2, sourcing: 'SPOT' },
    { placing: 'derby', urn: '9990001', placements: 4, host: 'leicester', service: 'FOSTERING' },
    { placing: 'nottingham', urn: '9990001', placements: 5, host: null },
    { placing: 'derbyshire', urn: '9990001', placements: 61 },
  ]);
});

const FLOWS = `{ placementFlows(consortium: "d2n2") {
  inYear { hostKind host { name } placing { name } placements { value why } }
  published { authority { name } period incoming { value symbol why } outgoing { value } net { value text } }
  ownUse { authority { name } places ownPlacements { value } share { value symbol why } }
} }`;

interface Asked {
  readonly placementFlows: {
    readonly inYear: readonly {
      readonly hostKind: string;
      readonly host: { readonly name: string } | null;
      readonly placing: { readonly name: string };
      readonly placements: { readonly value: number | null; readonly why: string };
    }[];
    readonly published: readonly object[];
    readonly ownUse: readonly object[];
  };
}

async function flows(account: string) {
  const answer = await app.as<Asked>(account, FLOWS);
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.placementFlows;
}

/** The matrix in lines: where, whose, how many or why not. */
async function matrix(account: string) {
  const { inYear } = await flows(account);
  return inYear
    .filter(({ placements }) => placements.value !== 0)
    .map(
      ({ hostKind, host, placing, placements }) =>
        `${placing.name} in ${host?.name ?? hostKind}: ${placements.value ?? placements.why}`,
    );
}

describe('who places where', () => {
  test('is told an authority of its own, of whatever host', async () => {
    const own = (await matrix(derby)).filter((line) => line.startsWith('Derby in'));

    expect(own).toEqual(['Derby in Derby: 3', 'Derby in Nottingham: 2', 'Derby in ELSEWHERE: 4']);
    expect((await flows(derby)).inYear).toHaveLength(6 * 4);
  });

  test('is hidden of others in every cell alike', async () => {
    const hidden =
      'not shared: no agreement in force lets you see Derbyshire’s records of providers';
    const cells = (await flows(derby)).inYear.filter(
      ({ placing }) => placing.name === 'Derbyshire',
    );

    expect(cells.map(({ placements }) => [placements.value, placements.why])).toEqual(
      Array.from({ length: 6 }, () => [null, hidden]),
    );
  });

  test('is told the hub of those who show their records; where nobody says where, that', async () => {
    const seen = (await matrix(hub)).filter((line) => /: \d+$/.test(line));

    expect(seen).toEqual([
      'Derby in Derby: 3',
      'Derby in Nottingham: 2',
      'Derby in ELSEWHERE: 4',
      'Nottingham in NOT_KNOWN: 5',
    ]);
  });

  test('reads the same whatever those do who share nothing', async () => {
    const everything = async () => JSON.stringify([await flows(hub), await flows(derby)]);
    const before = await everything();
    await app.db.query(`delete from provider_use where authority_code = 'E10000007'`);

    expect(await everything()).toBe(before);
  });

  test('is refused to providers and reviewers', async () => {
    for (const account of ['provider.brook-lane-care', 'reviewer.d2n2']) {
      expect(refusalOf(await app.as(account, FLOWS))).toMatch(/^FORBIDDEN/);
    }
  });
});

test('own use sets own placements in children’s homes of the area against the places there, made up both', async () => {
  const { ownUse } = await flows(derby);

  const { places } = (
    await app.db.query(
      `select sum(places)::int as places from service
       where synthetic and authority_code = 'E06000015' and provision_type = 'CHILDRENS_HOME' and status <> 'LEFT'`,
    )
  ).rows[0];
  expect(ownUse[0]).toMatchObject({
    authority: { name: 'Derby' },
    places,
    ownPlacements: { value: 3 },
    share: { value: Math.round((3 / places) * 1000) / 10, why: 'own' },
  });
  expect(ownUse[2]).toMatchObject({ share: { value: null, symbol: 'x' } });
});

describe('children placed across boundaries, as published', () => {
  test('are told for 2024, whatever their sign', async () => {
    expect((await flows('commissioner.norfolk')).published).toMatchObject([
      {
        authority: { name: 'Derby' },
        period: '2024',
        incoming: { value: 135, why: 'public' },
        outgoing: { value: 386 },
        net: { value: -251, text: '-251' },
      },
      { incoming: { value: 492 }, outgoing: { value: 510 }, net: { value: -18 } },
      { incoming: { value: 286 }, outgoing: { value: 411 }, net: { value: -125 } },
      { incoming: { value: 663 }, outgoing: { value: 444 }, net: { value: 219 } },
    ]);
  });

  test('stay confidential where their publisher says so, alone and together', async () => {
    const asked = {
      indicators: ['children-placed-in-by-others'],
      period: '2023',
      comparators: ['consortium'],
    };

    const { cells } = await rowOf(app, hub, asked);

    expect(cells.map(({ figure }) => figure.value ?? figure.symbol)).toEqual([
      'c',
      517,
      247,
      678,
      'x',
    ]);
  });

  test('give away no figure that another file keeps confidential for the same authority and day', async () => {
    const { rows } = await app.db.query(
      `select o.area_code from reference_observation o join indicator i on i.id = o.indicator_id
       join reference_observation f on f.area_code = o.area_code and f.period_end = o.period_end and f.value is not null
       join indicator fi on fi.id = f.indicator_id and fi.key = 'children-placed-outside'
       where i.key = 'cla-outside-authority-share' and o.symbol = 'c'`,
    );

    expect(rows).toEqual([]);
  });

  test('leave no one figure of three to be worked out from the two others', async () => {
    const { rows } = await app.db.query(
      `select o.area_code, o.period_end from reference_observation o join indicator i on i.id = o.indicator_id
       where i.key in ('children-placed-in-by-others', 'children-placed-outside', 'net-placements-in')
         and o.superseded_at is null and o.area_code !~ ':'
       group by 1, 2 having count(*) filter (where o.symbol = 'c') = 1`,
    );

    expect(rows).toEqual([]);
  });
});
