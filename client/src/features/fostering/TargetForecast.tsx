import { useMutation, useQuery } from 'urql';
import { Button } from '../../components/Button.tsx';
import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { describeFailure } from '../../graphql/errors.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { ForecastNow, FosteringTarget } from './target-queries.ts';
import { FosteringForecastQuery, MakeForecastMutation } from './target-queries.ts';
import { planTitle, roughly } from './target-words.ts';

/** Where the year will end, from open cases by stage and age, as it would be forecast today. */
export function TargetForecast(props: {
  readonly target: FosteringTarget;
  /** Says what was kept in the register; null where the viewer may not. */
  readonly onKept: ((said: string) => void) | null;
}) {
  const { target, onKept } = props;
  const { code } = useConsortium();
  const { authority, year, householdType } = target;
  const input = { consortium: code, year, authority: authority?.code ?? null, householdType };
  const [result, ask] = useQuery({
    query: FosteringForecastQuery,
    variables: { input, consortium: code },
  });
  const [{ fetching, error }, make] = useMutation(MakeForecastMutation);
  const keep = async () => {
    const { data, error: refused } = await make({ input });
    if (data && !refused) {
      onKept?.(
        `Kept in the register: the forecast of ${writtenDay(data.makeFosteringForecast.madeOn)}.`,
      );
    }
  };
  return (
    <section className="section" aria-label="Forecast to the end of the year">
      <QueryState
        result={result}
        title="the forecast"
        lines={6}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ fosteringForecast: forecast, fosteringStages }) => (
          <ForecastChart
            forecast={forecast}
            target={target}
            titleOf={(stage) =>
              fosteringStages.current.stages.find(({ code: one }) => one === stage)?.title ?? stage
            }
          />
        )}
      </QueryState>
      {onKept && (
        <p className="actions">
          <Button
            kind="quiet"
            working={fetching ? 'Keeping' : undefined}
            onClick={() => void keep()}
          >
            Keep today’s forecast in the register
          </Button>
          <span role="status">{error ? describeFailure(error).message : ''}</span>
        </p>
      )}
    </section>
  );
}

function ForecastChart(props: {
  readonly forecast: ForecastNow;
  readonly target: FosteringTarget;
  readonly titleOf: (stage: string) => string;
}) {
  const { forecast, target, titleOf } = props;
  const { code } = useConsortium();
  const { approvedSoFar, expected, low, high, intervalLevel, enquiriesADay, quarters } = forecast;
  const text = `${roughly(expected)} (${low} to ${high})`;
  const rows = [
    { id: 'so-far', name: 'Approved so far', value: approvedSoFar, text: String(approvedSoFar) },
    { id: 'expected', name: 'Expected by the end', value: expected, text },
    { id: 'target', name: 'Target', value: target.approvals, text: String(target.approvals) },
  ];
  return (
    <ChartFrame
      words={{
        title: `${planTitle(target)}: approvals expected by the end of ${target.year}`,
        subtitle: `Households approved from 1 April to 31 March; forecast of ${writtenDay(forecast.madeOn)} from open cases by stage and age`,
        source: 'Source: events of enquiries as they were recorded.',
      }}
      summary={`${roughly(expected)} approvals are expected in ${target.year}, and between ${low} and ${high} in ${intervalLevel} of 100 years that differ as quarters before did: ${gapText(target.approvals, low, high)}.`}
      notes={() => (
        <>
          The line through the second bar is the interval: chance, how far quarters have differed,
          and how little a short past tells
          {quarters !== null && ` (${quarters} whole quarters of enquiries are known)`}. It does not
          hold a change that was never seen. New enquiries are reckoned with{' '}
          {roughly(enquiriesADay * 7)} a week.{' '}
          {forecast.synthetic && <Tag tone="warn">synthetic</Tag>}
        </>
      )}
      fileName={`fostering-forecast-${code}-${target.year}`}
      table={<ForecastParts forecast={forecast} titleOf={titleOf} />}
    >
      {(width) => (
        <BarPlot
          width={width}
          format={String}
          rows={rows.map(({ id, name, value, text: said }) => ({
            ...{ id, name, mark: null, text: said },
            bars: [
              {
                value,
                kind: id === 'so-far' ? ('chosen' as const) : ('other' as const),
                title: `${name}: ${said}`,
              },
            ],
            ...(id === 'expected' && {
              interval: { low, high, title: `${low} to ${high}, ${intervalLevel} %` },
            }),
          }))}
        />
      )}
    </ChartFrame>
  );
}

function gapText(aim: number, low: number, high: number): string {
  if (high < aim) return `the target of ${aim} lies above the interval`;
  if (low > aim) return `the target of ${aim} lies below the interval`;
  return `the target of ${aim} lies within the interval`;
}

function ForecastParts(props: {
  readonly forecast: ForecastNow;
  readonly titleOf: (stage: string) => string;
}) {
  const { approvedSoFar, parts, fromNew, expected, synthetic } = props.forecast;
  const mark = synthetic && <Tag tone="warn">synthetic</Tag>;
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">What the forecast is made of</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col" className="table__number">
            Open cases
          </th>
          <th scope="col" className="table__number">
            Approvals expected
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Approved so far {mark}</th>
          <td className="table__number">–</td>
          <td className="table__number">{approvedSoFar}</td>
        </tr>
        {parts.map(({ stage, open, expected: some }) => (
          <tr key={stage}>
            <th scope="row">
              Came as far as: {props.titleOf(stage)} {mark}
            </th>
            <td className="table__number">{open}</td>
            <td className="table__number">{roughly(some)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Enquiries still to come {mark}</th>
          <td className="table__number">–</td>
          <td className="table__number">{roughly(fromNew)}</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All together {mark}</th>
          <td className="table__number">{parts.reduce((sum, { open }) => sum + open, 0)}</td>
          <td className="table__number">{roughly(expected)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
