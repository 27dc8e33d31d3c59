import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import type { AuthorityCapacity } from './capacity-query.ts';
import { basisText, changeText, countText, overMonths } from './capacity-words.ts';

const flows = [
  { key: 'approved', title: 'Approved in the months' },
  { key: 'deregistered', title: 'Deregistered in the months' },
] as const;
const stocks = [
  { key: 'households', title: 'Households' },
  { key: 'placesApproved', title: 'Places approved' },
  { key: 'filled', title: 'Filled' },
  { key: 'vacant', title: 'Vacant' },
  { key: 'unavailable', title: 'Not available' },
  { key: 'ofApproved', title: 'Filled of approved' },
  { key: 'ofAvailable', title: 'Filled of available' },
] as const;

/** Every member side by side: what came and went, and what there was at the end of the last month. Nothing is added up over them. */
export function CapacityTable(props: { readonly authorities: readonly AuthorityCapacity[] }) {
  const { authorities } = props;
  const end = authorities[0]?.months.at(-1)?.month;
  if (end === undefined) return null;
  const label = `Households and places at the end of ${writtenMonth(end)}`;
  return (
    <section className="section" aria-labelledby="capacity-members">
      <h2 id="capacity-members">{label}</h2>
      <TableRegion label={`Table: ${label}`}>
        <table className="table">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Authority</th>
              {[...flows, { key: 'net', title: 'Net change' }, ...stocks].map(({ key, title }) => (
                <th key={key} scope="col" className="table__number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {authorities.map((one) => (
              <CapacityRow key={one.authority.code} one={one} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="section__note">
        Available places are approved ones without those not available. x: not known, or not yours
        to see.
      </p>
    </section>
  );
}

function CapacityRow({ one }: { readonly one: AuthorityCapacity }) {
  const { authority, months, why } = one;
  const last = months.at(-1);
  if (!last) return null;
  return (
    <tr>
      <th scope="row">
        {authority.name} {last.households.synthetic && <Tag tone="warn">synthetic</Tag>}
        <span className="table__note">
          {basisText[last.basis]}; {why}
        </span>
      </th>
      {flows.map(({ key }) => (
        <td key={key} className="table__number">
          {countText(overMonths(months, key))}
        </td>
      ))}
      <td className="table__number">{changeText(overMonths(months, 'net'))}</td>
      {stocks.map(({ key }) => (
        <td key={key} className="table__number">
          {last[key].text}
        </td>
      ))}
    </tr>
  );
}
