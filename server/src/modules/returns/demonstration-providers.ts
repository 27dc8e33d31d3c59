import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Counts, Weights } from '../../platform/demonstration-shapes.ts';
import { scattered } from '../../platform/demonstration-shapes.ts';
import { placementsMade } from './demonstration-children.ts';
import { bedsIn, fictitiousProviders } from './demonstration-homes.ts';
import type { Cells, MadeTables, ReturnMonth } from './demonstration-month.ts';
import { chanceIn, crossed, daysIn } from './demonstration-month.ts';
import { boughtLots } from './demonstration-references.ts';

const services: Weights = { FOSTERING: 66, RESIDENTIAL: 17, SUPPORTED: 16 };

/** How placements of each service are sourced. */
const sourcings: Readonly<Record<string, Weights>> = {
  FOSTERING: { REGIONAL: 41, LOCAL: 1, SPOT: 10, 'IN-HOUSE': 46, 'OTHER-AUTHORITY': 2 },
  RESIDENTIAL: {
    REGIONAL: 42,
    'SUB-REGIONAL': 6,
    'BLOCK-LOCAL': 8,
    'BLOCK-COLLABORATIVE': 3,
    SPOT: 31,
    'IN-HOUSE': 8,
    REMAND: 1,
    'SECURE-WELFARE': 1,
  },
  SUPPORTED: { REGIONAL: 28, LOCAL: 34, 'BLOCK-LOCAL': 8, SPOT: 29 },
};

const offFramework: Weights = {
  'NO-OFFER': 38,
  'NO-MATCH': 25,
  'TOO-LATE': 19,
  CONTINUITY: 9,
};

/** Whom one authority bought from in one month: as many placements as its children began. */
export function makeProviders(of: ReturnMonth): MadeTables {
  const byService = scattered(placementsMade(of), services, chanceIn(of, 'services'));
  const sourced = nested(byService, (service, total) =>
    scattered(total, sourcings[service] ?? {}, chanceIn(of, `${service} sourcing`)),
  );
  const spot = Object.fromEntries(
    Object.entries(sourced).map(([service, counts]) => [service, counts['SPOT'] ?? 0]),
  );
  const reasons = nested(spot, (service, total) =>
    scattered(total, offFramework, chanceIn(of, `${service} off framework`)),
  );

  return {
    'framework-memberships': memberships(of),
    'call-offs': callOffs(of, sourced),
    'placements-by-sourcing': crossed(
      { by: 'service', and: 'sourcing', counted: 'placements' },
      sourced,
    ),
    'off-framework-by-reason': crossed(
      { by: 'service', and: 'reason', counted: 'placements' },
      reasons,
    ),
    'block-contracts': blockContracts(of),
  };
}

const nested = (outer: Counts, inner: (code: string, total: number) => Counts) =>
  Object.fromEntries(Object.entries(outer).map(([code, total]) => [code, inner(code, total)]));

/** Two or three providers of each service, the same every month while the framework lasts. */
function memberships({ profile, period }: ReturnMonth): readonly Cells[] {
  const chance = chanceOf(`${profile.code} frameworks`);
  const lots = boughtLots(profile.code, period);
  return fictitiousProviders
    .map((provider) => ({ provider, isMember: chance.share() < 0.15 }))
    .filter(
      ({ provider, isMember }) =>
        isMember || ['9900001', '9900003', '9900007'].includes(provider.urn),
    )
    .map(({ provider }) => {
      const { framework, lot, hasTiers, since } = lots[provider.service];
      return {
        framework,
        lot,
        tier: hasTiers ? (Number(provider.urn) % 2) + 1 : '',
        provider: provider.name,
        urn: provider.urn,
        starts_on: since,
      };
    });
}

function callOffs(of: ReturnMonth, sourced: Readonly<Record<string, Counts>>): readonly Cells[] {
  const lots = Object.entries(boughtLots(of.profile.code, of.period));
  return lots.flatMap(([service, { framework, lot }]) => {
    const total = sourced[service]?.['REGIONAL'] ?? 0;
    const methods = scattered(
      total,
      { DIRECT: 65, COMPETITION: 35 },
      chanceIn(of, `${service} call-offs`),
    );
    return Object.entries(methods)
      .filter(([, placements]) => placements > 0)
      .map(([method, placements]) => ({ framework, lot, method, call_offs: placements }));
  });
}

/** When contracts end: some soon, some with time to think. */
const ends = ['2027-03-31', '2027-09-30', '2028-03-31', '2028-09-30'];

/** One for each home that is another's: all its beds, at a price that rises on 1 April. */
const blockContracts = (of: ReturnMonth): readonly Cells[] =>
  bedsIn(of)
    .filter(({ home }) => home.sector === 'PR4')
    .map(({ home, occupied }, index) => {
      const chance = chanceIn(of, `void ${home.urn}`);
      const empty = (home.registered - occupied) * daysIn(of);
      const rises = Math.floor(of.month / 12);
      const price =
        of.profile.published('residential-weekly-cost') * home.registered * 1.04 ** rises;
      return {
        contract: `BLOCK-${String(index + 1).padStart(2, '0')}`,
        provider: home.provider.name,
        urn: home.urn,
        starts_on: '2023-04-01',
        ends_on: ends[chanceOf(`${home.urn} contract`).between(0, ends.length - 1)] ?? '',
        beds: home.registered,
        occupied,
        void_days: Math.round(empty * Math.min(1, chance.about(0.8, 0.08))),
        weekly_price: Math.round(price / 10) * 10,
      };
    });
