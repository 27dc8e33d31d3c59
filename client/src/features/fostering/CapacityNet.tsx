import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import type { AuthorityCapacity, CapacityMonth } from './capacity-query.ts';
import { basisText, changeText, overMonths } from './capacity-words.ts';
import { monthsInWords } from './funnel-words.ts';

/** Who came and who went, month by month: approved to the right, deregistered to the left, what is left as a diamond. */
export function CapacityNet({ shown }: { readonly shown: AuthorityCapacity }) {
  const { code } = useConsortium();
  const { authority, months } = shown;
  const net = overMonths(months, 'net');
  const cautions = [...new Set(months.flatMap(({ caution }) => caution ?? []))];
  return (
    <ChartFrame
      words={{
        title: `Households approved and deregistered, ${authority.name}`,
        subtitle: `Fostering households, ${monthsInWords(months.map(({ month }) => month))}: approved to the right, deregistered to the left`,
        source: `Source: ${[...new Set(months.map(({ basis }) => basisText[basis]))].join('; ')}.`,
      }}
      summary={
        net === null
          ? 'Months in which one of the two is not known have no bars.'
          : `Approved minus deregistered over all months: ${changeText(net)}.`
      }
      notes={() => (
        <>
          The diamond is what is left: approved minus deregistered. {cautions.join(' ')}{' '}
          {months.some(({ net: { synthetic } }) => synthetic) && <Tag tone="warn">synthetic</Tag>}
        </>
      )}
      fileName={`fostering-net-${code}-${authority.code}`}
      table={
        <FigureTable
          label={`${authority.name}, month by month`}
          head="Month"
          columns={[
            ...['Approved', 'Deregistered', 'Net'],
            ...['Households at its end', 'Places approved'],
          ]}
          rows={months.map((one) => ({
            id: one.month,
            name: writtenMonth(one.month),
            cells: [
              ...[one.approved.text, one.deregistered.text, changeText(one.net.value)],
              ...[one.households.text, one.placesApproved.text],
            ],
          }))}
        />
      }
    >
      {(width) => <BarPlot width={width} rows={months.map(rowOf)} format={plainly} />}
    </ChartFrame>
  );
}

/** The axis to both sides counts households: none of its numbers is below zero. */
const plainly = (value: number) => String(Math.abs(value));

function rowOf({ month, approved, deregistered, net }: CapacityMonth) {
  const name = writtenMonth(month);
  return {
    ...{ id: month, name, text: `${changeText(net.value)}` },
    bars: [
      ...(approved.value === null
        ? []
        : [
            {
              value: approved.value,
              kind: 'chosen' as const,
              title: `${name}: ${approved.text} approved`,
            },
          ]),
      ...(deregistered.value === null
        ? []
        : [
            {
              value: -deregistered.value,
              kind: 'other' as const,
              title: `${name}: ${deregistered.text} deregistered`,
            },
          ]),
    ],
    mark:
      net.value === null
        ? null
        : { value: net.value, title: `${name}: ${changeText(net.value)} left over` },
  };
}
