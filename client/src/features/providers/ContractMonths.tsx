import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { BarRows } from './BarRows.tsx';
import { bedUse, percentText } from './contract-figures.ts';
import type { Contract } from './contract-queries.ts';
import { count } from './market-words.ts';

/** Void days month by month: bars, and the same as a table. */
export function ContractMonths({ contract }: { readonly contract: Contract }) {
  const months = contract.months.toSorted((one, other) => one.month.localeCompare(other.month));
  const { bedDays, voidDays, occupancy } = bedUse(months);
  if (occupancy === null) return null;
  return (
    <section className="section">
      <ChartFrame
        words={{
          title: 'Void days by month',
          subtitle: `Bed days paid for and empty, contract ${contract.reference}`,
          source: `Source: ${contract.authority?.name ?? 'its authority'}’s record of the contract.`,
        }}
        summary={`${count(voidDays)} of ${count(bedDays)} bed days stood empty over ${months.length} months; the beds were occupied ${percentText(occupancy)} of the time.`}
        notes={() => contract.synthetic && <Tag tone="warn">synthetic</Tag>}
        fileName={`void-days-${contract.reference}`}
        table={
          <table className="table">
            <caption className="govuk-visually-hidden">Void days by month</caption>
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col" className="table__number">
                  Beds
                </th>
                <th scope="col" className="table__number">
                  Occupied on its last day
                </th>
                <th scope="col" className="table__number">
                  Void days
                </th>
                <th scope="col" className="table__number">
                  Of bed days
                </th>
              </tr>
            </thead>
            <tbody>
              {months.map((month) => (
                <tr key={month.month}>
                  <th scope="row">{writtenMonth(month.month)}</th>
                  <td className="table__number">{month.beds}</td>
                  <td className="table__number">{month.occupied}</td>
                  <td className="table__number">{count(month.voidDays)}</td>
                  <td className="table__number">{count(month.bedDays)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      >
        {(width) => (
          <BarRows
            width={width}
            rows={months.map((month) => ({
              id: month.month,
              title: writtenMonth(month.month),
              value: month.voidDays,
              text: `${month.voidDays} of ${month.bedDays}`,
            }))}
          />
        )}
      </ChartFrame>
    </section>
  );
}
