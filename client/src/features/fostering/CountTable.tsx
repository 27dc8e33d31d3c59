import { useId } from 'react';
import { TableRegion } from '../../components/TableRegion.tsx';

/** Counts of a few things in rows, under a heading; a sentence where there is nothing to count. */
export function CountTable(props: {
  readonly title: string;
  /** What rows are of. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly title: string;
    readonly counts: readonly (number | string)[];
  }[];
}) {
  const { title, head, columns, rows } = props;
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <p>None.</p>
      ) : (
        <TableRegion label={`Table: ${title}`} className="table-region--whole">
          <table className="table">
            <caption className="govuk-visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{head}</th>
                {columns.map((column) => (
                  <th key={column} scope="col" className="table__number">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ code, title: name, counts }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  {columns.map((column, index) => (
                    <td key={column} className="table__number">
                      {counts[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
