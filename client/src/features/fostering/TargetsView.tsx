import { useNavigate } from 'react-router';
import { FieldSelect } from '../../components/Field.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { ForecastRegister } from './ForecastRegister.tsx';
import { NationalRecruitment } from './NationalRecruitment.tsx';
import { TargetChain } from './TargetChain.tsx';
import { TargetForecast } from './TargetForecast.tsx';
import { TargetForm } from './TargetForm.tsx';
import { TargetLikeForLike } from './TargetLikeForLike.tsx';
import { TargetStanding } from './TargetStanding.tsx';
import { TargetWhatIf } from './TargetWhatIf.tsx';
import type { FosteringTargetsQuery } from './target-queries.ts';
import { financialYearOf, planTitle, targetSentence } from './target-words.ts';

/** One target of those there are, and all that belongs to it. */
export function TargetsView(props: {
  readonly data: ResultOf<typeof FosteringTargetsQuery>;
  /** Id of the target that is asked for. */
  readonly chosen: string | null;
  readonly onStale: () => void;
}) {
  const { data, chosen, onStale } = props;
  const { code } = useConsortium();
  const mayPlan = useViewer().permissions.includes('fostering:plan');
  const navigate = useNavigate();
  const { place, say, sentence } = useSaid();
  const { fosteringTargets: targets, fosteringForecasts: forecasts } = data;
  const thisYear = financialYearOf(todayInLondon());
  const target =
    targets.find(({ id }) => id === chosen) ??
    targets.find(({ year, progress }) => year === thisYear && progress !== null) ??
    targets.find(({ year }) => year === thisYear) ??
    targets[0];
  const done = (said: string) => {
    say(said);
    onStale();
  };

  return (
    <>
      <p className="page__lead">
        {target
          ? targetSentence(target)
          : 'No target of this consortium is stated, or none is yours to see.'}
      </p>
      <WhatWasSaid place={place} sentence={sentence} />
      {target && (
        <>
          {targets.length > 1 && (
            <FieldSelect
              id="target-chosen"
              label="Target"
              options={targets.map((one) => ({
                value: one.id,
                text: `${one.year}: ${planTitle(one)}, ${one.approvals} approvals`,
              }))}
              value={target.id}
              onChange={({ target: { value } }) =>
                void navigate(`?target=${value}`, { replace: true, preventScrollReset: true })
              }
            />
          )}
          <TargetChain target={target} />
          <TargetStanding target={target} />
          <TargetLikeForLike key={`months ${target.id}`} target={target} />
          {target.progress !== null && target.year === thisYear && (
            <TargetForecast target={target} onKept={mayPlan ? done : null} />
          )}
          <TargetWhatIf key={target.id} target={target} />
        </>
      )}
      <ForecastRegister
        consortium={code}
        forecasts={forecasts}
        onScored={mayPlan ? done : null}
        thisYear={thisYear}
      />
      {mayPlan && (
        <TargetForm
          key={target ? `${target.id} ${target.version}` : 'first'}
          consortium={code}
          members={data.consortium?.members ?? []}
          target={target}
          thisYear={thisYear}
          onDone={done}
          onStale={onStale}
        />
      )}
      <NationalRecruitment figures={data.publishedRecruitment.national} />
    </>
  );
}
