import { planStages, planStageTitles } from '@sufficiency/shared/beds/places-plan.ts';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { typed } from '../fostering/form-choices.ts';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import type { FormField } from '../providers/refusal.ts';
import { isTyped, typedNumber, typedWhole } from '../providers/refusal.ts';
import type { Plan, SavePlanMutation } from './plan-queries.ts';

/** A stage of a plan as a form holds it: days, or empty. */
export interface StageDraft {
  readonly stage: Plan['stage'];
  readonly plannedOn: string;
  readonly doneOn: string;
}

/** A plan as a form holds it: texts, as they were typed. */
export interface PlanDraft {
  readonly authority: string;
  readonly reference: string;
  readonly kind: Plan['kind'];
  /** Id of the home; empty for none. */
  readonly home: string;
  readonly places: string;
  readonly effectiveOn: string;
  readonly stage: Plan['stage'];
  readonly cost: string;
  readonly risk: NonNullable<Plan['risk']> | '';
  readonly riskReason: string;
  readonly stages: readonly StageDraft[];
}

export const planFormId = 'plan-';

/** The fields of the form, as the server names them. What is wrong with the order of stages leads to the first of them. */
export const planFields: readonly FormField[] = [
  ...fieldsOf(planFormId, {
    authority: 'Area',
    reference: 'Reference',
    kind: 'What is planned',
    home: 'Home',
    places: 'Places',
    effectiveOn: 'The day from which they are there',
    stage: 'Stage',
    cost: 'Cost',
    riskReason: 'What endangers it',
    risk: 'Risk',
  }),
  { path: 'stages', id: `${planFormId}stages[0].plannedOn`, label: 'The stages' },
];

/** The form as a plan stands; empty for a new one in an area. */
export const planDraft = (plan: Plan | null, authority: string): PlanDraft => ({
  authority: plan?.authority?.code ?? authority,
  reference: plan?.reference ?? '',
  kind: plan?.kind ?? 'OPENING',
  home: plan?.home?.id ?? '',
  places: plan ? `${plan.places}` : '',
  effectiveOn: plan?.effectiveOn ?? '',
  stage: plan?.stage ?? 'IDENTIFY',
  cost: plan?.cost == null ? '' : `${plan.cost}`,
  risk: plan?.risk ?? '',
  riskReason: plan?.riskReason ?? '',
  stages: planStages.map((stage) => {
    const said = plan?.stages.find((one) => one.stage === stage);
    return { stage, plannedOn: said?.plannedOn ?? '', doneOn: said?.doneOn ?? '' };
  }),
});

/** What is missing from the form, or is no number. */
export function missingOfPlan(draft: PlanDraft): readonly FieldProblem[] {
  const { reference, kind, home, places, effectiveOn, cost, risk, riskReason } = draft;
  return missingFrom(planFormId, {
    reference: reference.trim() === '' && 'Enter a reference, for example PLAN-03',
    home: kind !== 'OPENING' && home === '' && 'Choose the home it is about',
    places: !isTyped(typedWhole(places)) && 'Enter how many places, as a whole number',
    effectiveOn: effectiveOn === '' && 'Enter the day from which they are there, or are not',
    cost: Number.isNaN(typedNumber(cost)) && 'Cost must be an amount in pounds',
    risk: riskReason !== '' && risk === '' && 'Choose how great the risk is',
  });
}

/** What is sent of a plan: whole, and the version that was seen of one that is changed. */
export const planInput = (
  draft: PlanDraft,
  plan: Plan | null,
): VariablesOf<typeof SavePlanMutation>['input'] => ({
  ...(plan && { plan: plan.id, version: plan.version }),
  ...{ authority: draft.authority, kind: draft.kind, stage: draft.stage },
  reference: draft.reference.trim(),
  home: typed(draft.home),
  places: typedWhole(draft.places) ?? 0,
  effectiveOn: draft.effectiveOn,
  cost: typedNumber(draft.cost),
  risk: draft.risk === '' ? null : draft.risk,
  riskReason: typed(draft.riskReason),
  stages: draft.stages
    .filter(({ plannedOn, doneOn }) => plannedOn !== '' || doneOn !== '')
    .map(({ stage, plannedOn, doneOn }) => ({
      ...{ stage, plannedOn: typed(plannedOn), doneOn: typed(doneOn) },
    })),
});

/** Stages as a field offers them. */
export const stageChoices = planStages.map((value) => ({ value, text: planStageTitles[value] }));
