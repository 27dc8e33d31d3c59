import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { PlacesPlot } from './PlacesPlot.tsx';
import type { Plan } from './plan-queries.ts';
import { extremesWords, isLate, placesSteps, signed } from './plan-words.ts';

/** How many places more or fewer than today there are to be, day by day. */
export function PlacesChart(props: { readonly plans: readonly Plan[]; readonly today: string }) {
  const { plans, today } = props;
  const { code } = useConsortium();
  const steps = placesSteps(plans, today);
  if (steps.length === 0) return null;
  const late = plans.filter((plan) => isLate(plan, today));
  return (
    <ChartFrame
      words={{
        title: 'Places to come and to go',
        subtitle: `Places more (+) or fewer (−) than on ${writtenDay(today)}, by the day from which they are planned; your areas`,
        source: 'Source: your own plans, as they stand.',
      }}
      summary={extremesWords(steps)}
      notes={() => (
        <>
          Plans are drawn as if each were kept.
          {late.length > 0 &&
            ` Left out, as their day has passed and they are not done: ${late.map(({ reference }) => reference).join(', ')}.`}
        </>
      )}
      fileName={`places-planned-${code}`}
      table={<StepTable plans={plans} today={today} />}
    >
      {(width) => <PlacesPlot steps={steps} today={today} width={width} />}
    </ChartFrame>
  );
}

function StepTable(props: { readonly plans: readonly Plan[]; readonly today: string }) {
  return (
    <table className="table table--stack">
      <caption className="govuk-visually-hidden">Places to come and to go, day by day</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Plans</th>
          <th scope="col" className="table__number">
            Change
          </th>
          <th scope="col" className="table__number">
            Beside today
          </th>
        </tr>
      </thead>
      <tbody>
        {placesSteps(props.plans, props.today).map(({ on, plans, change, net }) => (
          <tr key={on}>
            <th scope="row">{writtenDay(on)}</th>
            <td data-label="Plans">{plans.map(({ reference }) => reference).join(', ')}</td>
            <td data-label="Change" className="table__number">
              {signed(change)}
            </td>
            <td data-label="Beside today" className="table__number">
              {signed(net)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
