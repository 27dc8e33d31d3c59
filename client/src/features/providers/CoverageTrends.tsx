import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { CoveragePanels } from './CoveragePanels.tsx';
import type { Board, BoardService } from './coverage-board.ts';
import type { Coverage } from './coverage-queries.ts';
import { trendsSentence } from './coverage-trends.ts';

/** The share on framework month by month: a small picture for each authority, all on one scale. */
export function CoverageTrends(props: {
  readonly coverage: Coverage;
  readonly board: Board;
  readonly service: BoardService;
}) {
  const { coverage, board, service } = props;
  const { code, name } = useConsortium();
  const title = `Share bought on framework, ${service.title.toLowerCase()}`;
  const panels = board.subjects.map((subject) => ({
    ...subject,
    months: board.cell(subject.id, service.code)?.months ?? [],
  }));
  const [first = coverage.period] = coverage.periods;
  return (
    <section className="section">
      <ChartFrame
        words={{
          title,
          subtitle: `Percent of placements bought in the month, members of ${name}, ${writtenMonth(first)} to ${writtenMonth(coverage.period)}`,
          source:
            'Source: members’ returns of providers. Each figure says why you may see it on the board above.',
        }}
        summary={trendsSentence(panels)}
        notes={() => 'Each picture goes from 0% to 100%. A gap stands where there is no figure.'}
        fileName={`coverage-${code}-${service.code.toLowerCase()}-${coverage.period}`}
        table={
          <TableRegion label={title}>
            <table className="table">
              <caption className="govuk-visually-hidden">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">Month</th>
                  {panels.map((panel) => (
                    <th key={panel.id} scope="col" className="table__number">
                      {panel.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {coverage.periods.map((period, index) => (
                  <tr key={period}>
                    <th scope="row">{writtenMonth(period)}</th>
                    {panels.map((panel) => {
                      const share = panel.months[index]?.share;
                      return (
                        <td key={panel.id} className="table__number" title={share?.why}>
                          {share?.text}
                          {share?.numerator != null && (
                            <span className="table__note">
                              {share.numerator} of {share.denominator}
                            </span>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        }
      >
        {(width) => <CoveragePanels panels={panels} width={width} />}
      </ChartFrame>
    </section>
  );
}
