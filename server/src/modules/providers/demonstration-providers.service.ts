import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { today } from '../../platform/clock.ts';
import type { Market } from '../returns/demonstration-market.service.ts';
import { namedProviders, readMarkets } from '../returns/demonstration-market.service.ts';
import type { MadeAward } from './demonstration-awards.ts';
import { awardsOf } from './demonstration-awards.ts';
import { callOffsOf, isInForce } from './demonstration-call-offs.ts';
import { contractsOf } from './demonstration-contracts.ts';
import {
  insertAwards,
  insertCallOffs,
  insertFrameworks,
  insertUplifts,
} from './demonstration-frameworks.queries.ts';
import { demonstrationFrameworks } from './demonstration-frameworks.ts';
import { laterRegister } from './demonstration-later-register.ts';
import { ownersOf } from './demonstration-owners.ts';
import type { RealSupply, Seeded } from './demonstration-providers.queries.ts';
import {
  insertSource,
  linkOrganisations,
  lockSeeding,
  selectSeeded,
  selectSupply,
} from './demonstration-providers.queries.ts';
import type { Area, MadeRegister } from './demonstration-register.ts';
import { fictitiousRegister } from './demonstration-register.ts';
import { upliftsOf } from './demonstration-uplifts.ts';
import { insertContracts, insertUse } from './demonstration-use.queries.ts';
import type { Supply } from './demonstration-use.ts';
import { useOf } from './demonstration-use.ts';
import { addInspections } from './register-load.queries.ts';
import { keepRegister } from './register-load.service.ts';

/** As many of the latest months have call-offs, use of providers and of block contracts. */
const monthsKept = 3;

/** Who keeps tendered prices: enough to show it, in each part of the country. */
const pricesKnownTo = [
  'derby',
  'derbyshire',
  'nottingham',
  'nottinghamshire',
  'northamptonshire-childrens-trust',
  'birmingham',
  'coventry',
  'staffordshire',
];

/**
 * Invents whom a demonstration’s authorities buy from: a register of providers and homes that do not exist, their
 * memberships of frameworks, prices, call-offs, contracts, and who lives where; the same on whatever day it is made.
 * What is there stays as it is; a month that has ended since the last start is added.
 *
 * Of frameworks that exist it keeps what their public notices say. Nothing made up is of a real provider.
 *
 * @source a seeded generator, in agreement with the demonstration’s returns; all of it is marked synthetic.
 * @param pool connected as the loader role, after the reference data and the organisations.
 */
export async function seedProviders({
  pool,
  clock,
}: {
  readonly pool: Pool;
  readonly clock: Clock;
}): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await lockSeeding(client);
    await seed(client, clock);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function seed(client: PoolClient, clock: Clock): Promise<void> {
  const at = clock.now();
  const day = today(clock);
  const seeded = await selectSeeded(client);
  const markets = await readMarkets(client, { day, months: monthsKept });
  const supply = await selectSupply(client);
  const owners = ownersOf(namedProviders);
  const registers = registersOf(supply, markets).filter(({ vintage }) => vintage < day);
  const [first] = registers;
  const latest = registers.at(-1);
  if (!(first && latest)) return;

  if (!seeded.register) await keepRegisters(client, registers, at);
  const awards = demonstrationFrameworks.flatMap((facts) =>
    awardsOf(facts, owners, first.services),
  );
  if (!seeded.frameworks) {
    await insertFrameworks(client, demonstrationFrameworks, at);
    await insertAwards(client, awards, { at, pricesKnownTo });
    await insertUplifts(client, upliftsOf(awards, day), at);
  }
  await insertContracts(client, markets.flatMap(contractsOf), at);
  await addMonths(client, { seeded, markets, awards, supply, latest });
}

/** The fictitious register as it is on the day of Ofsted’s own, and later. */
function registersOf(
  supply: readonly RealSupply[],
  markets: readonly Market[],
): readonly MadeRegister[] {
  const named = new Map(markets.map(({ authority, homes }) => [authority, homes]));
  const places = marketsOf(supply);
  const areas: Area[] = supply.map((real) => ({
    ...real,
    market: places.get(real.authority) ?? 0,
    named: named.get(real.authority) ?? [],
  }));
  const first = fictitiousRegister(areas, ownersOf(namedProviders));
  const urns = new Set(markets.flatMap(({ homes }) => homes.map(({ urn }) => urn)));
  return [first, laterRegister(first, urns)];
}

/** Consortia are markets; the larger is two, and all others are one. */
const marketsOf = (supply: readonly RealSupply[]): ReadonlyMap<string, number> =>
  new Map(
    supply.map(({ authority, consortium }, index) => {
      if (consortium === 'd2n2') return [authority, 0];
      return [authority, consortium === null ? 3 : 1 + (index % 2)];
    }),
  );

async function keepRegisters(
  client: PoolClient,
  registers: readonly MadeRegister[],
  at: Date,
): Promise<void> {
  for (const register of registers) {
    const { vintage, services, inspections } = register;
    const sourceId = await insertSource(client, register, at);
    await keepRegister(client, { services, vintage, sourceId, synthetic: true });
    await addInspections(client, inspections, sourceId);
  }
  await linkOrganisations(client);
}

interface Made {
  readonly seeded: Seeded;
  readonly markets: readonly Market[];
  readonly awards: readonly MadeAward[];
  readonly supply: readonly RealSupply[];
  readonly latest: MadeRegister;
}

/**
 * Adds what is not there of each authority and month: what was called off, and who lived where at its end. What somebody
 * recorded of an authority and month stays as it is.
 */
async function addMonths(
  client: PoolClient,
  { seeded, markets, awards, supply, latest }: Made,
): Promise<void> {
  const periods = new Set(markets.flatMap(({ months }) => months.map(({ period }) => period)));
  for (const period of periods) {
    const free = placesOf(latest, markets);
    const inMonth = markets.flatMap((market) =>
      market.months
        .filter((month) => month.period === period)
        .map((month) => ({
          key: `${market.authority} ${period}`,
          market,
          month,
          awards: boughtBy(market.authority, { awards, supply, day: month.endsOn }),
        })),
    );
    await insertCallOffs(
      client,
      inMonth
        .filter(({ key }) => !seeded.calledOff.includes(key))
        .flatMap(({ market, month }) => callOffsOf(market.authority, month, awards)),
    );
    await insertUse(
      client,
      inMonth
        .filter(({ key }) => !seeded.used.includes(key))
        .flatMap(({ market, month, awards: members }) =>
          useOf(market, month, {
            awards: members,
            register: latest.services,
            markets: marketsOf(supply),
            free,
          }),
        ),
    );
  }
}

/** Places that can be bought one by one: not those of homes that an authority holds. */
function placesOf({ services }: MadeRegister, markets: readonly Market[]): Supply['free'] {
  const held = new Set(markets.flatMap(({ homes }) => homes.map(({ urn }) => urn)));
  return new Map(
    services.map(({ urn, places }) => [
      urn,
      held.has(urn) ? 0 : (places ?? Number.POSITIVE_INFINITY),
    ]),
  );
}

/** Memberships in force on a day of the frameworks that an authority may call off from. */
function boughtBy(
  authority: string,
  {
    awards,
    supply,
    day,
  }: {
    readonly awards: readonly MadeAward[];
    readonly supply: readonly RealSupply[];
    readonly day: string;
  },
): readonly MadeAward[] {
  const consortium = supply.find((real) => real.authority === authority)?.consortium ?? '';
  const bought = new Set(
    demonstrationFrameworks
      .filter(({ buyers }) => buyers.includes(authority) || buyers.includes(consortium))
      .map(({ reference }) => reference),
  );
  return awards.filter((award) => bought.has(award.framework) && isInForce(award, day));
}
