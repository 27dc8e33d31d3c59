import { useQuery } from 'urql';
import { QueryState } from '../../components/QueryState.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type {
  Release,
  ReleaseCell,
  ReleaseRow,
  ReleaseTable,
  ReleaseVersion,
} from './release-queries.ts';
import { ReleaseHistoryQuery } from './release-queries.ts';
import { rowName, subjectName } from './release-tables.ts';
import { statusWord } from './release-words.ts';

/** What each version of a release says in the place of one figure. */
export function ReleaseCellHistory(props: {
  readonly release: Release;
  readonly table: ReleaseTable;
  readonly row: ReleaseRow;
  readonly cell: ReleaseCell;
}) {
  const { release, table, row, cell } = props;
  const [result, ask] = useQuery({
    query: ReleaseHistoryQuery,
    variables: { key: release.key, tables: [table.name] },
  });
  const said = (version: ReleaseVersion): string =>
    version.tables
      .find(({ name }) => name === table.name)
      ?.rows.find((one) => rowName(one) === rowName(row))
      ?.cells.find((one) => subjectName(one) === subjectName(cell))?.text ?? '–';

  return (
    <section className="figure-panel__history" aria-labelledby="release-cell-history">
      <h3 id="release-cell-history">In each version</h3>
      <QueryState
        result={result}
        title="the other versions"
        lines={3}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(data) => (
          <table className="table">
            <caption className="govuk-visually-hidden">This figure in each version</caption>
            <thead>
              <tr>
                <th scope="col">Version</th>
                <th scope="col" className="table__number">
                  Figure
                </th>
                <th scope="col">Stands as</th>
              </tr>
            </thead>
            <tbody>
              {data.release?.versions.map((version) => (
                <tr
                  key={version.id}
                  aria-current={version.version === release.version ? 'true' : undefined}
                >
                  <th scope="row">{version.version}</th>
                  <td className="table__number">{said(version)}</td>
                  <td>
                    {statusWord[version.status]}
                    {version.publishedAt !== null && (
                      <span className="table__note">
                        published on {writtenDay(version.publishedAt)}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </QueryState>
    </section>
  );
}
