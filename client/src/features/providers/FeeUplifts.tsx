import { Link } from 'react-router';
import { useQuery } from 'urql';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { upliftsSentence } from './fee-uplifts.ts';
import type { FeeUplift } from './fees-queries.ts';
import { FeeUpliftsQuery } from './fees-queries.ts';
import { frameworkAddress, groupAddress } from './market-address.ts';
import { upliftStatus, upliftTone } from './uplift-steps.ts';

/** Requests for higher prices across the frameworks, with who handles each and where it stands. */
export function FeeUplifts() {
  const [result, ask] = useQuery({ query: FeeUpliftsQuery });
  return (
    <section className="section" aria-labelledby="uplifts">
      <h2 id="uplifts">Requests for higher prices</h2>
      <QueryState
        result={result}
        title="requests for higher prices"
        lines={4}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ uplifts }) => {
          const found = uplifts.edges.map(({ node }) => node);
          return (
            <>
              <p className="section__note">{upliftsSentence(found, uplifts.totalCount)}</p>
              {found.length > 0 && <UpliftTable uplifts={found} />}
              {uplifts.totalCount > found.length && (
                <p className="section__note">The newest {found.length} are shown.</p>
              )}
            </>
          );
        }}
      </QueryState>
    </section>
  );
}

function UpliftTable({ uplifts }: { readonly uplifts: readonly FeeUplift[] }) {
  return (
    <TableRegion label="Table of requests">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">
          Requests for higher prices, the newest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Provider</th>
            <th scope="col">Framework</th>
            <th scope="col">Asked</th>
            <th scope="col" className="table__number">
              Rise asked
            </th>
            <th scope="col" className="table__number">
              Agreed
            </th>
            <th scope="col">Link authority</th>
            <th scope="col">State</th>
            <th scope="col">Your answer</th>
          </tr>
        </thead>
        <tbody>
          {uplifts.map((uplift) => (
            <UpliftLine key={uplift.id} uplift={uplift} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function UpliftLine({ uplift }: { readonly uplift: FeeUplift }) {
  const { code } = useConsortium();
  const { provider, framework, link, status, answers } = uplift;
  return (
    <tr>
      <th scope="row">
        {provider ? (
          <Link to={groupAddress(code, provider.group.key)}>{provider.name}</Link>
        ) : (
          'A provider that is no longer known'
        )}{' '}
        {uplift.synthetic && <Tag tone="warn">synthetic</Tag>}
        <span className="table__note">{uplift.reason}</span>
      </th>
      <td data-label="Framework" className="table__wide">
        {framework && (
          <Link to={frameworkAddress(code, framework.id)}>
            {framework.reference}: {framework.title}
          </Link>
        )}
      </td>
      <td data-label="Asked">{writtenDay(uplift.askedOn)}</td>
      <td data-label="Rise asked" className="table__number">
        {uplift.percent}%
      </td>
      <td data-label="Agreed" className="table__number">
        {uplift.grantedPercent === null ? 'not yet' : `${uplift.grantedPercent}%`}
      </td>
      <td data-label="Link authority">
        {link?.name ?? 'the holder'}
        {uplift.viewerCanHandle && <span className="table__note">for you to handle</span>}
      </td>
      <td data-label="State">
        <Tag tone={upliftTone[status]}>{upliftStatus[status]}</Tag>
      </td>
      <td data-label="Your answer">
        {answers
          .map(({ authority, grantedPercent }) => `${authority?.name}: ${grantedPercent}%`)
          .join(', ') || 'none'}
      </td>
    </tr>
  );
}
