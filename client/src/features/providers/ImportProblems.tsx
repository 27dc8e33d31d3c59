import { TableRegion } from '../../components/TableRegion.tsx';

interface ImportProblem {
  /** The table or the file of several that it is in; left out where there is but one. */
  readonly table?: string | null;
  /** As Excel counts rows; null where it is about all of them. */
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

const whereOf = ({ table, row }: ImportProblem): string => {
  if (!table) return `${row ?? 'the file'}`;
  return row === null ? table : `${table}, row ${row}`;
};

/** What is wrong with a file, by row and column. */
export function ImportProblems(props: { readonly problems: readonly ImportProblem[] }) {
  const { problems } = props;
  if (problems.length === 0) return null;
  return (
    <TableRegion label="What is wrong">
      <table className="table table--stack">
        <caption>What is wrong</caption>
        <thead>
          <tr>
            <th scope="col">{problems.some(({ table }) => table) ? 'Where' : 'Row'}</th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${whereOf(problem)} ${problem.column} ${problem.message}`}>
              <th scope="row">{whereOf(problem)}</th>
              <td data-label="Column">{problem.column ?? '–'}</td>
              <td data-label="What is wrong" className="table__wide">
                {problem.message}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
