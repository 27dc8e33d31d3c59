import { Link, Outlet } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';

/** Shows agreements to those who may read them, and says to others who may. */
export function SharingGate() {
  const { code, name } = useConsortium();
  const { consortia, permissions, organisation } = useViewer();
  const belongs = consortia.some((own) => own.code === code);
  if (belongs && permissions.includes('agreement:read')) return <Outlet />;

  return (
    <Page
      title="Sharing"
      context={name}
      width="text"
      lead={
        <p>
          {belongs
            ? `The agreements of ${name} are read by its members and its hub, in roles that yours is not among.`
            : `${organisation} does not belong to ${name}, so its agreements are not open to you.`}
        </p>
      }
    >
      {consortia
        .filter((own) => own.code !== code && permissions.includes('agreement:read'))
        .map((own) => (
          <p key={own.id}>
            <Link to={`/${own.code}/sharing`}>Sharing in {own.name}</Link>
          </p>
        ))}
    </Page>
  );
}
