import { useMutation } from 'urql';
import { Button } from '../../components/Button.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { describeFailure } from '../../graphql/errors.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { ForecastInterval } from './ForecastInterval.tsx';
import type { KeptForecast } from './target-queries.ts';
import { ScoreForecastsMutation } from './target-queries.ts';
import { planTitle, roughly, scoredSentence } from './target-words.ts';

const label = 'Register of forecasts';

/** Every forecast that was kept, and how it came out once its year was over. */
export function ForecastRegister(props: {
  readonly consortium: string;
  readonly forecasts: readonly KeptForecast[];
  readonly thisYear: string;
  /** Says what was scored; null where the viewer may not. */
  readonly onScored: ((said: string) => void) | null;
}) {
  const { consortium, forecasts, thisYear, onScored } = props;
  const [{ fetching, error }, score] = useMutation(ScoreForecastsMutation);
  const waiting = forecasts.filter((one) => one.score === null && one.year < thisYear);
  const run = async () => {
    const { data, error: refused } = await score({ input: { consortium } });
    if (data && !refused) onScored?.(`Scored: ${data.scoreFosteringForecasts.length} forecasts.`);
  };
  return (
    <section className="section" aria-labelledby="forecast-register">
      <h2 id="forecast-register">{label}</h2>
      <p>
        {forecasts.length === 0
          ? 'No forecast was kept, or none is yours to see.'
          : scoredSentence(forecasts)}
      </p>
      {forecasts.length > 0 && (
        <TableRegion label={`Table: ${label}`}>
          <table className="table table--stack">
            <caption className="govuk-visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">Made on</th>
                <th scope="col">Of</th>
                <th scope="col" className="table__number">
                  Expected
                </th>
                <th scope="col" className="table__number">
                  Interval
                </th>
                <th scope="col" className="table__number">
                  Came
                </th>
                <th scope="col">How it came out</th>
              </tr>
            </thead>
            <tbody>
              {forecasts.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {writtenDay(one.madeOn)} {one.synthetic && <Tag tone="warn">synthetic</Tag>}
                  </th>
                  <td data-label="Of">
                    {one.year}, {planTitle(one)}
                  </td>
                  <td data-label="Expected" className="table__number">
                    {roughly(one.expected)}
                  </td>
                  <td data-label="Interval" className="table__number">
                    {one.low} to {one.high} ({one.intervalLevel} %)
                  </td>
                  <td data-label="Came" className="table__number">
                    {one.actual ?? '–'}
                  </td>
                  <td data-label="How it came out" className="table__wide">
                    {outcome(one)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {forecasts.length > 0 && <ForecastInterval />}
      {onScored && waiting.length > 0 && (
        <p className="actions">
          <Button
            kind="quiet"
            working={fetching ? 'Scoring' : undefined}
            onClick={() => void run()}
          >
            Score forecasts of years that are over
          </Button>
          <span role="status">{error ? describeFailure(error).message : ''}</span>
        </p>
      )}
    </section>
  );
}

function outcome({ score }: KeptForecast): string {
  if (score === null) return 'not scored yet';
  const { isWithin, error } = score;
  const off = Math.round(Math.abs(error) * 10) / 10;
  const side = error > 0 ? 'too many' : 'too few';
  const missed = off === 0 ? 'to the household' : `${roughly(off)} ${side} expected`;
  return `${isWithin ? 'within' : 'outside'} the interval; ${missed}`;
}
