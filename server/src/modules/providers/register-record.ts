import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import type { ServiceSector } from '@sufficiency/shared/providers/sectors.ts';
import type { ServiceChangeKind } from './register-changes.ts';
import type { InspectionKind } from './registered-service.ts';

/** Owners rolled up. */
export interface ProviderGroupRecord {
  readonly id: number;
  readonly key: string;
  readonly groupName: string;
  readonly synthetic: boolean;
  /** GSS codes of the authorities whose own it is. */
  readonly inHouseCodes: readonly string[];
}

/** A legal owner of services. */
export interface ProviderRecord {
  readonly id: number;
  readonly key: string;
  readonly providerName: string;
  /** As registers printed it. */
  readonly names: readonly string[];
  readonly companyNumber: string | null;
  readonly groupId: number;
  readonly synthetic: boolean;
}

/** A service on the register. Days are `YYYY-MM-DD`. */
export interface ServiceRecord {
  readonly urn: string;
  readonly providerId: number | null;
  readonly provisionType: ProvisionType;
  readonly sector: ServiceSector | null;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
  readonly authorityCode: string | null;
  readonly areaText: string;
  readonly name: string | null;
  readonly postcodeDistrict: string | null;
  readonly registeredOn: string | null;
  /** Unit: registered places. */
  readonly places: number | null;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly needs: readonly string[];
  readonly shortBreaksOnly: boolean;
  readonly multiBuilding: boolean;
  readonly premises: number | null;
  readonly inHouse: boolean;
  readonly judgement: Judgement | null;
  readonly judgedOn: string | null;
  readonly leftOn: string | null;
  readonly synthetic: boolean;
  readonly sourceId: number;
}

/** An inspection of a service. */
export interface InspectionRecord {
  readonly urn: string;
  readonly inspectedOn: string;
  readonly inspectionKind: InspectionKind;
  readonly publishedOn: string | null;
  readonly overall: Judgement | null;
  readonly protection: Judgement | null;
  readonly leadership: Judgement | null;
  readonly sourceId: number;
}

/** How a newer register differs from the one before it. */
export interface ServiceChangeRecord {
  readonly id: number;
  readonly urn: string;
  readonly changeKind: ServiceChangeKind;
  readonly before: string | null;
  readonly after: string | null;
  readonly vintage: string;
  readonly sourceId: number;
}

/** Services of an owner or a group on the newest register. */
export interface ServiceCount {
  readonly services: number;
  /** Of those whose places are published. */
  readonly places: number | null;
  readonly placesUnknown: number;
}
