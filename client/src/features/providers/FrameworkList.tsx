import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { FrameworkCountText } from './FrameworkCountText.tsx';
import type { FrameworkSummary } from './framework-queries.ts';
import { frameworkAddress } from './market-address.ts';
import {
  servicesInWords,
  statusTone,
  statusWord,
  termInWords,
  valueInWords,
} from './market-words.ts';

/** Frameworks with their terms, their value, and two numbers that are not the same: memberships and providers. */
export function FrameworkList(props: { readonly frameworks: readonly FrameworkSummary[] }) {
  return (
    <>
      <TableRegion label="Frameworks">
        <table className="table table--stack frameworks">
          <caption className="govuk-visually-hidden">Frameworks, by reference</caption>
          <thead>
            <tr>
              <th scope="col">Framework</th>
              <th scope="col">Term</th>
              <th scope="col">Status</th>
              <th scope="col" className="table__number">
                Value
              </th>
              <th scope="col" className="table__number">
                Lots
              </th>
              <th scope="col" className="table__number">
                Lot memberships
              </th>
              <th scope="col" className="table__number">
                Providers
              </th>
            </tr>
          </thead>
          <tbody>
            {props.frameworks.map((framework) => (
              <FrameworkLine key={framework.id} framework={framework} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="section__note">
        A provider that is on several lots is one provider and several memberships, so the two
        numbers differ; each framework’s page says by how much. “Printed” is the number in the
        framework’s own source. An x stands where who is on it is not shared with you.
      </p>
    </>
  );
}

function FrameworkLine({ framework }: { readonly framework: FrameworkSummary }) {
  const { code } = useConsortium();
  const { id, reference, title, leadText, services, status, lots, value } = framework;
  const { startsOn, endsOn, lastPossibleEnd, membershipsSynthetic } = framework;
  return (
    <tr>
      <th scope="row">
        <Link to={frameworkAddress(code, id)}>{title}</Link>
        <span className="table__note">
          {reference}. {servicesInWords(services)}. Led by {leadText}{' '}
          {framework.synthetic && <Tag tone="warn">synthetic</Tag>}
        </span>
      </th>
      <td data-label="Term" className="table__wide">
        {termInWords(startsOn, endsOn)}
        {lastPossibleEnd !== null && lastPossibleEnd !== endsOn && (
          <span className="table__note">
            with every extension until {writtenDay(lastPossibleEnd)}
          </span>
        )}
      </td>
      <td data-label="Status">
        {startsOn === null && endsOn === null ? (
          <Tag>dates not published</Tag>
        ) : (
          <Tag tone={statusTone[status]}>{statusWord[status]}</Tag>
        )}
      </td>
      <td data-label="Value" className="table__number">
        {value === null ? <span className="muted">not published</span> : valueInWords(value)}
      </td>
      <td data-label="Lots" className="table__number">
        {lots.length}
      </td>
      <td data-label="Lot memberships" className="table__number">
        <FrameworkCountText of={framework.lotMemberships} synthetic={membershipsSynthetic} />
      </td>
      <td data-label="Providers" className="table__number">
        <FrameworkCountText of={framework.providers} synthetic={membershipsSynthetic} />
      </td>
    </tr>
  );
}
