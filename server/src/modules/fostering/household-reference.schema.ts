import { builder } from '../../graphql/builder.ts';
import type { ConstellationRecord, HouseholdRecord } from './household-record.ts';

/** For types that lead to a household, which in turn leads to others. */
export const HouseholdRef = builder.objectRef<HouseholdRecord>('FosteringHousehold');

/** As `HouseholdRef`, for constellations. */
export const ConstellationRef = builder.objectRef<ConstellationRecord>('FosteringConstellation');

/** Whoever reads enquiries and households; which, agreements say. */
export const readsHouseholds = { signedIn: true, permission: 'enquiry:read' } as const;

/** Whoever records them. */
export const writesHouseholds = { signedIn: true, permission: 'enquiry:write' } as const;
