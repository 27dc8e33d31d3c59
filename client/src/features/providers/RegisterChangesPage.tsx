import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { ProvidersPages } from './ProvidersPages.tsx';
import type { ChangesView } from './register-changes-view.ts';
import {
  changeKinds,
  changesOf,
  changesSearch,
  changesSentence,
  changesVariables,
  changesView,
  changeTitles,
} from './register-changes-view.ts';
import type { RegisterChange } from './service-queries.ts';
import { RegisterChangeCountsQuery, RegisterChangesQuery } from './service-queries.ts';
import { areaOf, serviceName } from './service-words.ts';

/** How many changes stand on a page. */
const pageSize = 100;

/** What newer registers changed: who joined and left, moved, grew, or was judged otherwise. */
export function RegisterChangesPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const view = changesView(address);
  const variables = changesVariables(view, code);
  const [counts, askCounts] = useQuery({ query: RegisterChangeCountsQuery, variables });

  return (
    <Page title="Changes to the register" context={name} width="wide" subpages={<ProvidersPages />}>
      <QueryState
        result={counts}
        title="what changed"
        retry={() => askCounts({ requestPolicy: 'network-only' })}
      >
        {({ registerChanges }) => (
          <>
            <p className="page__lead">{changesSentence(registerChanges, view, name)}</p>
            <p className="section__note">
              Each time a newer register is loaded, every service is set beside what the one before
              said of it.
            </p>
            <ChangesFilters view={view} counts={registerChanges} consortium={name} />
            <ChangesList view={view} />
          </>
        )}
      </QueryState>
    </Page>
  );
}

function ChangesFilters(props: {
  readonly view: ChangesView;
  readonly counts: ResultOf<typeof RegisterChangeCountsQuery>['registerChanges'];
  readonly consortium: string;
}) {
  const { view, counts } = props;
  const navigate = useNavigate();
  const show = (part: Partial<ChangesView>) =>
    void navigate(changesSearch({ ...view, after: null, ...part }), { preventScrollReset: true });
  const kinds = changeKinds.filter((kind) => changesOf(counts, kind) > 0 || kind === view.kind);

  return (
    <div className="changes-filters">
      <FieldSelect
        id="changes-kind"
        label="Kind of change"
        options={[
          { value: '', text: 'All kinds' },
          ...kinds.map((value) => ({
            value,
            text: `${changeTitles[value]} (${changesOf(counts, value)})`,
          })),
        ]}
        value={view.kind ?? ''}
        onChange={({ target: { value } }) =>
          show({ kind: changeKinds.find((kind) => kind === value) ?? null })
        }
      />
      <FieldSelect
        id="changes-scope"
        label="In"
        options={[
          { value: 'consortium', text: props.consortium },
          { value: 'england', text: 'All of England' },
        ]}
        value={view.scope}
        onChange={({ target: { value } }) =>
          show({ scope: value === 'england' ? 'england' : 'consortium' })
        }
      />
      <FieldSelect
        id="changes-of"
        label="Services"
        options={[
          { value: 'both', text: 'Real and fictitious' },
          { value: 'real', text: 'Real only' },
          { value: 'fictitious', text: 'Fictitious only' },
        ]}
        value={view.of}
        onChange={({ target: { value } }) =>
          show({ of: (['real', 'fictitious'] as const).find((one) => one === value) ?? 'both' })
        }
      />
    </div>
  );
}

function ChangesList({ view }: { readonly view: ChangesView }) {
  const { code } = useConsortium();
  const [result, ask] = useQuery({
    query: RegisterChangesQuery,
    variables: {
      ...changesVariables(view, code),
      kinds: view.kind === null ? null : [view.kind],
      first: pageSize,
      after: view.after,
    },
  });
  return (
    <QueryState
      result={result}
      title="changes"
      lines={10}
      retry={() => ask({ requestPolicy: 'network-only' })}
      isEmpty={({ registerChanges }) => registerChanges.edges.length === 0}
      empty={<p>No change is like this. The first register that is loaded changes nothing.</p>}
    >
      {({ registerChanges: { edges, pageInfo } }) => (
        <>
          <ChangesTable changes={edges.map(({ cursor, node }) => ({ ...node, cursor }))} />
          {pageInfo.hasNextPage && (
            <nav aria-label="Pages of the list">
              <Link to={changesSearch({ ...view, after: pageInfo.endCursor })} rel="next">
                Further changes
              </Link>
            </nav>
          )}
        </>
      )}
    </QueryState>
  );
}

function ChangesTable(props: {
  readonly changes: readonly (RegisterChange & { readonly cursor: string })[];
}) {
  const { code } = useConsortium();
  return (
    <TableRegion label="Changes" className="services-region">
      <table className="table table--stack changes">
        <caption className="govuk-visually-hidden">
          Changes to the register, the newest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">What changed</th>
            <th scope="col">Area</th>
            <th scope="col">Owner</th>
            <th scope="col">Register as at</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map(({ cursor, kind, sentence, vintage, service }) => (
            <tr key={cursor}>
              <th scope="row">
                <Link to={`/${code}/providers/services/${service.urn}`}>
                  {serviceName(service)}
                </Link>{' '}
                {service.synthetic && <Tag tone="warn">synthetic</Tag>}
                <span className="table__note">{provisionTitles[service.provisionType]}</span>
              </th>
              <td className="table__wide">
                {sentence}
                <span className="table__note">{changeTitles[kind]}</span>
              </td>
              <td data-label="Area">{areaOf(service)}</td>
              <td data-label="Owner">
                {service.provider ? (
                  <Link to={`/${code}/providers/groups/${service.provider.group.key}`}>
                    {service.provider.name}
                  </Link>
                ) : (
                  'Not named'
                )}
              </td>
              <td data-label="Register as at">{writtenDay(vintage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
