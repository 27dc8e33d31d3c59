import type { CodeList } from './code-lists/code-list.ts';
import { householdTypes } from './code-lists/fostering-codes.ts';
import { placementGroups, providerSectors } from './code-lists/placement-codes.ts';
import { services } from './code-lists/sourcing-codes.ts';
import { collectionYear } from './collection-year.ts';
import type { ReturnColumn } from './column.ts';
import { codeColumn, countColumn } from './column.ts';

/** A column that a table breaks down by: one row for each code, and one for the total if there is one. */
export const breakdown = (
  list: CodeList,
  given: {
    readonly name: string;
    readonly description: string;
    readonly aliases?: readonly string[];
  },
): ReturnColumn => codeColumn(list, collectionYear, { title: list.title, ...given, total: true });

/** Children on the last day of the month. */
export const childrenColumn = countColumn({
  name: 'children',
  title: 'Children',
  description: 'Number of children looked after on the last day of the month.',
  aliases: ['number of children', 'children looked after', 'cla', 'count', 'number', 'headcount'],
  unit: 'children',
});

export const placementGroupColumn = breakdown(placementGroups, {
  name: 'placement_group',
  description: 'Type of placement, in four groups of SSDA903 codes.',
  aliases: ['placement type', 'type of placement', 'service'],
});

export const providerSectorColumn = breakdown(providerSectors, {
  name: 'provider_sector',
  description: 'Who provides the placement, by SSDA903 item PLACE_PROVIDER.',
  aliases: ['place_provider', 'provider', 'placement provider', 'sector'],
});

export const serviceColumn = breakdown(services, {
  name: 'service',
  description: 'The service that was bought.',
  aliases: ['service type', 'category'],
});

export const householdTypeColumn = breakdown(householdTypes, {
  name: 'household_type',
  description: 'Mainstream, family and friends or short breaks.',
  aliases: ['type of household', 'carer type'],
});
