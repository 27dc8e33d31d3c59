import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { compareLink } from './compare-link.ts';
import { inYearSentence } from './in-year-sentence.ts';
import { KeyFigureTable } from './KeyFigureTable.tsx';
import { keyFigureTable, seenPart } from './key-figures.ts';
import type { KeyFiguresFragment } from './overview-query.ts';
import { SymbolLegend } from './SymbolLegend.tsx';

/** What members’ returns say of the latest month, as far as it is shared; else why there is nothing. */
export function InYear(props: {
  readonly consortium: string;
  readonly consortiumName: string;
  readonly inYear: ResultOf<typeof KeyFiguresFragment>;
}) {
  const { consortium, consortiumName, inYear } = props;
  const { table, unseen } = seenPart(keyFigureTable(inYear, consortiumName));
  const { rows } = table;
  const latest = inYear.periods.findLast((label) => rows.some(({ period }) => period === label));
  const address = compareLink(consortium, {
    indicators: rows.map(({ indicator }) => indicator.key),
    comparators: ['consortium'],
    periods: 13,
  });

  return (
    <section className="section" aria-labelledby="in-year">
      <h2 id="in-year">
        {latest === undefined
          ? `${consortiumName} this month`
          : `${consortiumName} in ${periodInWords(latest)}`}
      </h2>
      <p className="section__note">{inYearSentence(inYear, consortiumName, unseen)}</p>
      {rows.length > 0 && (
        <>
          <TableRegion label="Table of in-year figures">
            <KeyFigureTable
              consortium={consortium}
              caption="In-year figures of the members and the consortium"
              table={table}
            />
          </TableRegion>
          <SymbolLegend rows={rows} />
          <p>
            <Link to={address}>Compare these month by month</Link>
          </p>
        </>
      )}
    </section>
  );
}
