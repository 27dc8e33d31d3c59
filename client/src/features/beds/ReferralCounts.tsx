import { useQuery } from 'urql';
import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Switch } from '../../components/Switch.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import type { ReferralCount, ReferralGrouping } from './referral-counts.ts';
import { countsSentence, countText, groupings, groupName, inOrder } from './referral-counts.ts';
import { ReferralCountsQuery } from './referral-queries.ts';

/** What a year's searches came to, by month or by what was asked for. `addressOf` keeps the rest of the address. */
export function ReferralCounts(props: {
  readonly by: ReferralGrouping;
  readonly addressOf: (by: ReferralGrouping) => string;
}) {
  const { by, addressOf } = props;
  const [result, ask] = useQuery({
    query: ReferralCountsQuery,
    variables: { by },
    requestPolicy: 'cache-and-network',
  });
  return (
    <section className="section" aria-label="What searches came to">
      <div className="beds-views">
        <Switch
          label="Count searches by"
          chosen={by}
          options={Object.entries(groupings).map(([value, { title }]) => ({
            ...{ value, title },
            to: addressOf(value as ReferralGrouping),
          }))}
        />
      </div>
      <QueryState
        result={result}
        title="counts of searches"
        lines={10}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ referralCounts }) => <Counts by={by} counts={inOrder(referralCounts, by)} />}
      </QueryState>
    </section>
  );
}

function Counts(props: {
  readonly by: ReferralGrouping;
  readonly counts: readonly ReferralCount[];
}) {
  const { by, counts } = props;
  const { code } = useConsortium();
  const { organisation } = useViewer();
  const title = `Searches by ${groupings[by].words}`;
  const isMadeUp = counts.some(({ synthetic }) => synthetic);
  if (counts.every(({ searches }) => searches === 0)) return null;
  return (
    <ChartFrame
      words={{
        title,
        subtitle: `Searches noted in twelve calendar months, this one among them; in colour: those that found no home${isMadeUp ? '; synthetic' : ''}`,
        source: `Source: notes of searches of ${organisation}, read by nobody else.`,
      }}
      summary={countsSentence(counts, by)}
      notes={() => groupings[by].note}
      fileName={`searches-${code}-by-${by.toLowerCase().replace('_', '-')}`}
      table={<CountsTable by={by} counts={counts} title={title} />}
    >
      {(width) => (
        <BarPlot
          rows={counts.map((count) => {
            const name = groupName(count, by);
            return {
              id: name,
              name,
              bars: [
                {
                  value: count.searches,
                  kind: 'other',
                  title: `${name}: ${count.searches} in all`,
                },
                {
                  value: count.foundNone,
                  kind: 'chosen',
                  title: `${name}: ${count.foundNone} found no home`,
                },
              ],
              mark: null,
              text: countText(count),
            };
          })}
          width={width}
          format={String}
        />
      )}
    </ChartFrame>
  );
}

function CountsTable(props: {
  readonly by: ReferralGrouping;
  readonly counts: readonly ReferralCount[];
  readonly title: string;
}) {
  const { by, counts, title } = props;
  return (
    <TableRegion label={title}>
      <table className="table">
        <caption className="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{groupings[by].title}</th>
            {['Searches', 'Found no home', 'Placed in a home found', 'Not said yet'].map((text) => (
              <th key={text} scope="col" className="table__number">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.key}>
              <th scope="row">{groupName(count, by)}</th>
              <td className="table__number">{count.searches}</td>
              <td className="table__number">{count.foundNone}</td>
              <td className="table__number">{count.placed}</td>
              <td className="table__number">{count.open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
