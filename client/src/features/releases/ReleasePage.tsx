import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { datasetHeading } from '../sharing/sharing-words.ts';
import { ReleaseAbout } from './ReleaseAbout.tsx';
import { ReleaseActions } from './ReleaseActions.tsx';
import { ReleaseBuilding } from './ReleaseBuilding.tsx';
import { ReleaseCellPanel } from './ReleaseCellPanel.tsx';
import { ReleaseCertificate } from './ReleaseCertificate.tsx';
import { ReleaseFailed } from './ReleaseFailed.tsx';
import { ReleaseFiles } from './ReleaseFiles.tsx';
import { ReleaseKept } from './ReleaseKept.tsx';
import { ReleaseTables } from './ReleaseTables.tsx';
import { ReleaseVersions } from './ReleaseVersions.tsx';
import { releaseView } from './release-address.ts';
import { pictureSentence } from './release-picture.ts';
import type { Release } from './release-queries.ts';
import { ReleaseQuery } from './release-queries.ts';
import { releaseSentence } from './release-sentence.ts';
import type { CellAddress } from './release-tables.ts';
import { cellAt, hasPicture, picturedRow, shownTables } from './release-tables.ts';
import { statusTone, statusWord } from './release-words.ts';
import { useBuilds } from './use-builds.ts';

// Pictures weigh as much as the rest of the page together.
const ReleasePicture = lazy(async () => ({
  default: (await import('./ReleasePicture.tsx')).ReleasePicture,
}));

/** One release: what it is, how much is kept back, its figures, and how it is known to be safe. */
export function ReleasePage() {
  const { code, name } = useConsortium();
  const { dataset, period, audience, version } = useParams();
  const key = [code, dataset, period, audience, version].join('/');
  const [result, ask] = useQuery({
    query: ReleaseQuery,
    variables: { key },
    requestPolicy: 'cache-and-network',
  });
  const release = result.data?.release;
  const again = () => ask({ requestPolicy: 'network-only' });
  const isBuilding = release?.status === 'BUILDING';

  // Word that it is built brings its status alone: then there is more to read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is no longer being built.
  useEffect(() => (isBuilding ? again : undefined), [isBuilding]);

  return (
    <Page
      title={
        release ? `${datasetHeading(release.dataset)}, ${writtenMonth(release.period)}` : 'Release'
      }
      context={`${name} release`}
      width="wide"
    >
      <QueryState
        result={result}
        title="the release"
        lines={14}
        retry={again}
        isEmpty={(data) => data.release === null}
        empty={
          <p>
            There is no release here that you may read.{' '}
            <Link to={`/${code}/releases`}>All releases</Link>
          </p>
        }
      >
        {(data) => data.release && <Known release={data.release} again={again} />}
      </QueryState>
    </Page>
  );
}

function Known(props: { readonly release: Release; readonly again: () => void }) {
  const { release, again } = props;
  const said = useSaid();
  return (
    <div className="release">
      <p className="release__marks">
        <Tag tone={statusTone[release.status]}>{statusWord[release.status]}</Tag> Version{' '}
        {release.version} {release.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <p className="page__lead">{releaseSentence(release)}</p>
      <WhatWasSaid place={said.place} sentence={said.sentence} />
      {release.status === 'BUILDING' && <ReleaseBuilding release={release} again={again} />}
      {release.status === 'FAILED' && <ReleaseFailed release={release} />}
      <ReleaseActions release={release} onStale={again} onDone={said.say} />
      {release.tables.length > 0 && <Figures release={release} />}
      <ReleaseAbout release={release} />
      <ReleaseVersions release={release} />
    </div>
  );
}

function Figures({ release }: { readonly release: Release }) {
  const [address] = useSearchParams();
  const [open, setOpen] = useState<CellAddress | null>(null);
  const builds = useBuilds();
  const view = releaseView(address);
  const shown = shownTables(release.tables, view.table);
  const [first] = shown;
  const row = first && picturedRow(first, view.row);
  const opened = open && cellAt(release.tables, open);

  const audit = builds && (
    <>
      <ReleaseKept release={release} view={view} />
      {release.certificate && (
        <ReleaseCertificate certificate={release.certificate} audience={release.audience} />
      )}
    </>
  );
  // Before it is published the question is whether it can be; afterwards what it says.
  const isDraft = release.status === 'READY';

  return (
    <>
      {isDraft && audit}
      <ReleaseTables release={release} shown={shown} view={view} onOpen={setOpen}>
        {first && row && view.table !== 'all' && (
          <Suspense fallback={<p className="loading__words">Loading the picture…</p>}>
            {hasPicture(row) ? (
              <ReleasePicture release={release} table={first} row={row} />
            ) : (
              <p>{pictureSentence(row)}</p>
            )}
          </Suspense>
        )}
      </ReleaseTables>
      <ReleaseFiles release={release} />
      {!isDraft && audit}
      {opened && (
        <ReleaseCellPanel release={release} opened={opened} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
