import { Link, Navigate } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { SessionGate, useConsortia, useViewer } from './SessionGate.tsx';

/** Leads to the viewer's own consortium; who belongs to none chooses one. */
export function HomePage() {
  return (
    <SessionGate>
      <ConsortiumChoice />
    </SessionGate>
  );
}

function ConsortiumChoice() {
  const viewer = useViewer();
  const consortia = useConsortia();
  const [own] = viewer.consortia;
  if (own) return <Navigate to={`/${own.code}/overview`} replace />;

  return (
    <Page
      title="Choose a consortium"
      width="text"
      lead={
        <p>
          {viewer.organisation} is not a member of a consortium. You may look at the public figures
          of any.
        </p>
      }
    >
      <ul className="choices">
        {consortia.map(({ id, code, name }) => (
          <li key={id}>
            <Link to={`/${code}/overview`}>{name}</Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
