import { TableRegion } from '../../components/TableRegion.tsx';
import './returns.scss';
import type { ReturnFormatColumn, ReturnFormatTable } from './return-queries.ts';

/** One table of a format, folded: its columns, what may stand in them, and a CSV template. */
export function FormatTable(props: {
  readonly dataset: string;
  readonly table: ReturnFormatTable;
  readonly isOpen: boolean;
}) {
  const { dataset, table, isOpen } = props;
  const label = `Columns of ${table.title}`;
  return (
    // A new answer to a search unfolds what it found; after that it is the reader's.
    <details className="format" key={String(isOpen)} open={isOpen}>
      <summary>{table.title}</summary>
      <p>
        {table.description} {basisOf(table)}{' '}
        <a
          href={`/exports/return-template.csv?${new URLSearchParams({ dataset, table: table.name })}`}
          download
        >
          CSV template
        </a>
      </p>
      <TableRegion label={label}>
        <table className="table table--stack format__columns">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">What it holds</th>
              <th scope="col">Example</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((column) => (
              <Column key={column.name} column={column} isKey={table.key.includes(column.name)} />
            ))}
          </tbody>
        </table>
      </TableRegion>
    </details>
  );
}

const basisOf = ({ basis }: ReturnFormatTable) =>
  basis === 'records' ? 'One thing or event a row.' : `Speaks for: ${basis}.`;

function Column(props: { readonly column: ReturnFormatColumn; readonly isKey: boolean }) {
  const { name, title, description, aliases, unit, optional, total, example, codes } = props.column;
  const notes = [
    unit === null ? null : `Unit: ${unit}.`,
    props.isKey ? 'Tells one row from another.' : null,
    optional ? 'May be left blank.' : null,
    total ? 'May say TOTAL, for all codes together.' : null,
    aliases.length > 0 ? `Also read: ${aliases.join(', ')}.` : null,
  ].filter((note) => note !== null);
  return (
    <tr>
      <th scope="row">
        {title}
        <span className="table__note">
          <code>{name}</code>
        </span>
      </th>
      <td className="table__wide">
        {description}
        {notes.length > 0 && <span className="table__note">{notes.join(' ')}</span>}
        {codes && (
          <details className="format__codes">
            <summary>
              {codes.codes.length} codes: {codes.title}
            </summary>
            <dl>
              {codes.codes.map(({ code, label }) => (
                <div key={code}>
                  <dt>
                    <code>{code}</code>
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
            <p className="table__note">{codes.source}</p>
          </details>
        )}
      </td>
      <td data-label="Example">
        <code>{example}</code>
      </td>
    </tr>
  );
}
