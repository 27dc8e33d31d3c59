import { createContext, useContext } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { SessionGate, useConsortia } from './SessionGate.tsx';

interface ConsortiumName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const ConsortiumContext = createContext<ConsortiumName | null>(null);

/** The pages of the consortium that the address names, for somebody who is signed in. */
export function ConsortiumGate() {
  return (
    <SessionGate>
      <KnownConsortium />
    </SessionGate>
  );
}

function KnownConsortium() {
  const { consortium: code } = useParams();
  const consortia = useConsortia();
  const consortium = consortia.find((known) => known.code === code);

  if (!consortium) {
    return (
      <Page
        title="There is no such page"
        width="text"
        lead={<p>No page and no consortium has the address “/{code}”.</p>}
      >
        <p>These consortia exist:</p>
        <ul className="govuk-list govuk-list--bullet">
          {consortia.map((known) => (
            <li key={known.id}>
              <Link to={`/${known.code}/overview`}>{known.name}</Link>
            </li>
          ))}
        </ul>
      </Page>
    );
  }
  return (
    <ConsortiumContext value={consortium}>
      <Outlet />
    </ConsortiumContext>
  );
}

/** The consortium that the address names. Only on pages below a `ConsortiumGate`. */
export function useConsortium(): ConsortiumName {
  const consortium = useContext(ConsortiumContext);
  if (consortium === null) throw new Error('useConsortium needs a ConsortiumGate above it');
  return consortium;
}
