import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { counted, writtenMoment } from '../returns/return-words.ts';
import { confirmedWords, homeName } from './home-words.ts';
import type { Region } from './region-queries.ts';

/** Homes that nobody has confirmed in time, and whose they are. */
export function RegionStale(props: { readonly region: Region }) {
  const { stale, unconfirmed } = props.region;
  const { code } = useConsortium();
  if (stale.length === 0) return null;
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
              {unconfirmed.map(({ provider, homes, stale: late, oldest }) => (
                <tr key={provider?.id ?? ''}>
                  <th scope="row">{provider?.name ?? 'No owner on the register'}</th>
                  <td data-label="Homes">
                    {late} of {counted(homes, 'home')} not confirmed in time
                  </td>
                  <td data-label="Waits since">
                    {oldest === null ? 'never confirmed' : writtenMoment(oldest)}
                  </td>
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
          {stale.map((home) => (
            <li key={home.id}>
              <Link
                className="govuk-link"
                to={`/${code}/beds/homes/${encodeURIComponent(home.id)}`}
              >
                {homeName(home)}
              </Link>
              , {home.provider?.name}. {confirmedWords(home)}.
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
