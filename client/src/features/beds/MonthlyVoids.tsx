import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import type { Voids } from './history-queries.ts';
import { costWords, monthlyVoids, voidsSentence } from './history-words.ts';

const title = 'Empty bed days of your block contracts';

/** Empty bed days of all contracts together, month by month, with what was paid for them. */
export function MonthlyVoids(props: { readonly voids: Voids }) {
  const { voids } = props;
  const { code } = useConsortium();
  const months = monthlyVoids(voids);
  if (months.length === 0) return null;
  return (
    <ChartFrame
      words={{
        title,
        subtitle: `Bed days in the month, all contracts of which something is known${voids.synthetic ? '; synthetic' : ''}`,
        source: 'Source: your own homes’ block places as each day ended; your contracts’ prices.',
      }}
      summary={voidsSentence(voids)}
      notes={() => 'The first and the last month may be cut short.'}
      fileName={`empty-block-beds-${code}-${voids.to}`}
      table={
        <TableRegion label={title}>
          <FigureTable
            label={title}
            head="Month"
            columns={['Bed days paid for', 'Empty', 'Paid for empty days']}
            rows={months.map(({ month, bedDays, voidDays, cost }) => ({
              id: month,
              name: writtenMonth(month),
              cells: [bedDays, voidDays, costWords(cost)],
            }))}
          />
        </TableRegion>
      }
    >
      {(width) => (
        <BarPlot
          rows={months.map(({ month, voidDays, cost }) => ({
            id: month,
            name: writtenMonth(month),
            bars: [
              {
                value: voidDays,
                kind: 'chosen',
                title: `${writtenMonth(month)}: ${voidDays} empty bed days`,
              },
            ],
            mark: null,
            text: `${voidDays}, ${costWords(cost)}`,
          }))}
          width={width}
          format={String}
        />
      )}
    </ChartFrame>
  );
}
