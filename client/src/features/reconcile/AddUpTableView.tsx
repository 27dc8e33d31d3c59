import type { Reconciliation } from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { classNames } from '../../components/class-names.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import type { AddUpMark } from './add-up-marks.ts';
import { marksOf, numberColumns, rowsShown } from './add-up-marks.ts';
import type { AddUpTable } from './add-up-source.ts';
import { cellId, findingId, goTo } from './go-to-cell.ts';

/** The table as printed, with the number of each finding beside the cells it is about. */
export function AddUpTableView(props: {
  readonly table: AddUpTable;
  readonly result: Reconciliation;
}) {
  const { header, rows, title, paper } = props.table;
  const { findings, reading } = props.result;
  const marks = marksOf(findings);
  const shown = rowsShown(rows.length, findings);
  const isTotal = (row: number) => reading.totalRows.includes(row);
  const numbers = numberColumns(rows);
  const columns = header.map((name, at) => ({
    name,
    column: at + 1,
    align: numbers.has(at + 1) ? 'table__number' : undefined,
  }));

  return (
    <>
      {shown.length < rows.length && (
        <p>
          Of {rows.length} rows, those {shown.length} are shown in which something was found.
        </p>
      )}
      <TableRegion label={title}>
        <table className="table add-up-table">
          <caption>
            {title}
            {paper !== null && <span className="table__note">As printed in: {paper}</span>}
          </caption>
          <thead>
            <tr>
              {columns.map(({ name, column, align }) => (
                <th key={column} scope="col" className={align}>
                  {name.replaceAll('_', ' ')}
                  {reading.totalColumns.includes(column) && <Said>total</Said>}
                  {reading.percentColumns.includes(column) && <Said>per cent</Said>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row} className={classNames(isTotal(row) && 'add-up-table__total')}>
                {columns.map(({ column, align }) => (
                  <Cell
                    key={column}
                    id={cellId({ row, column })}
                    text={rows[row - 2]?.[column - 1] ?? ''}
                    marks={marks.get(cellId({ row, column })) ?? []}
                    isName={column === 1}
                    align={align}
                  >
                    {column === 1 && isTotal(row) && <Said>total</Said>}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

/** How a row or a column was read. */
function Said(props: { readonly children: string }) {
  return <span className="table__note">read as {props.children}</span>;
}

function Cell(props: {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly AddUpMark[];
  readonly isName: boolean;
  readonly align: string | undefined;
  readonly children: React.ReactNode;
}) {
  const { id, text, marks, isName } = props;
  const isQuestioned = marks.some((mark) => mark.isQuestioned);
  const Element = isName ? 'th' : 'td';
  return (
    <Element
      id={id}
      tabIndex={marks.length > 0 ? -1 : undefined}
      scope={isName ? 'row' : undefined}
      className={classNames(
        props.align,
        marks.length > 0 && 'add-up-table__part',
        isQuestioned && 'add-up-table__questioned',
      )}
    >
      {text}
      {marks.map((mark) => (
        <Mark key={mark.number} mark={mark} />
      ))}
      {props.children}
    </Element>
  );
}

/** Leads from the questioned cell to what is said of it; other cells only say that they are part of it. */
function Mark({ mark: { number, isQuestioned } }: { readonly mark: AddUpMark }) {
  if (!isQuestioned) return <VisuallyHidden> (part of finding {number})</VisuallyHidden>;
  return (
    <a
      className="add-up-table__mark"
      href={`#${findingId(number)}`}
      onClick={(event) => goTo(event, findingId(number))}
    >
      <VisuallyHidden>Finding </VisuallyHidden>
      {number}
    </a>
  );
}
