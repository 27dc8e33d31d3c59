import type { ReactNode } from 'react';
import { TableRegion } from './TableRegion.tsx';
import { useMediaQuery } from './use-media-query.ts';
import './cell-grid.scss';

/** A row of a grid: a cell for each column, or one note in place of them all. */
interface GridRow {
  readonly key: string;
  readonly title: string;
  readonly cells: readonly ReactNode[];
  /** Stands for all cells; null where they speak for themselves. */
  readonly whole?: string | null;
}

interface GridProps {
  /** The caption’s words. */
  readonly label: string;
  /** What the rows are. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  /** Level of the headings above the lists. */
  readonly level: 2 | 3;
}

/** Things by two characteristics: a table, or on a phone a short list for each row. */
export function CellGrid(props: GridProps) {
  const isNarrow = useMediaQuery('screen and (max-width: 47.99rem)');
  if (isNarrow) return <CellLists {...props} />;

  const { label, corner, columns, rows } = props;
  return (
    <TableRegion label={label}>
      <table className="table cell-grid">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, cells, whole }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {whole ? (
                <td className="cell-grid__whole" colSpan={columns.length}>
                  {whole}
                </td>
              ) : (
                columns.map((column, at) => <td key={column}>{cells[at]}</td>)
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function CellLists({ label, columns, rows, level }: GridProps) {
  const Heading = `h${level}` as const;
  return (
    <section aria-label={label}>
      {rows.map(({ key, title, cells, whole }) => (
        <div key={key} className="cell-list">
          <Heading>{title}</Heading>
          {whole ? (
            <p>{whole}</p>
          ) : (
            <ul>
              {columns.map((column, at) => (
                <li key={column}>
                  {/* The cell itself says it to screen readers. */}
                  <span aria-hidden="true">{column}</span>
                  {cells[at]}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
