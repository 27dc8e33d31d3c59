import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import type { Filters } from './search-oracle.ts';
import { answered, everyService, expected } from './search-oracle.ts';
import type { Found } from './searching.ts';
import { search } from './searching.ts';

const app = await testApp();
const services = await everyService(app);

const filters: fc.Arbitrary<Filters> = fc.record(
  {
    provisionTypes: fc.constantFrom(
      ['CHILDRENS_HOME'],
      ['SUPPORTED_ACCOMMODATION', 'BOARDING_SCHOOL'],
    ),
    authorities: fc.constantFrom(['E06000015'], ['E10000007', 'E10000024', 'E08000025']),
    group: fc.constantFrom('keys-child-care', 'derbyshire-county-council', 'barnardos'),
    judgementAtLeast: fc.constant(['GOOD'] as const),
    inHouse: fc.boolean(),
    placesAtLeast: fc.integer({ min: 0, max: 12 }),
  },
  { requiredKeys: [] },
);

const facetOf = ({ facets }: Found, name: string) => facets.find((facet) => facet.name === name);

describe('facets', () => {
  test('and totals are what a look at every service counts, each with all filters but its own', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (input) => {
        expect(answered(await search(app, { ...input }, { first: 1 }))).toEqual(
          expected(services, input),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('are those that were asked for, in words', async () => {
    const found = await search(app, { text: 'SC023637', facets: ['JUDGEMENT', 'IN_HOUSE'] });

    expect(found.facets).toMatchObject([
      { name: 'JUDGEMENT', others: 0, values: [{ title: 'Outstanding', services: 1 }] },
      { name: 'IN_HOUSE', others: 0, values: [{ value: 'false', title: 'Not in-house' }] },
    ]);
  });

  test('list the fifty largest groups, and count the others', async () => {
    const found = await search(app, { facets: ['GROUP'] }, { first: 1 });
    const groups = facetOf(found, 'GROUP');
    const listed = groups?.values.reduce((sum, { services: many }) => sum + many, 0) ?? 0;

    expect(groups?.values).toHaveLength(50);
    expect(listed + (groups?.others ?? 0)).toBe(found.totalCount);
  });

  test('know no places of fostering agencies: null, not zero', async () => {
    const found = await search(app, { provisionTypes: ['INDEPENDENT_FOSTERING_AGENCY'] });

    expect(found).toMatchObject({ places: 0, placesUnknown: found.totalCount });
    expect(facetOf(found, 'IN_HOUSE')?.values[0]?.places).toBeNull();
  });
});
