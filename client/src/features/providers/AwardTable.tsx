import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { Award } from './service-queries.ts';

/** Memberships of frameworks, as far as they are shared. Prices are not among them. */
export function AwardTable(props: {
  readonly awards: readonly (Award & { readonly owner?: string })[];
  readonly label: string;
  /** What to say where there are none. */
  readonly none: string;
}) {
  const { code } = useConsortium();
  if (props.awards.length === 0) return <p>{props.none}</p>;
  return (
    <TableRegion label={props.label}>
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">Framework</th>
            <th scope="col">Lot</th>
            <th scope="col">Tier</th>
            <th scope="col">Since</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {props.awards.map(
            ({ id, framework, lot, lotNumber, tier, startsOn, endsOn, ...award }) => (
              <tr key={id}>
                <th scope="row">
                  {framework ? (
                    <Link to={`/${code}/providers/market/frameworks/${framework.id}`}>
                      {framework.reference}
                    </Link>
                  ) : (
                    'Not shared'
                  )}{' '}
                  {award.synthetic && <Tag tone="warn">synthetic</Tag>}
                  {framework && <span className="table__note">{framework.title}</span>}
                </th>
                <td data-label="Lot">
                  {lot ? `${lotNumber}: ${lot.title}` : lotNumber}
                  {award.owner && <span className="table__note">{award.owner}</span>}
                </td>
                <td data-label="Tier">{tier ?? 'None'}</td>
                <td data-label="Since">
                  {writtenDay(startsOn)}
                  {endsOn !== null && (
                    <span className="table__note">until {writtenDay(endsOn)}</span>
                  )}
                </td>
                <td data-label="Source">{award.source ?? 'Its holder'}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </TableRegion>
  );
}
