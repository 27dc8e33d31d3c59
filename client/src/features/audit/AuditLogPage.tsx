import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { AuditEventTable } from './AuditEventTable.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import type { AuditFilter } from './audit-address.ts';
import {
  auditFileAddress,
  auditFilter,
  auditSearch,
  auditVariables,
  isNarrowed,
} from './audit-address.ts';
import { AuditLogQuery } from './audit-query.ts';
import { auditSentence } from './audit-sentence.ts';
import './audit.scss';

/** Who looked at what of the viewer’s organisation, under which agreement, and when. */
export function AuditLogPage() {
  const { name } = useConsortium();
  const { permissions, organisation } = useViewer();
  if (!permissions.includes('audit:read')) {
    return (
      <Page title="Log" context={name} width="text">
        <Notification title="The log is not open to you">
          <p>
            The log of {organisation} is read by those who answer for it, such as its
            information-governance lead. Ask them.
          </p>
        </Notification>
      </Page>
    );
  }
  return <AuditLog mayExport={permissions.includes('audit:export')} />;
}

function AuditLog(props: { readonly mayExport: boolean }) {
  const { code, name } = useConsortium();
  const { organisation } = useViewer();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const filter = auditFilter(address);
  const [result, ask] = useQuery({
    query: AuditLogQuery,
    variables: auditVariables(address),
    requestPolicy: 'cache-and-network',
  });
  const show = (changed: AuditFilter) =>
    void navigate(`?${auditSearch(changed)}`, { preventScrollReset: true });

  return (
    <Page title="Log" context={name} width="wide">
      <QueryState
        result={result}
        title="the log"
        lines={12}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ auditEvents }) => (
          <>
            <p className="page__lead">
              {auditSentence(organisation, auditEvents, isNarrowed(filter))}
            </p>
            <AuditFilters key={auditSearch(filter).toString()} filter={filter} onChange={show} />
            {props.mayExport && auditEvents.totalCount > 0 && (
              <p className="audit-file">
                <a href={auditFileAddress(filter)} download>
                  Download these events as CSV
                </a>
              </p>
            )}
            {auditEvents.edges.length > 0 && (
              <AuditEventTable consortium={code} events={auditEvents} filter={filter} />
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}
