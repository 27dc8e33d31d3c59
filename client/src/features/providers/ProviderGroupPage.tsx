import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { AwardTable } from './AwardTable.tsx';
import { FacetTable } from './FacetTable.tsx';
import { exposureAddress } from './market-address.ts';
import { ProvidersPages } from './ProvidersPages.tsx';
import { providerGroupSentence } from './provider-group-sentence.ts';
import { ServiceTable, servicesPerPage } from './ServiceTable.tsx';
import { servicesFilter, servicesInput, servicesSearch } from './service-address.ts';
import type { FoundServices, ProviderGroup } from './service-queries.ts';
import { ProviderGroupQuery, ServicesQuery } from './service-queries.ts';
import { joined } from './service-words.ts';
import { mapView } from './services-view.ts';

/** Owners that are one but for the spelling of their name: what they have, where, and how it is judged. */
export function ProviderGroupPage() {
  const { key = '' } = useParams();
  const { name, code } = useConsortium();
  const filter = {
    ...servicesFilter(new URLSearchParams()),
    scope: 'england' as const,
    group: key,
  };
  const input = servicesInput(filter, code);
  const [result, ask] = useQuery({ query: ProviderGroupQuery, variables: { key } });
  const [services, askServices] = useQuery({
    query: ServicesQuery,
    variables: { input, first: servicesPerPage },
    pause: !result.data?.providerGroup,
  });
  const group = result.data?.providerGroup;
  const retry = () => {
    ask({ requestPolicy: 'network-only' });
    askServices({ requestPolicy: 'network-only' });
  };

  return (
    <Page
      title={group?.name ?? 'Provider group'}
      context={`Providers, ${name}`}
      width="wide"
      subpages={<ProvidersPages />}
    >
      <QueryState
        result={result}
        title="the provider group"
        retry={retry}
        isNamed
        isEmpty={(data) => data.providerGroup === null}
        empty={<p>No register that was loaded has an owner of this name.</p>}
      >
        {() =>
          group && (
            <QueryState result={services} title="its services" lines={10} retry={retry}>
              {(found) => <GroupDetails group={group} found={found.services} input={input} />}
            </QueryState>
          )
        }
      </QueryState>
    </Page>
  );
}

function GroupDetails(props: {
  readonly group: ProviderGroup;
  readonly found: FoundServices;
  readonly input: ReturnType<typeof servicesInput>;
}) {
  const { group, found, input } = props;
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const { pages } = mapView(address);
  const here = servicesSearch({ ...servicesFilter(new URLSearchParams()), group: group.key });
  const isOne = group.providers.length === 1;
  const awards = group.providers.flatMap(({ name: owner, awards: those }) =>
    those.map((award) => (isOne ? award : { ...award, owner })),
  );

  return (
    <>
      <p className="page__lead">
        {providerGroupSentence(group, found)} {group.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <p>
        <Link to={`/${code}/providers?${here}`}>Its services in {name}</Link>
      </p>
      {permissions.includes('provider:read') && (
        <p>
          <Link to={exposureAddress(code, group.key)}>
            Who uses it in {name}, and what if it failed tomorrow
          </Link>
        </p>
      )}
      <Owners group={group} />
      <section className="section">
        <h2>Where, what and how judged</h2>
        <div className="group-tables">
          <FacetTable
            facets={found.facets}
            name="AUTHORITY"
            title="Area"
            others="Outside England"
          />
          <FacetTable facets={found.facets} name="PROVISION_TYPE" title="What it is" />
          <FacetTable
            facets={found.facets}
            name="JUDGEMENT"
            title="Newest judgement"
            others="Not judged yet"
          />
        </div>
      </section>
      <section className="section">
        <h2>On which frameworks</h2>
        <AwardTable
          awards={awards}
          label="Frameworks that its owners are on"
          none="None of its owners is on a framework today whose members are shared with you."
        />
      </section>
      <section className="section">
        <h2>Services in all of England</h2>
        <ServiceTable
          first={found}
          totalCount={found.totalCount}
          input={input}
          pages={pages}
          onMore={() =>
            void navigate(`?pages=${pages + 1}`, { preventScrollReset: true, replace: true })
          }
        />
      </section>
    </>
  );
}

/** The legal owners that were taken for one, every way their names were printed, and what that does not say. */
function Owners({ group }: { readonly group: ProviderGroup }) {
  const inHouseOf = group.inHouseOf.map(({ name }) => name);
  return (
    <section className="section">
      <h2>Who owns them</h2>
      <p className="section__note">
        Ofsted’s files do not say who owns the owner. Owners are put together here only where their
        names are the same but for case, punctuation, “Limited” and the like, or a company number:
        companies of one family under different names stand apart.
      </p>
      {inHouseOf.length > 0 && <p>In-house of {joined(inHouseOf)}.</p>}
      <ul className="lines">
        {group.providers.map(({ id, name, names, companyNumber }) => (
          <li key={id}>
            <strong>{name}</strong>
            {companyNumber !== null && `, company number ${companyNumber}`}
            {names.length > 1 && (
              <span className="table__note">
                Printed as {joined(names.map((spelling) => `“${spelling}”`))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
