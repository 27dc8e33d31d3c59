import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { changeText } from './figure-change-text.ts';
import { rowAddress } from './return-address.ts';
import type { WholeReturn } from './return-queries.ts';
import { upperFirst } from './return-words.ts';
import { rowsInWords } from './shown-rows.ts';

/** What a version says: every figure, the one of the month before, and the rows it was made from. */
export function ReturnFigures(props: {
  readonly record: WholeReturn;
  /** Key of the indicator that the person came to look at; null for none. */
  readonly marked: string | null;
}) {
  const { record, marked } = props;
  if (record.figures.length === 0) return null;
  return (
    <section className="section" aria-labelledby="return-figures">
      <h2 id="return-figures">What is in it</h2>
      <p className="section__note">
        Figures made from its rows, beside those in use for the month before.
      </p>
      <TableRegion label="Figures of this version" className="table-region--whole">
        <table className="table table--stack return-figures">
          <caption className="govuk-visually-hidden">Figures of this version</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" className="table__number">
                This month
              </th>
              <th scope="col" className="table__number">
                Month before
              </th>
              <th scope="col" className="table__number">
                Change
              </th>
              <th scope="col">Made from</th>
            </tr>
          </thead>
          <tbody>
            {record.figures.map(({ indicator, now, before, change, formula, table, rows }) => (
              <tr
                key={indicator.id}
                id={`figure-${indicator.key}`}
                aria-current={indicator.key === marked ? 'true' : undefined}
              >
                <th scope="row">
                  {indicator.title}
                  <span className="table__note">{formula ?? indicator.unit}</span>
                </th>
                <td className="table__number" data-label="This month">
                  {now.text}
                </td>
                <td className="table__number" data-label="Month before">
                  {before?.text ?? '–'}
                </td>
                <td className="table__number" data-label="Change">
                  {changeText(change, indicator.unit)}
                </td>
                <td className="table__wide" data-label="Made from">
                  <MadeFrom record={record} figure={{ key: indicator.key, table, rows }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

/** The rows that a figure was made from, and the way to them for those who may see them. */
function MadeFrom(props: {
  readonly record: WholeReturn;
  readonly figure: {
    readonly key: string;
    readonly table: string;
    readonly rows: readonly number[];
  };
}) {
  const { record, figure } = props;
  const { key, table, rows } = figure;
  const { code } = useConsortium();
  const title = titleOf(record, table);
  if (rows.length === 0) return 'No row of it was sent';
  if (record.tables.length === 0) return title;
  return (
    <Link
      to={rowAddress(code, { id: record.id, table, row: rows[0], figure: key })}
      preventScrollReset
    >
      {upperFirst(rowsInWords(rows))} of {title}
    </Link>
  );
}

/** Only those who may see its rows are told a table’s title: others read its name. */
const titleOf = ({ tables }: WholeReturn, name: string) =>
  tables.find((table) => table.name === name)?.title ?? name.replaceAll('-', ' ');
