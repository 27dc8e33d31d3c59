import { ShareBar } from '../../components/charts/ShareBar.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { northamptonshire } from './printed-coverage.ts';

const label = 'Placements on and off framework, Northamptonshire, 15 August 2022';

/** What a published strategy prints of its coverage, worked out again from its own counts. */
export function PrintedCoverage() {
  const wrong = northamptonshire.filter(({ agrees }) => !agrees).length;
  return (
    <section className="section" aria-labelledby="printed-coverage">
      <h2 id="printed-coverage">As Northamptonshire prints it</h2>
      <p className="section__note">
        Northamptonshire Children’s Trust published how many of its placements were on a framework
        on 15 August 2022.{' '}
        {wrong === 0
          ? 'Worked out again from its own counts, every share it prints comes out as printed.'
          : `Worked out again from its own counts, ${wrong} of ${northamptonshire.length} shares come out differently.`}{' '}
        These are placements that lasted on a day, not placements begun in a month, so they stand
        beside no figure of the board.
      </p>
      <TableRegion label={label}>
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col" className="table__number">
                On framework
              </th>
              <th scope="col" className="table__number">
                Of all
              </th>
              <th scope="col">Share, as printed</th>
              <th scope="col">From the counts</th>
            </tr>
          </thead>
          <tbody>
            {northamptonshire.map((row) => (
              <tr key={row.service}>
                <th scope="row">{row.service}</th>
                <td data-label="On framework" className="table__number">
                  {row.onFramework}
                </td>
                <td data-label="Of all" className="table__number">
                  {row.total}
                </td>
                <td data-label="Share, as printed">
                  <ShareBar share={(row.onFramework / row.total) * 100} />
                  {row.printed}
                </td>
                <td data-label="From the counts">
                  {row.counted}, {row.agrees ? 'as printed' : 'not as printed'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="section__note">
        Source: Northamptonshire Children’s Trust, Placement Sufficiency Strategy October 2022 –
        March 2025.
      </p>
    </section>
  );
}
