import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { classNames } from '../../components/class-names.ts';
import type { FigureAddress } from '../indicators/pressed-figure.ts';
import { pressedFigure } from '../indicators/pressed-figure.ts';
import { useFigureKeys } from '../indicators/use-figure-keys.ts';
import '../indicators/figure-button.scss';
import { compareLink } from './compare-link.ts';
import { FigureTags } from './FigureText.tsx';
import { KeyFigureCell } from './KeyFigureCell.tsx';
import type { KeyFigureColumn, KeyFigureRow, KeyFigureTable as Table } from './key-figures.ts';
import { subjectKey } from './key-figures.ts';

// What explains a figure comes when one is pressed.
const KeyFigurePanel = lazy(async () => ({
  default: (await import('./KeyFigurePanel.tsx')).KeyFigurePanel,
}));

/** More subjects than this stand one below the other: across, they would not fit a screen. */
const mostAcross = 8;

/** The key figures as a table: indicators down and subjects across, or turned where there are many subjects. */
export function KeyFigureTable(props: {
  readonly consortium: string;
  readonly caption: string;
  readonly table: Table;
}) {
  const { consortium, caption, table } = props;
  const [opened, setOpened] = useState<FigureAddress | null>(null);
  const keys = useFigureKeys();
  return (
    <>
      <table
        ref={keys.table}
        className="table key-figures"
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onClick={(event) => setOpened(pressedFigure(event))}
      >
        <caption className="govuk-visually-hidden">{caption}</caption>
        {table.columns.length <= mostAcross ? (
          <IndicatorsDown consortium={consortium} table={table} />
        ) : (
          <SubjectsDown consortium={consortium} table={table} />
        )}
      </table>
      {opened && (
        <Suspense fallback={null}>
          <KeyFigurePanel {...{ consortium, table, opened }} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}

function IndicatorsDown({ consortium, table }: { consortium: string; table: Table }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Indicator</th>
          {table.columns.map((column) => (
            <th key={subjectKey(column)} scope="col" className={numberClass(column)}>
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
              <td key={subjectKey(column)} className={numberClass(column)}>
                <KeyFigureCell
                  indicator={row.indicator}
                  column={column}
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
          <tr key={subjectKey(column)}>
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
                  column={column}
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
        {indicator.unit}, {periodInWords(period)} {remark && <FigureTags {...remark} />}
      </span>
    </>
  );
}

const numberClass = ({ code }: KeyFigureColumn) =>
  classNames('table__number', code === null && 'key-figures__comparator');
