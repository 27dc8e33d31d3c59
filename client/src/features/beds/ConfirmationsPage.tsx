import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { counted } from '../returns/return-words.ts';
import { BedsPages } from './BedsPages.tsx';
import { percentWords } from './home-words.ts';
import type { Confirmations } from './region-queries.ts';
import { BedConfirmationsQuery } from './region-queries.ts';

/** Providers by how well they confirm how their homes are. */
export function ConfirmationsPage() {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({
    query: BedConfirmationsQuery,
    variables: { consortium: code },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Page title="Who confirms" context={name} width="wide" subpages={<BedsPages />}>
      <QueryState
        result={result}
        title="confirmations"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ bedConfirmations }) => <League league={bedConfirmations} />}
      </QueryState>
    </Page>
  );
}

function League(props: { readonly league: Confirmations }) {
  const { from, providers } = props.league;
  const fresh = providers.reduce((sum, one) => sum + one.fresh, 0);
  const homes = providers.reduce((sum, one) => sum + one.homes, 0);
  return (
    <>
      <p className="page__lead">
        {fresh} of {counted(homes, 'home')} that you see are confirmed in time now.
      </p>
      <p>
        Days since {writtenDay(from)} that ended with a home confirmed in time, of all days of all
        homes of a provider: those who confirm best first.
      </p>
      <TableRegion label="Providers by how well they confirm">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">Providers by how well they confirm</caption>
          <thead>
            <tr>
              <th scope="col">Provider</th>
              <th scope="col">Rank</th>
              <th scope="col">Days in time</th>
              <th scope="col">Confirmed now</th>
              <th scope="col">By the provider itself</th>
            </tr>
          </thead>
          <tbody>
            {providers.map((one) => (
              <tr key={one.provider?.id ?? ''}>
                <th scope="row">
                  {one.provider?.name ?? 'No owner on the register'}{' '}
                  {one.provider?.synthetic && <Tag tone="warn">synthetic</Tag>}
                </th>
                <td data-label="Rank">{one.rank ?? 'none yet'}</td>
                <td data-label="Days in time">
                  {one.percentInTime === null ? 'no day yet' : percentWords(one.percentInTime)} (
                  {one.daysInTime} of {one.days})
                </td>
                <td data-label="Confirmed now">
                  {one.fresh} of {one.homes}
                </td>
                <td data-label="By the provider itself">
                  {one.byProvider} of {one.homes}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}
