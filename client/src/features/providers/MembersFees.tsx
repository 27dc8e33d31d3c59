import { TableRegion } from '../../components/TableRegion.tsx';
import { FigureText } from '../overview/FigureText.tsx';
import { bandName } from './fee-ranges.ts';
import type { FeeBand } from './fees-queries.ts';
import { price } from './market-words.ts';

/** What all members pay on a lot together, from releases, beside what one's own organisation pays there. */
export function MembersFees({ bands }: { readonly bands: readonly FeeBand[] }) {
  const reasons = [...new Set(bands.map(({ members }) => members.why))];
  return (
    <>
      <h3>Members together, beside you</h3>
      <p className="section__note">
        Mean over all placements that members called off a lot in a month: at least three
        organisations, with at least three providers, rounded. Nobody can work out from it what a
        provider is paid to within a tenth.
      </p>
      <TableRegion label="Members’ fees by lot">
        <table className="table">
          <caption className="govuk-visually-hidden">Members’ fees by lot</caption>
          <thead>
            <tr>
              <th scope="col">Lot</th>
              <th scope="col" className="table__number">
                Members’ mean
              </th>
              <th scope="col" className="table__number">
                You pay: mean
              </th>
              <th scope="col" className="table__number">
                You pay: from and to
              </th>
            </tr>
          </thead>
          <tbody>
            {bands.map((band) => (
              <tr key={band.lot.id}>
                <th scope="row">
                  {bandName(band)} <span className="table__note">{band.framework.reference}</span>
                </th>
                <td className="table__number">
                  <FigureText figure={band.members} />
                </td>
                {band.paid === null ? (
                  <td className="table__number muted" colSpan={2}>
                    nothing called off
                  </td>
                ) : (
                  <>
                    <td className="table__number">{price(band.paid.mean)}</td>
                    <td className="table__number">
                      {price(band.paid.lowest)} to {price(band.paid.highest)}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {reasons.map((why) => (
        <p key={why} className="section__note">
          You may see it: {why.replace(/\.?$/, '.')}
        </p>
      ))}
    </>
  );
}
