import { Link } from 'react-router';
import { classNames } from '../../components/class-names.ts';
import { compareLink } from './compare-link.ts';
import { FigureTags } from './FigureText.tsx';
import { KeyFigureCell } from './KeyFigureCell.tsx';
import type { KeyFigureColumn, KeyFigureRow, KeyFigureTable as Table } from './key-figures.ts';

/** More subjects than this stand one below the other: across, they would not fit a screen. */
const mostAcross = 8;

/** The key figures as a table: indicators down and subjects across, or turned where there are many subjects. */
export function KeyFigureTable(props: { readonly consortium: string; readonly table: Table }) {
  const { consortium, table } = props;
  return (
    <table className="table key-figures">
      <caption className="govuk-visually-hidden">
        Key figures of the members, the consortium and England
      </caption>
      {table.columns.length <= mostAcross ? (
        <IndicatorsDown consortium={consortium} table={table} />
      ) : (
        <SubjectsDown consortium={consortium} table={table} />
      )}
    </table>
  );
}

function IndicatorsDown({ consortium, table }: { consortium: string; table: Table }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Indicator</th>
          {table.columns.map((column) => (
            <th key={keyOf(column)} scope="col" className={numberClass(column)}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.indicator.id}>
            <th scope="row">
              <IndicatorHeading consortium={consortium} row={row} />
            </th>
            {table.columns.map((column, index) => (
              <td key={keyOf(column)} className={numberClass(column)}>
                <KeyFigureCell
                  indicator={row.indicator}
                  figure={row.figures[index] ?? null}
                  isRemarked={row.remark !== null}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function SubjectsDown({ consortium, table }: { consortium: string; table: Table }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Authority</th>
          {table.rows.map((row) => (
            <th key={row.indicator.id} scope="col" className="table__number">
              <IndicatorHeading consortium={consortium} row={row} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.columns.map((column, index) => (
          <tr key={keyOf(column)}>
            <th
              scope="row"
              className={classNames(column.code === null && 'key-figures__comparator')}
            >
              {column.name}
            </th>
            {table.rows.map((row) => (
              <td key={row.indicator.id} className={numberClass(column)}>
                <KeyFigureCell
                  indicator={row.indicator}
                  figure={row.figures[index] ?? null}
                  isRemarked={row.remark !== null}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** Title, unit, period, and what is not final. Leads to the comparison. */
function IndicatorHeading(props: { readonly consortium: string; readonly row: KeyFigureRow }) {
  const { indicator, period, remark } = props.row;
  const address = compareLink(props.consortium, {
    indicators: [indicator.key],
    focus: indicator.key,
  });
  return (
    <>
      <Link to={address}>{indicator.title}</Link>
      <span className="table__note">
        {indicator.unit}, {period} {remark && <FigureTags {...remark} />}
      </span>
    </>
  );
}

const keyOf = ({ code, subject }: KeyFigureColumn) => `${code}${subject}`;

const numberClass = ({ code }: KeyFigureColumn) =>
  classNames('table__number', code === null && 'key-figures__comparator');
