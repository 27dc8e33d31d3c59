import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { DropOut } from './drop-out-query.ts';
import { responseTitle } from './drop-out-words.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText } from './funnel-words.ts';

const columns = [
  { key: 'enquiries', title: 'Enquiries' },
  { key: 'visited', title: 'Visited so far' },
  { key: 'applied', title: 'Applied so far' },
  { key: 'approved', title: 'Approved so far' },
  { key: 'open', title: 'On their way' },
  { key: 'lost', title: 'Lost' },
] as const;

/** What became of those who were answered in time, and of those who were not. */
export function DropOutResponses({ shown }: { readonly shown: ShownPart<DropOut> }) {
  const label = `What became of enquiries by their first response, ${shown.title}`;
  return (
    <section className="section" aria-labelledby="drop-out-responses">
      <h2 id="drop-out-responses">
        {label} {shown.part.synthetic && <Tag tone="warn">synthetic</Tag>}
      </h2>
      <TableRegion label={`Table: ${label}`}>
        <table className="table">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">First response</th>
              {columns.map(({ key, title }) => (
                <th key={key} scope="col" className="table__number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.part.responses.map((outcome) => (
              <tr key={outcome.response}>
                <th scope="row">{responseTitle[outcome.response]}</th>
                {columns.map(({ key }) => (
                  <td key={key} className="table__number">
                    {countText(outcome[key])}
                    {key !== 'enquiries' && outcome.enquiries > 0 && (
                      <span className="table__note">
                        {Math.round((outcome[key] / outcome.enquiries) * 100)} %
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
