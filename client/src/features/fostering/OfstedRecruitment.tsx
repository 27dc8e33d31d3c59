import { writtenDay } from '../indicators/london-day.ts';
import { FigureSection } from './FigureSection.tsx';
import type { OfstedYear } from './published-query.ts';

const measures = [
  { key: 'enquiries', title: 'Initial enquiries' },
  { key: 'applications', title: 'Applications received' },
  { key: 'approvals', title: 'Households approved' },
  { key: 'deregistrations', title: 'Households deregistered' },
] as const;

/** The only year of which recruitment is public by authority: four counts, and no rate between them; or why it is not shown. */
export function OfstedRecruitment({ published }: { readonly published: OfstedYear }) {
  const { rows, year, why, source, attribution, vintage } = published;
  const title = `Recruitment by authority, ${year}, as Ofsted published it`;
  if (why !== null) return <p>{why}</p>;
  return (
    <FigureSection
      title={title}
      note="The last year that is public by authority. Those who enquired, applied and were approved in a year are different households, so no conversion may be worked out across a row. Figures are rounded to the nearest 5."
      head="Authority"
      columns={measures.map(({ title: column }) => column)}
      rows={rows.map((row) => ({
        ...{ id: row.authority.id, name: row.authority.name },
        cells: measures.map(({ key }) => (
          <span key={key} title={row[key].why}>
            {row[key].text}
          </span>
        )),
      }))}
      symbols={rows.flatMap((row) => measures.map(({ key }) => row[key].symbol))}
    >
      {rows
        .filter(({ enquiries }) => enquiries.symbol !== null)
        .map(({ authority, enquiries }) => (
          <p key={authority.id} className="section__note">
            {authority.name}: {enquiries.why}
          </p>
        ))}
      {source !== null && vintage !== null && (
        <p className="section__note">
          Source: {source}, as of {writtenDay(vintage)}. {attribution}
        </p>
      )}
    </FigureSection>
  );
}
