import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Tag } from './Tag.tsx';

/** Figures of one thing. */
export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly note?: string | null;
  readonly synthetic?: boolean | undefined;
  /** One for each column; null where they are not yours to see. */
  readonly cells: readonly ReactNode[] | null;
}

/** What a table of figures has: a row for each thing, and all together below where that is known. */
export interface Figures {
  /** What rows are of. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly total?: FigureRow | null;
}

/** Figures of a few things in rows: on a phone each row is a block, on paper many columns are set smaller. */
export function FigureTable(props: Figures & { readonly label: string }) {
  const { label, head, columns, rows, total } = props;
  const look = classNames(
    'table',
    columns.length > 2 && 'table--stack',
    columns.length > 8 && 'table--many',
  );
  return (
    <table className={look}>
      <caption className="govuk-visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((title) => (
            <th key={title} scope="col" className="table__number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FigureCells key={row.id} row={row} columns={columns} />
        ))}
      </tbody>
      {total && (
        <tfoot>
          <FigureCells row={total} columns={columns} />
        </tfoot>
      )}
    </table>
  );
}

function FigureCells(props: { readonly row: FigureRow; readonly columns: readonly string[] }) {
  const { row, columns } = props;
  const { name, note, synthetic, cells } = row;
  return (
    <tr>
      <th scope="row">
        {name} {synthetic && <Tag tone="warn">synthetic</Tag>}
        {note && <span className="table__note">{note}</span>}
      </th>
      {cells ? (
        columns.map((title, index) => (
          <td key={title} data-label={title} className="table__number">
            {cells[index]}
          </td>
        ))
      ) : (
        <td colSpan={columns.length}>x</td>
      )}
    </tr>
  );
}
