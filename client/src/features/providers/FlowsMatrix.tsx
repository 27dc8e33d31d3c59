import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { FigureText } from '../overview/FigureText.tsx';
import { flowRows, placedBy, placingOf, reasonsOf } from './flows-matrix.ts';
import type { FlowCell } from './flows-queries.ts';
import { count } from './market-words.ts';
import { WhyNot } from './WhyNot.tsx';

/** Where members’ placements are: a row for each area, a column for each member that places. */
export function FlowsMatrix({ cells }: { readonly cells: readonly FlowCell[] }) {
  const placing = placingOf(cells);
  const isMadeUp = cells.some(({ placements }) => placements.synthetic);

  return (
    <section className="section" aria-labelledby="matrix">
      <h2 id="matrix">Where members place {isMadeUp && <Tag tone="warn">synthetic</Tag>}</h2>
      <p className="section__note">
        Placements with providers on the last day of the newest month that each member recorded.
        Rows are where children live, columns who placed them; framed cells are placements in the
        placing authority’s own area.
      </p>
      <TableRegion label="Placements by area and placing authority">
        <table className="table">
          <caption className="govuk-visually-hidden">
            Placements by area (rows) and placing authority (columns)
          </caption>
          <thead>
            <tr>
              <th scope="col">Area</th>
              {placing.map(({ code, name }) => (
                <th key={code} scope="col" className="table__number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flowRows(cells).map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell) => (
                  <td
                    key={cell.placing.code}
                    className={
                      cell.host?.code === cell.placing.code
                        ? 'table__number flows__own'
                        : 'table__number'
                    }
                  >
                    <FigureText figure={{ ...cell.placements, synthetic: false }} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">All placements</th>
              {placing.map(({ code }) => (
                <td key={code} className="table__number">
                  <Total value={placedBy(cells, code)} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </TableRegion>
      <WhyNot reasons={reasonsOf(cells)} />
    </section>
  );
}

const Total = ({ value }: { readonly value: number | null }) =>
  value === null ? <FigureText figure={{ text: 'x', symbol: 'x' }} /> : count(value);
