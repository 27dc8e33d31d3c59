import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
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
  const label = `${authority.name}, month by month`;
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
      table={<MonthTable label={label} months={months} />}
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

function MonthTable(props: { readonly label: string; readonly months: readonly CapacityMonth[] }) {
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">{props.label}</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" className="table__number">
            Approved
          </th>
          <th scope="col" className="table__number">
            Deregistered
          </th>
          <th scope="col" className="table__number">
            Net
          </th>
          <th scope="col" className="table__number">
            Households at its end
          </th>
          <th scope="col" className="table__number">
            Places approved
          </th>
        </tr>
      </thead>
      <tbody>
        {props.months.map(({ month, approved, deregistered, net, households, placesApproved }) => (
          <tr key={month}>
            <th scope="row">{writtenMonth(month)}</th>
            <td className="table__number">{approved.text}</td>
            <td className="table__number">{deregistered.text}</td>
            <td className="table__number">{changeText(net.value)}</td>
            <td className="table__number">{households.text}</td>
            <td className="table__number">{placesApproved.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
