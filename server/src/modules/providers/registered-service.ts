import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import type { ServiceSector } from '@sufficiency/shared/providers/sectors.ts';

export type InspectionKind = 'FULL' | 'ASSURANCE' | 'MONITORING' | 'EMERGENCY';

/** An inspection of a service. Days are `YYYY-MM-DD`. */
export interface Inspection {
  readonly urn: string;
  readonly inspectedOn: string;
  readonly kind: InspectionKind;
  readonly publishedOn: string | null;
  /** Null for visits that give no judgement. */
  readonly overall: Judgement | null;
  readonly protection: Judgement | null;
  readonly leadership: Judgement | null;
}

/** A service as one register has it. Days are `YYYY-MM-DD`. */
export interface RegisteredService {
  readonly urn: string;
  /** The owner's name exactly as printed; null where none is named. */
  readonly owner: string | null;
  readonly provisionType: ProvisionType;
  readonly sector: ServiceSector | null;
  readonly status: 'ACTIVE' | 'SUSPENDED';
  /** GSS code; null outside England. */
  readonly authorityCode: string | null;
  /** The area as printed. */
  readonly areaText: string;
  /** Null where Ofsted keeps it back. */
  readonly name: string | null;
  /** The first half of the postcode; null where Ofsted keeps it back. */
  readonly postcodeDistrict: string | null;
  readonly registeredOn: string | null;
  readonly places: number | null;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly needs: readonly string[];
  readonly shortBreaksOnly: boolean;
  readonly multiBuilding: boolean;
  readonly premises: number | null;
  /** Its latest full inspection; null until the first. */
  readonly inspection: Inspection | null;
}
