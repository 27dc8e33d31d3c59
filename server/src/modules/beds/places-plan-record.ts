import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { PlanKind, PlanStage } from '@sufficiency/shared/beds/places-plan.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';

/** When a plan is to reach a stage, and when it did. Days are `YYYY-MM-DD`. */
export interface PlanStageRecord {
  readonly stage: PlanStage;
  readonly plannedOn: string | null;
  readonly doneOn: string | null;
}

export type PlanRisk = 'LOW' | 'MEDIUM' | 'HIGH';

/** Places to come or to go. Days are `YYYY-MM-DD`. */
export interface PlacesPlanRecord {
  readonly id: string;
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly homeId: string | null;
  readonly reference: string;
  readonly planKind: PlanKind;
  /** Unit: places. */
  readonly places: number;
  readonly effectiveOn: string;
  readonly stage: PlanStage;
  /** Unit: GBP. */
  readonly cost: number | null;
  readonly risk: PlanRisk | null;
  readonly riskReason: string | null;
  readonly synthetic: boolean;
  readonly version: number;
  readonly stages: readonly PlanStageRecord[];
}

export const toPlan = ({
  kind,
  effectiveOn,
  stage,
  cost,
  risk,
  stages,
  ...row
}: Prisma.HomePlanGetPayload<{ include: { stages: true } }>): PlacesPlanRecord => ({
  ...row,
  planKind: kind as PlanKind,
  effectiveOn: dayText(effectiveOn),
  stage: stage as PlanStage,
  cost: cost === null ? null : Number(cost),
  risk: risk as PlanRisk | null,
  stages: stages.map((one) => ({
    stage: one.stage as PlanStage,
    plannedOn: dayOrNull(one.plannedOn),
    doneOn: dayOrNull(one.doneOn),
  })),
});
