import { planRiskReasons, planStageTitles } from '@sufficiency/shared/beds/places-plan.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { counted } from '../returns/return-words.ts';
import type { Plan } from './plan-queries.ts';

/** What is planned, as a person reads it. */
export const planKindTitles: Readonly<Record<Plan['kind'], string>> = {
  OPENING: 'A home opens',
  MORE_PLACES: 'More places in a home',
  FEWER_PLACES: 'Fewer places in a home',
  CLOSING: 'A home closes',
};

/** How likely it is to fail or to be late. */
export const riskTitles: Readonly<Record<NonNullable<Plan['risk']>, string>> = {
  LOW: 'low',
  MEDIUM: 'medium',
  HIGH: 'high',
};

/** “high: planning permission”; “not said”. */
export function riskWords({ risk, riskReason }: Pick<Plan, 'risk' | 'riskReason'>): string {
  if (risk === null) return 'not said';
  const reason = planRiskReasons.codes.find(({ code }) => code === riskReason)?.label;
  return reason === undefined ? riskTitles[risk] : `${riskTitles[risk]}: ${reason.toLowerCase()}`;
}

/** A change with its sign, for people: “+3”, “−2”. */
export const signed = (change: number): string =>
  change > 0 ? `+${change}` : `${change}`.replace('-', '−');

/** A plan whose day has passed, while it is not done. */
export const isLate = ({ effectiveOn, stage }: Plan, today: string): boolean =>
  effectiveOn < today && stage !== 'OPEN';

/** A day on which places come or go, and how many more there are by then than today. */
export interface PlacesStep {
  readonly on: string;
  readonly plans: readonly Plan[];
  readonly change: number;
  /** Unit: places more than today; negative for fewer. */
  readonly net: number;
}

/** How far a plan is; a home that closes has no way to go. */
export const stageWords = ({ kind, stage }: Pick<Plan, 'kind' | 'stage'>): string =>
  kind === 'CLOSING' ? 'none: it closes' : planStageTitles[stage];

/** When there are fewest places of all the time ahead, and most. At least one step. */
export function extremesWords(steps: readonly PlacesStep[]): string {
  const least = steps.reduce((one, other) => (other.net < one.net ? other : one));
  const most = steps.reduce((one, other) => (other.net > one.net ? other : one));
  const from = ({ on, net }: PlacesStep) => `from ${writtenDay(on)} (${signed(net)})`;
  return least === most ? `One step, ${from(most)}.` : `Fewest ${from(least)}, most ${from(most)}.`;
}

/** Plans that are to come, day by day; what was to be there before today is none of them. */
export function placesSteps(plans: readonly Plan[], today: string): readonly PlacesStep[] {
  const days = Map.groupBy(
    plans.filter(({ effectiveOn }) => effectiveOn >= today),
    ({ effectiveOn }) => effectiveOn,
  );
  let net = 0;
  return [...days]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([on, those]) => {
      const change = those.reduce((sum, plan) => sum + plan.change, 0);
      net += change;
      return { on, plans: those, change, net };
    });
}

/** What the plans come to, before anything else. */
export function plansSentence(plans: readonly Plan[], today: string): string {
  if (plans.length === 0) return 'No place is planned to come or to go in your areas.';
  const steps = placesSteps(plans, today);
  const late = plans.filter((plan) => isLate(plan, today)).length;
  const latewords =
    late === 0 ? '' : ` ${counted(late, 'plan')} should have been done before today.`;
  const last = steps.at(-1);
  if (!last) return `No place is planned from today on.${latewords}`;
  const ahead = steps.flatMap((step) => step.plans);
  const come = sumOf(ahead.filter(({ change }) => change > 0));
  const go = -sumOf(ahead.filter(({ change }) => change < 0));
  return `By ${writtenDay(last.on)} ${counted(come, 'place')} ${come === 1 ? 'is' : 'are'} to come and ${go} to go: ${netWords(last.net)} today.${latewords}`;
}

const sumOf = (plans: readonly Plan[]) => plans.reduce((sum, { change }) => sum + change, 0);

/** “3 more than”, “as many as”. */
function netWords(net: number): string {
  if (net === 0) return 'as many as';
  return `${Math.abs(net)} ${net > 0 ? 'more' : 'fewer'} than`;
}
