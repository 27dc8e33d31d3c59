import { useState } from 'react';
import { TableRegion } from '../../components/TableRegion.tsx';
import '../indicators/figure-button.scss';
import { writtenMonth } from '../returns/return-months.ts';
import { CoverageCell } from './CoverageCell.tsx';
import { CoverageFigurePanel } from './CoverageFigurePanel.tsx';
import type { AskedFigure, Board } from './coverage-board.ts';
import type { Coverage } from './coverage-queries.ts';
import { SymbolNotes } from './SymbolNotes.tsx';

/** The share bought on framework by authority and service, with the numbers, the way there, and what was bought by spot. */
export function CoverageBoard(props: { readonly coverage: Coverage; readonly board: Board }) {
  const { coverage, board } = props;
  const [asked, setAsked] = useState<AskedFigure | null>(null);
  const month = writtenMonth(coverage.period);
  const label = `Share of bought placements made on a framework, ${month}`;
  const figures = coverage.rows.flatMap((row) => row.figures.slice(-1));
  return (
    <section className="section" aria-labelledby="coverage-board">
      <h2 id="coverage-board">On framework, by authority and service</h2>
      <p className="section__note">
        Of the placements bought in {month} – on framework, in block or by spot purchase – the share
        made on a framework. The line shows {coverage.periods.length} months. Press a figure for how
        it was made and why you may see it.
      </p>
      <TableRegion label={label}>
        <table className="table table--stack coverage">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Authority</th>
              {board.services.map(({ code, title }) => (
                <th key={code} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.subjects.map((subject) => (
              <tr key={subject.id} className={subject.code === null ? 'coverage__all' : undefined}>
                <th scope="row">{subject.name}</th>
                {board.services.map((service) => (
                  <td key={service.code} data-label={service.title}>
                    <CoverageCell
                      subject={subject}
                      service={service}
                      cell={board.cell(subject.id, service.code)}
                      onAsk={setAsked}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <SymbolNotes
        symbols={figures.flatMap(({ share, spot }) => [share.symbol, spot.symbol])}
        synthetic={figures.some(({ share }) => share.synthetic)}
      />
      {asked && (
        <CoverageFigurePanel
          asked={asked}
          period={coverage.period}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
