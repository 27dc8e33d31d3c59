import { Link, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { ReleaseBuildForm } from './ReleaseBuildForm.tsx';
import { releaseAddress, releasesSearch } from './release-address.ts';
import { buildChoice } from './release-build.ts';
import { useBuilds } from './use-builds.ts';

/** Chooses what the next release is of, for when and for whom, and has it built. */
export function ReleaseBuildPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  if (!useBuilds()) {
    return (
      <Page
        title="Build a release"
        context={name}
        width="text"
        lead={<p>Releases of {name} are built by its hub.</p>}
      >
        <p>
          <Link to={`/${code}/releases`}>All releases that you may read</Link>
        </p>
      </Page>
    );
  }
  const choice = buildChoice(address, todayInLondon());
  return (
    <Page
      title="Build a release"
      context={name}
      lead={
        <p>
          A release freezes a month’s figures, keeps back what could point to a person, and is
          audited against everybody who might work it out. Until you publish it, only the hub reads
          it.
        </p>
      }
    >
      <ReleaseBuildForm
        consortium={code}
        choice={choice}
        onChoose={(changed) =>
          void navigate(`?${releasesSearch({ ...choice, ...changed })}`, {
            replace: true,
            preventScrollReset: true,
          })
        }
        onBuilt={(key) => void navigate(releaseAddress(key))}
      />
    </Page>
  );
}
