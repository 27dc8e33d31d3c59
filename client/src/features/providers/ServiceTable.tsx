import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../components/Button.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { counted } from '../returns/return-words.ts';
import type { servicesInput } from './service-address.ts';
import type { PlacedService, ServiceLine } from './service-queries.ts';
import { ServicesMoreQuery } from './service-queries.ts';
import { areaOf, judgementShort, judgementTone, serviceName } from './service-words.ts';

/** How many services come at a time. */
export const servicesPerPage = 50;

interface PageOfServices {
  readonly edges: readonly PlacedService[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Services, the first page at once and as many more as were asked for. */
export function ServiceTable(props: {
  readonly first: PageOfServices;
  readonly input: ReturnType<typeof servicesInput>;
  readonly totalCount: number;
  /** How many pages are shown. */
  readonly pages: number;
  readonly onMore: () => void;
}) {
  const { first, input, totalCount, pages } = props;
  const withDistance = input.near !== null;
  const left = totalCount - pages * servicesPerPage;
  return (
    <>
      <TableRegion label="Services" className="services-region">
        <table className="table table--stack services">
          <caption className="govuk-visually-hidden">Services of the register</caption>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Owner</th>
              <th scope="col">Area</th>
              {withDistance && (
                <th scope="col" className="table__number">
                  Miles
                </th>
              )}
              <th scope="col" className="table__number">
                Places
              </th>
              <th scope="col">Judgement</th>
            </tr>
          </thead>
          <tbody>
            <ServiceLines page={first} withDistance={withDistance} />
            {pages > 1 && <FurtherLines {...props} page={first} left={pages - 1} />}
          </tbody>
        </table>
      </TableRegion>
      {left > 0 && (
        <p className="actions">
          <Button kind="secondary" onClick={props.onMore}>
            Show {counted(Math.min(left, servicesPerPage), 'more', 'more')}
          </Button>
          <span className="services__left">
            {counted(totalCount - left, 'service')} of {totalCount.toLocaleString('en-GB')} shown
          </span>
        </p>
      )}
    </>
  );
}

/** The next page, and those after it: each knows where it begins once the one before it is there. */
function FurtherLines(props: {
  readonly page: PageOfServices;
  readonly input: ReturnType<typeof servicesInput>;
  readonly left: number;
}) {
  const { page, input, left } = props;
  const after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const [{ data, error }, ask] = useQuery({
    query: ServicesMoreQuery,
    variables: { input, first: servicesPerPage, after: after ?? '' },
    pause: after === null,
  });
  if (after === null) return null;
  if (!data) {
    return (
      <tr>
        <td colSpan={6} className="services__waiting">
          {error ? (
            <Button kind="secondary" size="small" onClick={() => ask()}>
              More could not be loaded. Try again
            </Button>
          ) : (
            'Loading more services…'
          )}
        </td>
      </tr>
    );
  }
  return (
    <>
      <ServiceLines page={data.services} withDistance={input.near !== null} />
      {left > 1 && <FurtherLines page={data.services} input={input} left={left - 1} />}
    </>
  );
}

function ServiceLines(props: { readonly page: PageOfServices; readonly withDistance: boolean }) {
  return props.page.edges.map((placed) => (
    <ServiceRow key={placed.node.id} placed={placed} withDistance={props.withDistance} />
  ));
}

function ServiceRow(props: { readonly placed: PlacedService; readonly withDistance: boolean }) {
  const { node, distanceMiles } = props.placed;
  return (
    <tr>
      <ServiceHeading service={node} />
      <OwnerCell service={node} />
      <td data-label="Area">
        {areaOf(node)}
        {node.postcodeDistrict !== null && (
          <span className="table__note">{node.postcodeDistrict}</span>
        )}
      </td>
      {props.withDistance && (
        <td className="table__number" data-label="Miles">
          {distanceMiles === null ? '–' : Math.round(distanceMiles)}
        </td>
      )}
      <td className="table__number" data-label="Places">
        {node.places ?? 'not published'}
      </td>
      <td data-label="Judgement">
        {node.judgement === null ? (
          'Not yet judged'
        ) : (
          <Tag tone={judgementTone(node.judgement)}>{judgementShort(node.judgement)}</Tag>
        )}
        {node.judgedOn !== null && <span className="table__note">{writtenDay(node.judgedOn)}</span>}
      </td>
    </tr>
  );
}

function ServiceHeading({ service }: { readonly service: ServiceLine }) {
  const { code } = useConsortium();
  const { urn, name, provisionType, synthetic } = service;
  return (
    <th scope="row">
      <Link to={`/${code}/providers/services/${urn}`}>{serviceName(service)}</Link>{' '}
      {synthetic && <Tag tone="warn">synthetic</Tag>}
      <span className="table__note">
        {provisionTitles[provisionType]}
        {name !== null && `, ${urn}`}
      </span>
    </th>
  );
}

function OwnerCell({ service }: { readonly service: ServiceLine }) {
  const { code } = useConsortium();
  const { provider, inHouse } = service;
  return (
    <td className="table__wide">
      {provider ? (
        <Link to={`/${code}/providers/groups/${provider.group.key}`}>{provider.name}</Link>
      ) : (
        'Not named'
      )}{' '}
      {inHouse && <Tag>in-house</Tag>}
    </td>
  );
}
