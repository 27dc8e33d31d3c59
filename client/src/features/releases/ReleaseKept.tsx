import { Link } from 'react-router';
import { ShareBar } from '../../components/charts/ShareBar.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import type { ReleaseView } from './release-address.ts';
import { viewSearch } from './release-address.ts';
import type { Release } from './release-queries.ts';
import { keptShares } from './release-tables.ts';
import { written } from './release-words.ts';

/** How much of each table is left after protection. */
export function ReleaseKept(props: { readonly release: Release; readonly view: ReleaseView }) {
  const { release, view } = props;
  const { certificate } = release;
  return (
    <section className="section" aria-labelledby="release-kept">
      <h2 id="release-kept">How much information is left</h2>
      {certificate && (
        <p>
          {written(certificate.informationKept)}% of all figures keep their value:{' '}
          {written(certificate.published)} of {written(certificate.cells)}.{' '}
          {written(certificate.suppressed)} are kept back.
        </p>
      )}
      <TableRegion label="Figures kept, by table">
        <table className="table release-kept">
          <caption className="govuk-visually-hidden">Figures kept, by table</caption>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Share shown</th>
              <th scope="col" className="table__number">
                Shown
              </th>
              <th scope="col" className="table__number">
                Kept back
              </th>
            </tr>
          </thead>
          <tbody>
            {keptShares(release.tables).map((table) => (
              <tr key={table.name}>
                <th scope="row">
                  <Link
                    to={viewSearch({ ...view, table: table.name, row: null })}
                    // What it leads to is further down, and often out of sight.
                    onClick={() => document.getElementById('release-figures')?.scrollIntoView()}
                  >
                    {table.title}
                  </Link>
                </th>
                <td className="release-kept__share">
                  {table.share === null ? (
                    '–'
                  ) : (
                    <>
                      <ShareBar share={table.share} /> {Math.round(table.share)}%
                    </>
                  )}
                </td>
                <td className="table__number">{written(table.published)}</td>
                <td className="table__number">{written(table.keptBack)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
