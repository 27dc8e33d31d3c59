import type { PlanKind, PlanStage } from '@sufficiency/shared/beds/places-plan.ts';
import { planRiskReasons, planStages } from '@sufficiency/shared/beds/places-plan.ts';
import { addMonths } from '@sufficiency/shared/sharing/agreement-dates.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { MadeHome } from './demonstration-homes.ts';

/** Places that are to come or to go, made up. Days are `YYYY-MM-DD`. */
export interface MadePlan {
  readonly authority: string;
  /** The home it is about; null for one that is not yet. */
  readonly urn: string | null;
  readonly reference: string;
  readonly kind: PlanKind;
  readonly places: number;
  readonly effectiveOn: string;
  readonly stage: PlanStage;
  /** Unit: GBP; null where nobody has said. */
  readonly cost: number | null;
  readonly risk: string;
  readonly riskReason: string | null;
  readonly stages: readonly {
    readonly stage: PlanStage;
    readonly plannedOn: string;
    /** Null while it is to come. */
    readonly doneOn: string | null;
  }[];
}

/** A stage takes about so long. Unit: months. */
const monthsOfStage = 3;
/** A place of a new home costs about so much: to buy, refurbish and register. Unit: GBP. */
const costOfPlace = 185_000;

/**
 * What an authority plans: two homes that are to open, at different stages, places more in one of its own, and a home that
 * closes, all of it from a day on.
 *
 * @param own homes it runs.
 */
export function plansOf(
  authority: string,
  own: readonly MadeHome[],
  day: string,
): readonly MadePlan[] {
  const [grows, closes] = own;
  return [
    planOf('OPENING', { authority, urn: null, nth: 1, places: [2, 4], day }),
    planOf('OPENING', { authority, urn: null, nth: 2, places: [1, 3], day }),
    ...(grows
      ? [planOf('MORE_PLACES', { authority, urn: grows.urn, nth: 3, places: [1, 1], day })]
      : []),
    ...(closes
      ? [
          planOf('CLOSING', {
            ...{ authority, urn: closes.urn, nth: 4, day },
            places: [closes.places.length, closes.places.length],
          }),
        ]
      : []),
  ];
}

interface Planned {
  readonly authority: string;
  readonly urn: string | null;
  readonly nth: number;
  readonly places: readonly [number, number];
  readonly day: string;
}

function planOf(kind: PlanKind, { authority, urn, nth, places, day }: Planned): MadePlan {
  const chance = chanceOf(`${authority} plan ${nth}`);
  const many = chance.between(...places);
  const stage = chance.between(nth === 1 ? 3 : 0, nth === 1 ? 5 : 2);
  const risk = chance.weighed({ LOW: 40, MEDIUM: 40, HIGH: 20 });
  const stages = kind === 'CLOSING' ? [] : stagesOf(stage, chance, day);
  return {
    ...{ authority, urn, kind, places: many, risk, stages },
    reference: `P${authority.slice(-2)}-${nth}`,
    effectiveOn: stages.at(-1)?.plannedOn ?? addMonths(day, chance.between(3, 9)),
    stage: kind === 'CLOSING' ? 'OPEN' : (planStages[stage] ?? 'IDENTIFY'),
    cost:
      kind === 'CLOSING'
        ? null
        : Math.round((many * costOfPlace * chance.about(1, 0.1)) / 1_000) * 1_000,
    riskReason: risk === 'LOW' ? null : riskReason(chance),
  };
}

const riskReason = (chance: Chance): string =>
  chance.weighed(Object.fromEntries(planRiskReasons.codes.map(({ code }) => [code, 1])));

/** Every stage on its way; those before the one it is at were done, some of them late. */
const stagesOf = (at: number, chance: Chance, day: string): MadePlan['stages'] =>
  planStages.map((stage, nth) => {
    const plannedOn = addMonths(day, monthsOfStage * (nth - at) + 1);
    const late = chance.between(0, 1);
    return { stage, plannedOn, doneOn: nth < at ? addMonths(plannedOn, late - 1) : null };
  });
