import { Link, useNavigate } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { MarketForm } from '../providers/MarketForm.tsx';
import { useMarketForm } from '../providers/use-market-form.ts';
import { BedsPages } from './BedsPages.tsx';
import { PlanFields } from './PlanFields.tsx';
import { missingOfPlan, planDraft, planFields, planFormId, planInput } from './plan-draft.ts';
import { SavePlanMutation } from './plan-queries.ts';

/** Plans places in an area that the viewer’s organisation answers for. */
export function PlanNewPage() {
  const { name } = useConsortium();
  const { permissions, authorities } = useViewer();
  const [first] = authorities;
  const mayPlan = permissions.includes('beds:plan') && first !== undefined;
  return (
    <Page
      title="Add a plan of places"
      context={name}
      subpages={<BedsPages />}
      lead={
        <p>
          {mayPlan
            ? 'Places that are to come or to go in an area of yours, and from when. Your own organisation alone reads it.'
            : 'Places are planned by commissioners of the authority in whose area they are.'}
        </p>
      }
    >
      {mayPlan && <PlanNewForm authorities={authorities} first={first.code} />}
    </Page>
  );
}

function PlanNewForm(props: {
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  readonly first: string;
}) {
  const { code } = useConsortium();
  const navigate = useNavigate();
  const form = useMarketForm(SavePlanMutation, {
    ...{ id: planFormId, fields: planFields, onStale: () => undefined },
    draft: planDraft(null, props.first),
    onDone: ({ savePlacesPlan: { id, reference } }) =>
      void navigate(`/${code}/beds/plans/${encodeURIComponent(id)}`, {
        state: { said: `Added: plan ${reference}.` },
      }),
  });
  return (
    <MarketForm
      form={form}
      button="Add the plan"
      working="Adding"
      beside={<Link to={`/${code}/beds/plans`}>Cancel</Link>}
      onSubmit={() => void form.send(planInput(form.draft, null), missingOfPlan(form.draft))}
    >
      <DraftSelect
        form={form}
        name="authority"
        label="Area"
        options={props.authorities.map((one) => ({ value: one.code, text: one.name }))}
      />
      <DraftText
        form={form}
        name="reference"
        label="Reference"
        hint="Your own, with a digit: PLAN-03"
      />
      <PlanFields form={form} />
    </MarketForm>
  );
}
