import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import '../modules/access/access.schema.ts';
import '../modules/access/organisation.schema.ts';
import '../modules/audit/audit.schema.ts';
import '../modules/authorities/authorities.schema.ts';
import '../modules/beds/region.schema.ts';
import '../modules/beds/confirmations.schema.ts';
import '../modules/beds/bed-changes.schema.ts';
import '../modules/beds/beds-day.schema.ts';
import '../modules/beds/beds-trend.schema.ts';
import '../modules/beds/block-voids.schema.ts';
import '../modules/beds/published-occupancy.schema.ts';
import '../modules/beds/home.schema.ts';
import '../modules/beds/home-mutations.schema.ts';
import '../modules/beds/beds-import.schema.ts';
import '../modules/beds/places-plan.schema.ts';
import '../modules/beds/referral-counts.schema.ts';
import '../modules/beds/referral-notes.schema.ts';
import '../modules/beds/vacancies.schema.ts';
import '../modules/beds/vacancy-searches.schema.ts';
import '../modules/disclosure/release-list.schema.ts';
import '../modules/disclosure/release-mutations.schema.ts';
import '../modules/disclosure/release-table.schema.ts';
import '../modules/disclosure/releases.schema.ts';
import '../modules/fostering/capacity.schema.ts';
import '../modules/fostering/clocks.schema.ts';
import '../modules/fostering/forecast.schema.ts';
import '../modules/fostering/day.schema.ts';
import '../modules/fostering/drop-out.schema.ts';
import '../modules/fostering/funnel.schema.ts';
import '../modules/fostering/household.schema.ts';
import '../modules/fostering/household-import.schema.ts';
import '../modules/fostering/household-mutations.schema.ts';
import '../modules/fostering/target.schema.ts';
import '../modules/fostering/published-recruitment.schema.ts';
import '../modules/fostering/enquiry.schema.ts';
import '../modules/fostering/enquiry-events.schema.ts';
import '../modules/fostering/enquiry-import.schema.ts';
import '../modules/fostering/enquiry-mutations.schema.ts';
import '../modules/fostering/enquiry-transfer.schema.ts';
import '../modules/fostering/stages.schema.ts';
import '../modules/indicators/comparison.schema.ts';
import '../modules/indicators/indicators.schema.ts';
import '../modules/indicators/overview.schema.ts';
import '../modules/indicators/saved-comparison.schema.ts';
import '../modules/providers/awards.schema.ts';
import '../modules/providers/contracts.schema.ts';
import '../modules/providers/framework-list.schema.ts';
import '../modules/providers/framework-mutations.schema.ts';
import '../modules/providers/frameworks.schema.ts';
import '../modules/providers/imports.schema.ts';
import '../modules/providers/purchases.schema.ts';
import '../modules/providers/recommissioning.schema.ts';
import '../modules/providers/uplifts.schema.ts';
import '../modules/providers/coverage.schema.ts';
import '../modules/providers/exposure.schema.ts';
import '../modules/providers/fees.schema.ts';
import '../modules/providers/flows.schema.ts';
import '../modules/providers/watch.schema.ts';
import '../modules/providers/provider.schema.ts';
import '../modules/providers/register-changes.schema.ts';
import '../modules/providers/service.schema.ts';
import '../modules/providers/service-search.schema.ts';
import '../modules/providers/provider-list.schema.ts';
import '../modules/returns/reconcile.schema.ts';
import '../modules/returns/return-calendar.schema.ts';
import '../modules/returns/return-figure.schema.ts';
import '../modules/returns/return-file.schema.ts';
import '../modules/returns/return-formats.schema.ts';
import '../modules/returns/return-list.schema.ts';
import '../modules/returns/return-mutations.schema.ts';
import '../modules/returns/return-problem.schema.ts';
import '../modules/returns/return-progress.schema.ts';
import '../modules/returns/return-rows.schema.ts';
import '../modules/returns/returns.schema.ts';
import '../modules/sharing/agreement-mutations.schema.ts';
import '../modules/sharing/figure-agreement.schema.ts';
import '../modules/sharing/sharing.schema.ts';
import { builder } from './builder.ts';

/** The whole API. */
export function createSchema(): GraphQLSchema {
  return withDescribedCounts(withoutNeedlessResolvers(builder.toSchema()));
}

/** The one field that Pothos adds to connections without a way to describe it. */
function withDescribedCounts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const count = isObjectType(type) ? type.getFields()['totalCount'] : undefined;
    if (count) count.description ??= 'How many there are in all.';
  }
  return schema;
}

/**
 * Pothos gives a field that only exposes a property of the same name a function of its own. Compiled execution reads
 * properties several times faster than it calls functions, so those go, where nothing wraps them.
 */
function withoutNeedlessResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { pothosExposedField, pothosResolveWrapped } = field.extensions as Record<
        string,
        unknown
      >;
      if (pothosExposedField === field.name && pothosResolveWrapped === false) delete field.resolve;
    }
  }
  return schema;
}
