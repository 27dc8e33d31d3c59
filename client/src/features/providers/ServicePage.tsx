import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { AwardTable } from './AwardTable.tsx';
import { ProvidersPages } from './ProvidersPages.tsx';
import { ServiceJudgements } from './ServiceJudgements.tsx';
import { serviceFacts, serviceSentence } from './service-facts.ts';
import type { Service } from './service-queries.ts';
import { ServiceQuery } from './service-queries.ts';
import { isKeptBack, serviceName } from './service-words.ts';

/** One service of the register, by its URN. */
export function ServicePage() {
  const { urn = '' } = useParams();
  const { name } = useConsortium();
  const [result, ask] = useQuery({ query: ServiceQuery, variables: { urn: urn.toUpperCase() } });
  const service = result.data?.service;

  return (
    <Page
      title={service ? serviceName(service) : urn.toUpperCase()}
      context={`Providers, ${name}`}
      subpages={<ProvidersPages />}
    >
      <QueryState
        result={result}
        title="the service"
        retry={() => ask({ requestPolicy: 'network-only' })}
        isNamed
        isEmpty={(data) => data.service === null}
        empty={<p>No register that was loaded has a service with the URN {urn}.</p>}
      >
        {(data) => data.service && <ServiceDetails service={data.service} />}
      </QueryState>
    </Page>
  );
}

function ServiceDetails({ service }: { readonly service: Service }) {
  const { code } = useConsortium();
  const { provider } = service;
  return (
    <>
      <p className="page__lead">
        {serviceSentence(service)} {service.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      {isKeptBack(service.provisionType) && (
        <p className="section__note">
          Ofsted keeps back the names and addresses of children’s homes, so this one is known by its
          URN. Nobody is shown where it stands more precisely than its authority.
        </p>
      )}
      <section className="section">
        <h2>Facts</h2>
        <dl className="facts">
          {provider && (
            <div>
              <dt>Owner</dt>
              <dd>
                <Link to={`/${code}/providers/groups/${provider.group.key}`}>{provider.name}</Link>
              </dd>
            </div>
          )}
          {serviceFacts(service).map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="section">
        <ServiceJudgements service={service} />
      </section>
      <section className="section">
        <h2>On which frameworks</h2>
        <AwardTable
          awards={service.awards}
          label="Frameworks that offer this service"
          none="It is offered on no framework today whose members are shared with you. Whether it is bought from by spot is in each authority’s own records."
        />
      </section>
      <ServiceHistory service={service} />
    </>
  );
}

function ServiceHistory({ service }: { readonly service: Service }) {
  return (
    <section className="section">
      <h2>What newer registers changed</h2>
      {service.history.length === 0 ? (
        <p>
          Nothing: every register that was loaded since says the same of it, or none was loaded
          since.
        </p>
      ) : (
        <ul className="lines">
          {service.history.map(({ kind, sentence, vintage }) => (
            <li key={`${vintage} ${kind} ${sentence}`}>
              {sentence} <span className="service-history__day">As at {writtenDay(vintage)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
