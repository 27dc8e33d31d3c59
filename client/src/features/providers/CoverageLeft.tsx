import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { LeftForSpot } from './coverage-queries.ts';
import { frameworkAddress, groupAddress } from './market-address.ts';
import { counted, whyInWords } from './market-words.ts';

/** Providers that left a framework and are bought from by spot since. */
export function CoverageLeft({ left }: { readonly left: readonly LeftForSpot[] }) {
  const { code } = useConsortium();
  const providers = new Set(left.map(({ provider }) => provider?.key)).size;
  return (
    <section className="section" aria-labelledby="left-for-spot">
      <h2 id="left-for-spot">Providers that left for spot</h2>
      <p className="section__note">
        {left.length === 0
          ? 'Among the memberships and placements that you see, nobody left a framework and is bought from by spot purchase since.'
          : `${counted(providers, 'provider')} left a framework and ${providers === 1 ? 'is' : 'are'} bought from by spot purchase since, among the memberships and placements that you see.`}
      </p>
      {left.length > 0 && (
        <TableRegion label="Left for spot, provider by provider">
          <table className="table table--stack">
            <caption className="govuk-visually-hidden">Providers that left for spot</caption>
            <thead>
              <tr>
                <th scope="col">Provider</th>
                <th scope="col">Left</th>
                <th scope="col">Bought by spot by</th>
                <th scope="col" className="table__number">
                  Placements now
                </th>
                <th scope="col">Why you see it</th>
              </tr>
            </thead>
            <tbody>
              {left.map((one) => (
                <tr
                  key={`${one.authority.code} ${one.provider?.key} ${one.framework?.id} ${one.lastOn}`}
                >
                  <th scope="row">
                    {one.provider && (
                      <Link to={groupAddress(code, one.provider.group.key)}>
                        {one.provider.name}
                      </Link>
                    )}{' '}
                    {one.synthetic && <Tag tone="warn">synthetic</Tag>}
                  </th>
                  <td data-label="Left">
                    {one.framework && (
                      <Link to={frameworkAddress(code, one.framework.id)}>
                        {one.framework.title}
                      </Link>
                    )}
                    <span className="table__note">on {writtenDay(one.lastOn)}</span>
                  </td>
                  <td data-label="Bought by spot by">{one.authority.name}</td>
                  <td data-label="Placements now" className="table__number">
                    {one.spotPlacements}
                  </td>
                  <td data-label="Why you see it" className="table__wide">
                    {whyInWords(one.why)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
