import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { counted, writtenMoment } from '../returns/return-words.ts';
import { confirmedWords, homeName } from './home-words.ts';
import type { Region } from './region-queries.ts';
import { useSteadyRows } from './use-steady-rows.ts';

const waitsSince = (oldest: string | null) =>
  oldest === null ? 'never confirmed' : writtenMoment(oldest);

/** Homes that nobody has confirmed in time, and whose they are. */
export function RegionStale(props: { readonly region: Region }) {
  const { stale, unconfirmed } = props.region;
  const { code } = useConsortium();
  const providers = useSteadyRows(unconfirmed, ({ provider }) => provider?.id ?? '');
  const homes = useSteadyRows(stale, ({ id }) => id);
  if (homes.length === 0) return null;
  return (
    <>
      <section className="section">
        <h2>Who has not confirmed</h2>
        <TableRegion label="Who has not confirmed">
          <table className="table table--stack">
            <caption className="govuk-visually-hidden">Who has not confirmed</caption>
            <thead>
              <tr>
                <th scope="col">Provider</th>
                <th scope="col">Homes</th>
                <th scope="col">Waits since</th>
              </tr>
            </thead>
            <tbody>
              {providers.map(({ row, isGone }) => (
                <tr key={row.provider?.id ?? ''}>
                  <th scope="row">{row.provider?.name ?? 'No owner on the register'}</th>
                  <td data-label="Homes">
                    {isGone
                      ? 'all confirmed since'
                      : `${row.stale} of ${counted(row.homes, 'home')} not confirmed in time`}
                  </td>
                  <td data-label="Waits since">{isGone ? '–' : waitsSince(row.oldest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
        <p className="section__note">
          <Link className="govuk-link" to={`/${code}/beds/confirmations`}>
            How well each provider confirms
          </Link>
        </p>
      </section>
      <details>
        <summary>The homes, those that wait longest first ({stale.length})</summary>
        <ul>
          {homes.map(({ row: home, isGone }) => (
            <li key={home.id}>
              <Link
                className="govuk-link"
                to={`/${code}/beds/homes/${encodeURIComponent(home.id)}`}
              >
                {homeName(home)}
              </Link>
              , {home.provider?.name}. {isGone ? 'Confirmed since' : confirmedWords(home)}.
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
