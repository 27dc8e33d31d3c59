import { TableRegion } from '../../components/TableRegion.tsx';
import type { FosteringFunnel } from './funnel-query.ts';

const label = 'Enquiries that passed from one authority to another';

/** To whom enquiries were attributed, and between whom they passed, so that no authority is flattered or blamed unseen. */
export function FunnelTransfers(props: { readonly transfers: FosteringFunnel['transfers'] }) {
  const { transfers } = props;
  if (transfers.length === 0) return null;
  return (
    <section className="section" aria-labelledby="funnel-transfers">
      <h2 id="funnel-transfers">{label}</h2>
      <p className="section__note">
        An enquiry counts with the authority it is attributed to now, whole way and all.
      </p>
      <TableRegion label={`Table: ${label}`}>
        <table className="table">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col" className="table__number">
                Enquiries
              </th>
            </tr>
          </thead>
          <tbody>
            {transfers.map(({ from, to, enquiries }) => (
              <tr key={`${from?.id} ${to?.id}`}>
                <th scope="row">{from?.name ?? 'None yet'}</th>
                <td>{to?.name ?? 'None any more'}</td>
                <td className="table__number">{enquiries}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
