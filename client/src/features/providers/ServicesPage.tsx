import { lazy, Suspense } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { ProvidersPages } from './ProvidersPages.tsx';
import { ServiceFacets } from './ServiceFacets.tsx';
import { ServiceSearchForm } from './ServiceSearchForm.tsx';
import { ServicesViewSwitch } from './ServicesViewSwitch.tsx';
import { ServiceTable, servicesPerPage } from './ServiceTable.tsx';
import type { ServicesFilter } from './service-address.ts';
import { narrowedBy, servicesFilter, servicesInput, servicesSearch } from './service-address.ts';
import type { FoundServices, ServiceChoices } from './service-queries.ts';
import { ServiceChoicesQuery, ServicesQuery } from './service-queries.ts';
import { synthetically } from './service-words.ts';
import { servicesSentence } from './services-sentence.ts';
import { mapView, viewSearch } from './services-view.ts';

const ServiceMap = lazy(async () => ({
  default: (await import('./ServiceMap.tsx')).ServiceMap,
}));

/** The register: which services there are, narrowed by the address, as a list or as a map. */
export function ServicesPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const filter = servicesFilter(address);
  const view = mapView(address);
  const input = servicesInput(filter, code);
  const [result, ask] = useQuery({
    query: ServicesQuery,
    variables: { input, first: servicesPerPage },
  });
  const [{ data: choices }] = useQuery({
    query: ServiceChoicesQuery,
    variables: { consortium: code },
  });
  const change = (part: Partial<ServicesFilter>) =>
    void navigate(`?${viewSearch({ ...view, pages: 1 }, servicesSearch({ ...filter, ...part }))}`, {
      preventScrollReset: true,
    });
  const showMore = () =>
    void navigate(`?${viewSearch({ ...view, pages: view.pages + 1 }, servicesSearch(filter))}`, {
      preventScrollReset: true,
      replace: true,
    });
  const narrowed = narrowedBy(filter);
  const sentenceOf = (services: FoundServices) =>
    servicesSentence(services, filter, namesOf({ services, choices, filter, name }));

  return (
    <Page title="Providers" context={name} width="wide" subpages={<ProvidersPages />}>
      <QueryState
        result={result}
        title="the register"
        lines={12}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ services }) => (
          <>
            <p className="page__lead" aria-live="polite">
              {sentenceOf(services)}
            </p>
            <Vintage services={services} />
            <ServiceSearchForm
              filter={filter}
              choices={choices}
              consortium={name}
              isNarrowed={servicesSearch(filter).size > 0}
              onChange={change}
            />
            <div className="services-layout">
              <Facets narrowed={narrowed}>
                <ServiceFacets facets={services.facets} filter={filter} onChange={change} />
              </Facets>
              <div className="services-layout__found">
                <ServicesViewSwitch filter={filter} view={view} />
                {view.view === 'map' ? (
                  <Suspense fallback={<p role="status">Loading the map…</p>}>
                    <ServiceMap
                      found={services}
                      filter={filter}
                      view={view}
                      choices={choices}
                      sentence={sentenceOf(services)}
                    />
                  </Suspense>
                ) : (
                  <FoundList
                    services={services}
                    input={input}
                    pages={view.pages}
                    onMore={showMore}
                  />
                )}
              </div>
            </div>
          </>
        )}
      </QueryState>
      {result.error && servicesSearch(filter).size > 0 && (
        <p>
          <Link to="?">Start again</Link>, with nothing narrowed.
        </p>
      )}
    </Page>
  );
}

function FoundList(props: {
  readonly services: FoundServices;
  readonly input: ReturnType<typeof servicesInput>;
  readonly pages: number;
  readonly onMore: () => void;
}) {
  const { services } = props;
  if (services.totalCount === 0) {
    return (
      <div className="empty">
        <p>
          No service of the register is like this. Leave something out, or{' '}
          <Link to="?">start again</Link>.
        </p>
      </div>
    );
  }
  return (
    <ServiceTable
      first={services}
      totalCount={services.totalCount}
      input={props.input}
      pages={props.pages}
      onMore={props.onMore}
    />
  );
}

/** Beside the list; on a phone folded away above it. */
function Facets(props: { readonly narrowed: number; readonly children: React.ReactNode }) {
  const isWide = useMediaQuery('(min-width: 64rem)');
  if (isWide) {
    return (
      <section className="services-layout__facets" aria-label="Narrow the list">
        {props.children}
      </section>
    );
  }
  return (
    <details className="services-layout__facets">
      <summary>Narrow the list{props.narrowed > 0 && ` (${props.narrowed} on)`}</summary>
      {props.children}
    </details>
  );
}

/** Which register speaks, and that what is made up is so. */
function Vintage({ services }: { readonly services: FoundServices }) {
  const real = services.edges.find(({ node }) => !node.synthetic);
  return (
    <p className="section__note">
      {synthetically(services) !== 'none' && (
        <>
          <Tag tone="warn">synthetic</Tag> Services marked so, and their owners, do not exist. They
          were made up for the demonstration, as many and as large as the real ones.{' '}
        </>
      )}
      {real && (
        <>
          Source: Ofsted, register as at {writtenDay(real.node.vintage)}. Ofsted keeps back names
          and addresses of children’s homes: they are listed by URN. Nobody sees more than the
          authority or the postcode district.
        </>
      )}
    </p>
  );
}

/** Names for what the sentence speaks of. */
function namesOf(props: {
  readonly services: FoundServices;
  readonly choices: ServiceChoices | undefined;
  readonly filter: ServicesFilter;
  readonly name: string;
}) {
  const { services, choices, filter } = props;
  const group = services.facets.find(({ name }) => name === 'GROUP');
  const framework = choices?.frameworks.edges.find(({ node }) => node.id === filter.framework);
  return {
    consortium: props.name,
    authority: (code: string) =>
      choices?.authorities.find((authority) => authority.code === code)?.name ?? code,
    group: group?.values.find(({ value }) => value === filter.group)?.title ?? null,
    framework: framework?.node.reference ?? null,
    lot: framework?.node.lots.find(({ id }) => id === filter.lot)?.number ?? null,
  };
}
