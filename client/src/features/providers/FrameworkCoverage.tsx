import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ShareBar } from '../../components/charts/ShareBar.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { boardOf } from './coverage-board.ts';
import { CoverageQuery } from './coverage-queries.ts';
import type { Framework } from './framework-queries.ts';

/** How much the members that buy by a framework buy on any framework, of the services it is for. */
export function FrameworkCoverage({ framework }: { readonly framework: Framework }) {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({
    query: CoverageQuery,
    variables: { consortium: code, period: null, periods: 12 },
  });
  return (
    <section className="section" aria-labelledby="framework-coverage">
      <h2 id="framework-coverage">Coverage of its buyers</h2>
      <QueryState
        result={result}
        title="how its buyers buy"
        lines={4}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ coverage }) => {
          const board = boardOf(coverage, name);
          const buyers = new Set(framework.buyers.map((buyer) => buyer.code));
          const subjects = board.subjects.filter(
            (one) => one.code !== null && buyers.has(one.code),
          );
          const services = board.services.filter((one) => framework.services.includes(one.code));
          if (subjects.length === 0 || services.length === 0) {
            return (
              <p className="section__note">
                No member of {name} buys by it, or not a service that coverage is counted for.
              </p>
            );
          }
          const label = `Share bought on framework, ${writtenMonth(coverage.period)}`;
          return (
            <>
              <p className="section__note">
                {label}: on this framework or another, as returns do not say on which.{' '}
                <Link to="../coverage" relative="path">
                  The whole board
                </Link>
              </p>
              <TableRegion label={label}>
                <table className="table">
                  <caption className="govuk-visually-hidden">{label}</caption>
                  <thead>
                    <tr>
                      <th scope="col">Authority</th>
                      {services.map((service) => (
                        <th key={service.code} scope="col">
                          {service.title}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {subjects.map((subject) => (
                      <tr key={subject.id}>
                        <th scope="row">{subject.name}</th>
                        {services.map((service) => {
                          const share = board.cell(subject.id, service.code)?.last.share;
                          return (
                            <td key={service.code}>
                              {share?.value != null && <ShareBar share={share.value} />}
                              {share?.text} {share?.synthetic && <Tag tone="warn">synthetic</Tag>}
                              <span className="table__note">
                                {share?.numerator != null
                                  ? `${share.numerator} of ${share.denominator}`
                                  : share?.why}
                              </span>
                            </td>
                          );
                        })}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableRegion>
            </>
          );
        }}
      </QueryState>
    </section>
  );
}
