import { planRiskReasons, planStageTitles } from '@sufficiency/shared/beds/places-plan.ts';
import { useQuery } from 'urql';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { choicesOf } from '../fostering/form-choices.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import type { DraftForm } from '../providers/market-draft.ts';
import { rowForm } from '../providers/market-draft.ts';
import { homeName } from './home-words.ts';
import type { PlanDraft, StageDraft } from './plan-draft.ts';
import { stageChoices } from './plan-draft.ts';
import { HomeChoicesQuery } from './plan-queries.ts';
import { planKindTitles, riskTitles } from './plan-words.ts';

const choicesFrom = <Value extends string>(titles: Readonly<Record<Value, string>>) =>
  (Object.keys(titles) as Value[]).map((value) => ({ value, text: titles[value] }));

const kinds = choicesFrom(planKindTitles);
const risks = [{ value: '', text: 'not said' } as const, ...choicesFrom(riskTitles)];
const reasons = choicesOf(planRiskReasons, 'not said');

/** The fields of a plan of places. */
export function PlanFields(props: { readonly form: DraftForm<PlanDraft> }) {
  const { form } = props;
  const { kind, authority, stages } = form.draft;
  const homes = useHomeChoices(authority);
  return (
    <>
      <DraftSelect form={form} name="kind" label="What is planned" options={kinds} />
      <DraftSelect
        form={form}
        name="home"
        label={kind === 'OPENING' ? 'Home, if it is on your list' : 'Home'}
        options={homes}
      />
      <DraftText form={form} name="places" kind="whole" label="Places that come or go" />
      <DraftText
        form={form}
        name="effectiveOn"
        kind="day"
        label={kind === 'OPENING' || kind === 'MORE_PLACES' ? 'There from' : 'No longer there from'}
      />
      <DraftSelect form={form} name="stage" label="Stage it is at" options={stageChoices} />
      <DraftText form={form} name="cost" kind="number" label="Cost, in pounds" />
      <DraftSelect form={form} name="risk" label="Risk" options={risks} />
      <DraftSelect form={form} name="riskReason" label="What endangers it" options={reasons} />
      {stages.map(({ stage }, nth) => (
        <fieldset key={stage} className="govuk-fieldset market-row market-fields__whole">
          <legend className="govuk-fieldset__legend">{planStageTitles[stage]}</legend>
          <StageFields form={rowForm<StageDraft, 'stages', PlanDraft>(form, 'stages', nth)} />
        </fieldset>
      ))}
    </>
  );
}

function StageFields(props: { readonly form: DraftForm<StageDraft> }) {
  return (
    <div className="market-fields">
      <DraftText form={props.form} name="plannedOn" kind="day" label="Planned" />
      <DraftText form={props.form} name="doneOn" kind="day" label="Done" />
    </div>
  );
}

/** Homes of an area that the viewer’s organisation holds. */
function useHomeChoices(authority: string) {
  const { code } = useConsortium();
  const [result] = useQuery({
    query: HomeChoicesQuery,
    variables: { consortium: code, authority },
  });
  const homes = (result.data?.homes.edges ?? []).map(({ node }) => node);
  return [
    { value: '', text: result.fetching ? 'looking them up' : 'none' },
    ...homes
      .filter(({ viewerCanDescribe }) => viewerCanDescribe)
      .map((home) => ({
        value: home.id,
        text: home.name === null ? homeName(home) : `${home.name}, URN ${home.urn}`,
      })),
  ];
}
