import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { syntheticNote } from '../indicators/synthetic.ts';
import { FigureText } from '../overview/FigureText.tsx';
import { BarRows } from './BarRows.tsx';
import type { AuthorityExposure, WhatIf } from './exposure-queries.ts';
import { WhatIfQuery } from './exposure-queries.ts';
import { exposureSearch, exposureView } from './exposure-view.ts';
import { touchedHeading } from './exposure-words.ts';
import { groupAddress } from './market-address.ts';
import { count } from './market-words.ts';
import { WhyNot } from './WhyNot.tsx';

/** What is known to be touched if a group failed tomorrow. Takes the focus when it is asked for. */
export function WhatIfFailure({ group }: { readonly group: string }) {
  const { code } = useConsortium();
  const [address] = useSearchParams();
  const [result, ask] = useQuery({ query: WhatIfQuery, variables: { consortium: code, group } });
  const view = exposureView(address);
  const none = (
    <p>
      No such group is known here.{' '}
      <Link to={`?${exposureSearch({ ...view, group: null })}`}>Choose another</Link>
    </p>
  );
  return (
    <section className="section what-if" aria-label="What if this group failed tomorrow?">
      {result.error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'NOT_FOUND') ? (
        none
      ) : (
        <QueryState
          result={result}
          title="what its failure would touch"
          lines={8}
          retry={() => ask({ requestPolicy: 'network-only' })}
          isEmpty={({ exposure }) => exposure.whatIf === null}
          empty={none}
        >
          {({ exposure }) => exposure.whatIf && <Touched whatIf={exposure.whatIf} />}
        </QueryState>
      )}
    </section>
  );
}

function Touched({ whatIf }: { readonly whatIf: WhatIf }) {
  const { code } = useConsortium();
  const heading = useRef<HTMLHeadingElement>(null);
  const { exposure, sentence } = whatIf;
  const { name, key, synthetic, authorities } = exposure;
  useEffect(() => heading.current?.focus(), []);
  const title = `Placements with ${name}, by authority`;
  const known = authorities.filter(({ placements }) => placements.value !== null);
  const reasons = authorities.flatMap(({ placements }) =>
    placements.value === null ? [placements.why] : [],
  );
  const isMadeUp = known.some(({ placements }) => placements.synthetic);

  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        If {name} failed tomorrow {synthetic && <Tag tone="warn">synthetic</Tag>}
      </h2>
      <p className="what-if__touched">{touchedHeading(whatIf)}</p>
      <p>
        {sentence} <Link to={groupAddress(code, key)}>Its services</Link>
      </p>
      {known.length === 0 ? (
        <AuthorityTable title={title} rows={authorities} />
      ) : (
        <ChartFrame
          words={{
            title,
            subtitle: `Placements in the newest month that each recorded. ${isMadeUp ? syntheticNote : ''}`,
            source:
              'Source: placements with providers as members recorded them, as far as you see them',
          }}
          summary={`${touchedHeading(whatIf)} would be touched.`}
          fileName={`what-if-${key}`}
          notes={() => 'Where nothing is shared there is no bar: that is not zero.'}
          table={<AuthorityTable title={title} rows={authorities} />}
        >
          {(width) => (
            <BarRows
              rows={authorities.map(({ authority, placements }) => ({
                id: authority.code,
                title: authority.name,
                value: placements.value,
                text: placements.text,
              }))}
              width={width}
            />
          )}
        </ChartFrame>
      )}
      <WhyNot reasons={reasons} />
    </>
  );
}

function AuthorityTable(props: {
  readonly title: string;
  readonly rows: readonly AuthorityExposure[];
}) {
  return (
    <TableRegion label={props.title}>
      <table className="table">
        <caption className="govuk-visually-hidden">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            <th scope="col" className="table__number">
              Placements
            </th>
            <th scope="col" className="table__number">
              You pay a week
            </th>
            <th scope="col" className="table__number">
              Its places in the area
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ authority, placements, spend, placesInArea }) => (
            <tr key={authority.code}>
              <th scope="row">{authority.name}</th>
              <td className="table__number">
                <FigureText figure={placements} />
              </td>
              <td className="table__number">
                <FigureText figure={spend} />
              </td>
              <td className="table__number">{placesInArea === null ? 'x' : count(placesInArea)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
