import { useEffect, useRef } from 'react';
import { TableRegion } from '../../components/TableRegion.tsx';
import { numberColumns } from '../reconcile/add-up-marks.ts';
import type { ReturnRow } from './return-queries.ts';
import type { RowColumn } from './row-columns.ts';
import type { ShownRows } from './shown-rows.ts';

/** Some rows of a table; whoever came for one of them is led to it. */
export function ReturnRowTable(props: {
  readonly title: string;
  readonly columns: readonly RowColumn[];
  readonly rows: readonly ReturnRow[];
  readonly shown: ShownRows;
}) {
  const { title, columns, rows, shown } = props;
  const target = useRef<HTMLTableRowElement>(null);
  const numbers = numberColumns(rows.map(({ cells }) => cells));
  const align = (at: number) => (numbers.has(at + 1) ? 'table__number' : undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each row that somebody comes for.
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' });
    target.current?.focus({ preventScroll: true });
  }, [shown.row, title]);

  return (
    <TableRegion label={`Rows of ${title}`}>
      <table className="table return-rows">
        <caption className="govuk-visually-hidden">Rows of {title}</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {columns.map(({ at, title: heading }) => (
              <th key={at} scope="col" className={align(at)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => {
            const isMarked = shown.marked.includes(row);
            return (
              <tr
                key={row}
                ref={row === shown.row ? target : undefined}
                tabIndex={row === shown.row ? -1 : undefined}
                className={isMarked ? 'return-rows__marked' : undefined}
                aria-current={isMarked ? 'true' : undefined}
              >
                <th scope="row">{row}</th>
                {columns.map((column) => (
                  <td key={column.at} className={align(column.at)}>
                    <CellText text={cells[column.at] ?? ''} column={column} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

function CellText({ text, column }: { readonly text: string; readonly column: RowColumn }) {
  const meaning = column.meanings.get(text);
  if (meaning === undefined) return text;
  return (
    <span className="coded">
      <span className="coded__code">{text}</span> <span>{meaning}</span>
    </span>
  );
}
