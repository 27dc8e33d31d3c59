import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { Link } from 'react-router';
import { classNames } from '../../components/class-names.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { compareLink } from './compare-link.ts';
import { FigureText } from './FigureText.tsx';
import type { KeyFigure, KeyFigureColumn, KeyFigureRow } from './key-figures.ts';
import { keyFigureTable } from './key-figures.ts';
import type { KeyFiguresFragment } from './overview-query.ts';

/** Members, consortium and England across, indicators down; each with unit, period and direction. */
export function KeyFigures(props: {
  readonly consortium: string;
  readonly keyFigures: ResultOf<typeof KeyFiguresFragment>;
}) {
  const { columns, rows } = keyFigureTable(props.keyFigures);
  const warned = rows.filter(({ warnings }) => warnings.length > 0);

  return (
    <section className="section" aria-labelledby="key-figures">
      <h2 id="key-figures">Key figures</h2>
      <p className="section__note">
        The latest period of each, and below it the period before. “Better” and “worse” follow the
        end that is good for children.
      </p>
      <TableRegion label="Table of key figures">
        <table className="table key-figures">
          <caption className="govuk-visually-hidden">
            Key figures of the members, the consortium and England
          </caption>
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              {columns.map(({ subject, code }) => (
                <th
                  key={`${code}${subject}`}
                  scope="col"
                  className={classNames(
                    'table__number',
                    code === null && 'key-figures__comparator',
                  )}
                >
                  {subject}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <KeyFigureLine
                key={row.indicator.id}
                consortium={props.consortium}
                columns={columns}
                row={row}
              />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <SymbolLegend rows={rows} />
      {warned.length > 0 && <Warnings rows={warned} />}
    </section>
  );
}

function KeyFigureLine(props: {
  readonly consortium: string;
  readonly columns: readonly KeyFigureColumn[];
  readonly row: KeyFigureRow;
}) {
  const { indicator, period, figures } = props.row;
  const address = compareLink(props.consortium, {
    indicators: [indicator.key],
    focus: indicator.key,
  });

  return (
    <tr>
      <th scope="row">
        <Link to={address}>{indicator.title}</Link>
        <span className="table__note">
          {indicator.unit}, {period}
        </span>
      </th>
      {props.columns.map(({ subject, code }, index) => (
        <td
          key={`${code}${subject}`}
          className={classNames('table__number', code === null && 'key-figures__comparator')}
        >
          <KeyFigureCell figure={figures[index] ?? null} />
        </td>
      ))}
    </tr>
  );
}

const directionWords = { BETTER: 'better', WORSE: 'worse', SAME: 'the same', NONE: null } as const;

function KeyFigureCell({ figure }: { readonly figure: KeyFigure | null }) {
  if (figure === null) return null;
  const { latest, before } = figure;
  const word = directionWords[latest.direction];
  return (
    <>
      <FigureText figure={latest.figure} />
      {before && before.figure.symbol === null && (
        <span className="table__note">
          {word !== null && (
            <span className={`direction direction--${latest.direction.toLowerCase()}`}>
              {word},{' '}
            </span>
          )}
          was {before.figure.text}
        </span>
      )}
    </>
  );
}

/** Explains the symbols that this table has, and no others. */
function SymbolLegend({ rows }: { readonly rows: readonly KeyFigureRow[] }) {
  const symbols = new Set<DataSymbol>();
  for (const figure of rows.flatMap(({ figures }) => figures)) {
    if (figure?.latest.figure.symbol) symbols.add(figure.latest.figure.symbol);
  }
  if (symbols.size === 0) return null;
  return (
    <dl className="legend">
      {[...symbols].toSorted().map((symbol) => (
        <div key={symbol}>
          <dt>{symbol}</dt> <dd>{symbolMeaning[symbol]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Warnings({ rows }: { readonly rows: readonly KeyFigureRow[] }) {
  return (
    <details className="govuk-details compare-with-care">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Compare with care</span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          {rows.map(({ indicator, warnings }) => (
            <li key={indicator.id}>
              <strong>{indicator.title}.</strong> {warnings.join(' ')}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
