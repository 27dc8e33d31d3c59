import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Fact } from '../../components/Fact.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { todayInLondon, writtenDay } from '../indicators/london-day.ts';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { valueInWords } from '../providers/market-words.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { counted } from '../returns/return-words.ts';
import { BedsPages } from './BedsPages.tsx';
import { homeName } from './home-words.ts';
import { PlanFields } from './PlanFields.tsx';
import { PlanStages } from './PlanStages.tsx';
import { missingOfPlan, planDraft, planFields, planFormId, planInput } from './plan-draft.ts';
import type { Plan } from './plan-queries.ts';
import { PlacesPlannedQuery, SavePlanMutation } from './plan-queries.ts';
import { isLate, planKindTitles, riskWords, stageWords } from './plan-words.ts';

/** One plan of places: what it brings, from when, and how far it is. */
export function PlanPage() {
  const { code, name } = useConsortium();
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: PlacesPlannedQuery, variables: { consortium: code } });
  const again = () => ask({ requestPolicy: 'network-only' });
  const planOf = (plans: readonly Plan[] | undefined) => plans?.find((one) => one.id === id);
  const plan = planOf(result.data?.placesPlanned);
  return (
    <Page
      title={plan ? `Plan ${plan.reference}` : 'Plan of places'}
      context={name}
      width="wide"
      subpages={<BedsPages />}
    >
      <QueryState
        result={result}
        title="this plan"
        lines={12}
        retry={again}
        isNamed
        isEmpty={({ placesPlanned }) => planOf(placesPlanned) === undefined}
        empty={
          <p>
            There is no such plan that you may see.{' '}
            <Link to={`/${code}/beds/plans`}>All that you see</Link>
          </p>
        }
      >
        {() => plan && <PlanView plan={plan} onStale={again} />}
      </QueryState>
    </Page>
  );
}

const bringsWords = ({ kind, places, effectiveOn, home, authority }: Plan) =>
  `${planKindTitles[kind]}${home ? `: ${homeName(home)}` : ''} in ${authority?.name ?? 'an area'}, ${counted(places, 'place')} ${kind === 'OPENING' || kind === 'MORE_PLACES' ? 'more' : 'fewer'} from ${writtenDay(effectiveOn)}.`;

function PlanView(props: { readonly plan: Plan; readonly onStale: () => void }) {
  const { plan, onStale } = props;
  const { place, say, sentence } = useSaid();
  const today = todayInLondon();
  return (
    <>
      <p className="page__lead">
        {bringsWords(plan)} {isLate(plan, today) && <Tag tone="warn">not done</Tag>}{' '}
        {plan.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <WhatWasSaid place={place} sentence={sentence} />
      <dl className="facts">
        <Fact name="Stage">{stageWords(plan)}</Fact>
        <Fact name="Cost">{plan.cost === null ? 'not said' : valueInWords(plan.cost)}</Fact>
        <Fact name="Risk">{riskWords(plan)}</Fact>
      </dl>
      {plan.viewerCanChange && <PlanChangeForm plan={plan} onStale={onStale} onDone={say} />}
      {plan.kind !== 'CLOSING' && <PlanStages plan={plan} today={today} />}
    </>
  );
}

function PlanChangeForm(props: {
  readonly plan: Plan;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { plan, onStale, onDone } = props;
  const form = useMarketForm(SavePlanMutation, {
    ...{ id: planFormId, fields: planFields, draft: planDraft(plan, ''), onStale },
    onDone: ({ savePlacesPlan }) => {
      form.onChange(planDraft(savePlacesPlan, ''));
      onDone(`Changed: plan ${savePlacesPlan.reference}.`);
    },
  });
  return (
    <FoldedForm
      title="Change the plan"
      form={form}
      present={`${bringsWords(plan)} Stage: ${stageWords(plan)}.`}
      button="Change the plan"
      working="Changing"
      onSubmit={() => void form.send(planInput(form.draft, plan), missingOfPlan(form.draft))}
    >
      <PlanFields form={form} />
    </FoldedForm>
  );
}
