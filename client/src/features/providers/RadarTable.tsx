import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { contractAddress, frameworkAddress } from './market-address.ts';
import type { DueDate } from './radar.ts';
import { dateWord, dueDates, overdueDates } from './radar.ts';
import type { Radar, RadarItem } from './radar-queries.ts';

const label = 'What falls due, in order of days';

/** The same as the timeline, day by day. */
export function RadarTable({ radar }: { readonly radar: Radar }) {
  const overdue = overdueDates(radar);
  const due = [...overdue, ...dueDates(radar)];
  return (
    <section className="section" aria-labelledby="radar-dates">
      <h2 id="radar-dates">{label}</h2>
      {due.length === 0 ? (
        <p className="empty">
          Nothing falls due before {writtenDay(radar.until)}, of the frameworks and block contracts
          that you see.
        </p>
      ) : (
        <TableRegion label="Days on which something is due">
          <table className="table table--stack">
            <caption className="govuk-visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">What is due</th>
                <th scope="col">Of</th>
                <th scope="col">Notice</th>
                <th scope="col">Lead time</th>
              </tr>
            </thead>
            <tbody>
              {due.map((date) => (
                <DueLine
                  key={`${date.on} ${date.kind} ${date.item.reference}`}
                  date={date}
                  isOverdue={overdue.includes(date)}
                />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}

function DueLine({ date, isOverdue }: { readonly date: DueDate; readonly isOverdue: boolean }) {
  const { item } = date;
  const terms = item.framework ?? item.contract;
  return (
    <tr>
      <th scope="row">{writtenDay(date.on)}</th>
      <td data-label="What is due" className="table__wide">
        {upper(dateWord[date.kind])} {isOverdue && <Tag tone="warn">was due</Tag>}
        <span className="table__note">{date.sentence}</span>
      </td>
      <td data-label="Of">
        <ItemLink item={item} /> {terms?.synthetic && <Tag tone="warn">synthetic</Tag>}
        <span className="table__note">{item.authority?.name ?? item.framework?.leadText}</span>
      </td>
      <td data-label="Notice">{months(terms?.noticeMonths)}</td>
      <td data-label="Lead time">{months(terms?.decisionLeadMonths)}</td>
    </tr>
  );
}

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const months = (many: number | null | undefined) => (many == null ? 'not known' : `${many} months`);

function ItemLink({ item }: { readonly item: RadarItem }) {
  const { code } = useConsortium();
  const { framework, contract, reference } = item;
  if (framework) return <Link to={frameworkAddress(code, framework.id)}>{reference}</Link>;
  if (contract) return <Link to={contractAddress(code, contract.id)}>{reference}</Link>;
  return reference;
}
