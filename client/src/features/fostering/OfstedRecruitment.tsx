import { TableRegion } from '../../components/TableRegion.tsx';
import { SymbolNotes } from '../providers/SymbolNotes.tsx';
import type { OfstedRow } from './published-query.ts';

const measures = [
  { key: 'enquiries', title: 'Initial enquiries' },
  { key: 'applications', title: 'Applications received' },
  { key: 'approvals', title: 'Households approved' },
  { key: 'deregistrations', title: 'Households deregistered' },
] as const;

/** The only year of which recruitment is public by authority: four counts, and no rate between them. */
export function OfstedRecruitment(props: {
  readonly rows: readonly OfstedRow[];
  readonly year: string;
}) {
  const { rows, year } = props;
  const label = `Recruitment by authority, ${year}, as Ofsted published it`;
  const missing = rows.filter(({ enquiries }) => enquiries.symbol !== null);
  return (
    <section className="section" aria-labelledby="ofsted-recruitment">
      <h2 id="ofsted-recruitment">{label}</h2>
      <p className="section__note">
        Those who enquired, applied and were approved in a year are different households, so no
        conversion may be worked out across a row. Figures are rounded to the nearest 5.
      </p>
      <TableRegion label={`Table: ${label}`} className="table-region--whole">
        <table className="table">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Authority</th>
              {measures.map(({ key, title }) => (
                <th key={key} scope="col" className="table__number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.authority.id}>
                <th scope="row">{row.authority.name}</th>
                {measures.map(({ key }) => (
                  <td key={key} className="table__number" title={row[key].why}>
                    {row[key].text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {missing.map(({ authority, enquiries }) => (
        <p key={authority.id} className="section__note">
          {authority.name}: {enquiries.why}
        </p>
      ))}
      <SymbolNotes symbols={rows.map(({ enquiries }) => enquiries.symbol)} synthetic={false} />
      <p className="section__note">
        Source: Ofsted, Fostering in England 1 April 2018 to 31 March 2019. Open Government Licence
        v3.0.
      </p>
    </section>
  );
}
