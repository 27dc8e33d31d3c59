import type { TestApp } from '../testkit/app.ts';
import type { Found } from './searching.ts';

/** A service of the register, as the database has it. */
interface Row {
  readonly urn: string;
  readonly type: string;
  readonly authority: string | null;
  readonly group: string | null;
  readonly judgement: string | null;
  readonly inHouse: boolean;
  readonly places: number | null;
}

/** Filters that are facets, and one that is none. */
export interface Filters {
  readonly provisionTypes?: readonly string[];
  readonly authorities?: readonly string[];
  readonly group?: string;
  readonly judgementAtLeast?: readonly ['GOOD'];
  readonly inHouse?: boolean;
  readonly placesAtLeast?: number;
}

const facets = {
  PROVISION_TYPE: { of: 'provisionTypes', value: ({ type }: Row) => type },
  AUTHORITY: { of: 'authorities', value: ({ authority }: Row) => authority },
  GROUP: { of: 'group', value: ({ group }: Row) => group },
  JUDGEMENT: { of: 'judgementAtLeast', value: ({ judgement }: Row) => judgement },
  IN_HOUSE: { of: 'inHouse', value: ({ inHouse }: Row) => String(inHouse) },
} as const;

/** Every real service that is on the newest register. */
export async function everyService(app: TestApp): Promise<Row[]> {
  const { rows } = await app.db.query<Row>(`
    select s.urn, s.provision_type as type, s.authority_code as authority, g.key as "group", s.judgement,
      s.in_house as "inHouse", s.places
    from service s left join provider p on p.id = s.provider_id left join provider_group g on g.id = p.group_id
    where s.status <> 'LEFT' and not s.synthetic`);
  return rows;
}

const passes: Readonly<Record<keyof Filters, (row: Row, filters: Filters) => boolean>> = {
  provisionTypes: ({ type }, { provisionTypes }) => provisionTypes?.includes(type) ?? true,
  authorities: ({ authority }, { authorities }) => authorities?.includes(authority ?? '') ?? true,
  group: (row, { group }) => group === undefined || row.group === group,
  judgementAtLeast: ({ judgement }, { judgementAtLeast }) =>
    judgementAtLeast === undefined || judgement === 'GOOD' || judgement === 'OUTSTANDING',
  inHouse: (row, { inHouse }) => inHouse === undefined || row.inHouse === inHouse,
  placesAtLeast: ({ places }, { placesAtLeast }) =>
    placesAtLeast === undefined || (places !== null && places >= placesAtLeast),
};

const every = Object.keys(passes) as (keyof Filters)[];

const thatPass = (rows: readonly Row[], filters: Filters, but?: keyof Filters) =>
  rows.filter((row) => every.every((name) => name === but || passes[name](row, filters)));

const published = (rows: readonly Row[]) => rows.flatMap(({ places }) => places ?? []);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What a search has to answer, by looking at every service for each facet anew. Of groups only their sum: fifty are listed. */
export function expected(rows: readonly Row[], filters: Filters) {
  const found = thatPass(rows, filters);
  return {
    totalCount: found.length,
    places: sum(published(found)),
    placesUnknown: found.length - published(found).length,
    facets: Object.entries(facets).map(([name, { of, value }]) => {
      const counted = thatPass(rows, filters, of);
      const byValue = Map.groupBy(counted, value);
      const values = [...byValue].flatMap(([each, services]) =>
        each === null
          ? []
          : [
              {
                value: each,
                services: services.length,
                places: published(services).length > 0 ? sum(published(services)) : null,
              },
            ],
      );
      const largest = values
        .sort((one, other) => other.services - one.services || (one.value < other.value ? -1 : 1))
        .slice(0, name === 'GROUP' ? 50 : values.length);
      return {
        name,
        others: counted.length - sum(largest.map(({ services }) => services)),
        values: name === 'GROUP' ? largest.map(({ services }) => services) : largest,
      };
    }),
  };
}

/** The same of what a search answered. */
export const answered = ({ totalCount, places, placesUnknown, facets: counted }: Found) => ({
  totalCount,
  places,
  placesUnknown,
  facets: counted.map(({ name, others, values }) => ({
    name,
    others,
    values:
      name === 'GROUP'
        ? values.map(({ services }) => services)
        : values.map(({ value, services, places: known }) => ({ value, services, places: known })),
  })),
});
