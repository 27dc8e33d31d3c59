import type { SourceProblem } from '@sufficiency/shared/returns/sources/ssda903/problem-book.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { Counted } from './aggregate-worker.ts';
import { fileSentence, rowsInWords } from './ssda903-sentence.ts';

const severities = {
  error: { word: 'Error', tone: 'bad' },
  query: { word: 'Query', tone: 'warn' },
  note: { word: 'Note', tone: 'neutral' },
} as const;

const number = new Intl.NumberFormat('en-GB');

/** What was read of each file, and what may be wrong with it: by count and row, never by child. */
export function Ssda903Problems(props: {
  readonly counted: Counted;
  readonly fileNames: readonly string[];
}) {
  const { counted, fileNames } = props;
  return (
    <>
      <ul className="govuk-list">
        {counted.files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; they never change places.
          <li key={index}>
            <strong>{fileNames[index]}</strong>: {fileSentence(file)}
          </li>
        ))}
      </ul>
      {counted.problems.length > 0 && (
        <TableRegion label="What may be wrong with the files" className="ssda903-problems">
          <table className="table table--stack">
            <caption>What may be wrong with the files. This list stays in your browser.</caption>
            <thead>
              <tr>
                <th scope="col">Problem</th>
                <th scope="col">What to do</th>
                <th scope="col" className="table__number">
                  Rows
                </th>
                <th scope="col">Where</th>
              </tr>
            </thead>
            <tbody>
              {counted.problems.map((problem) => (
                <ProblemRow
                  key={`${problem.rule} ${problem.file}`}
                  problem={problem}
                  fileName={fileNames[problem.file] ?? ''}
                />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </>
  );
}

function ProblemRow(props: { readonly problem: SourceProblem; readonly fileName: string }) {
  const { severity, rule, message, mend, count, rows } = props.problem;
  const { word, tone } = severities[severity];
  return (
    <tr>
      <th scope="row">
        <Tag tone={tone}>{word}</Tag> {message}
        <span className="table__note">
          {/^\d/.test(rule) ? `Rule ${rule} of the Department for Education` : null}
        </span>
      </th>
      <td className="table__wide">{mend}</td>
      <td className="table__number" data-label="Rows">
        {number.format(count)}
      </td>
      <td data-label="Where">
        {props.fileName}
        <span className="table__note">{rowsInWords(rows, count)}</span>
      </td>
    </tr>
  );
}
