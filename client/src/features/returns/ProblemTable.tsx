import { LongTableBody } from '../../components/LongTableBody.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { ProblemSort } from './problem-list.ts';
import type { ReturnProblem } from './return-queries.ts';
import { severityTone, severityWord } from './return-words.ts';

const columns: readonly { readonly name: string; readonly sort: ProblemSort | null }[] = [
  { name: 'Severity', sort: 'severity' },
  { name: 'Where', sort: 'place' },
  { name: 'Value', sort: 'value' },
  { name: 'What is wrong', sort: null },
  { name: 'What to do', sort: null },
];

/** Every problem with its sheet, row, column and value; sorted by its headings. */
export function ProblemTable(props: {
  readonly problems: readonly ReturnProblem[];
  readonly sort: ProblemSort;
  readonly onSort: (sort: ProblemSort) => void;
}) {
  const { problems, sort, onSort } = props;
  if (problems.length === 0) return <p>No problem is like that.</p>;
  return (
    <TableRegion label="Problems one by one" className="problems">
      <table className="table table--stack problem-table" aria-rowcount={problems.length + 1}>
        <caption className="govuk-visually-hidden">Problems one by one</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.name} {...column} chosen={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <LongTableBody rows={problems} columns={columns.length} rowHeight={68}>
          {problemRow}
        </LongTableBody>
      </table>
    </TableRegion>
  );
}

function Heading(props: {
  readonly name: string;
  readonly sort: ProblemSort | null;
  readonly chosen: ProblemSort;
  readonly onSort: (sort: ProblemSort) => void;
}) {
  const { name, sort, chosen, onSort } = props;
  if (sort === null) return <th scope="col">{name}</th>;
  return (
    <th scope="col" aria-sort={sort === chosen ? 'ascending' : 'none'}>
      <button type="button" className="sort-button" onClick={() => onSort(sort)}>
        {name}
        <span aria-hidden="true">{sort === chosen ? ' ↓' : ' ↕'}</span>
      </button>
    </th>
  );
}

/** A cell that says nothing is told from a problem that is about no cell. */
const emptyValue = ({ row, column }: ReturnProblem) =>
  row === null || column === null ? '–' : <span className="problem-table__blank">blank</span>;

const problemRow = (problem: ReturnProblem, index: number) => {
  const { nth, severity, sheet, row, column, value, message, mend } = problem;
  const { explanation, explainedBy } = problem;
  return (
    <tr key={nth} aria-rowindex={index + 2}>
      <th scope="row">
        <Tag tone={severityTone[severity]}>{severityWord[severity]}</Tag>
      </th>
      <td className="problem-table__where">
        {row !== null && `Row ${row}`}
        {column !== null && <span className="problem-table__column">{column}</span>}
        <span className="table__note">
          {sheet ?? (row === null ? 'The return as a whole' : null)}
        </span>
      </td>
      <td className="problem-table__value" data-label="Value">
        {value === null ? emptyValue(problem) : <code>{value}</code>}
      </td>
      <td className="problem-table__text table__wide">{message}</td>
      <td className="problem-table__text table__wide" data-label="What to do">
        {mend}
        {explanation !== null && (
          <span className="table__note">
            Explained by {explainedBy}: {explanation}
          </span>
        )}
      </td>
    </tr>
  );
};
