import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { Link } from 'react-router';
import { ShareBar } from '../../components/charts/ShareBar.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { datasetHeading } from '../sharing/sharing-words.ts';
import type { ReleasesFilter } from './release-address.ts';
import { releaseAddress, releasesSearch } from './release-address.ts';
import type { ReleaseSummary } from './release-queries.ts';
import { audienceShort, statusTone, statusWord, written } from './release-words.ts';

/** Releases with where they stand, for whom they are, and how much of them is kept. */
export function ReleaseList(props: {
  readonly releases: readonly ReleaseSummary[];
  readonly filter: ReleasesFilter;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}) {
  const { releases, filter, pageInfo } = props;
  const after = releasesSearch(filter);
  after.set('after', pageInfo.endCursor ?? '');
  return (
    <>
      <TableRegion label="Releases">
        <table className="table releases">
          <caption className="govuk-visually-hidden">Releases, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Release</th>
              <th scope="col" className="releases__readers">
                Who may read it
              </th>
              <th scope="col">Status</th>
              <th scope="col">Figures shown</th>
            </tr>
          </thead>
          <tbody>
            {releases.map((release) => (
              <ReleaseLine key={release.id} release={release} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="section__note releases__note">
        Figures shown: the rest is kept back, so that no small number can be worked out.
      </p>
      {pageInfo.hasNextPage && (
        <nav aria-label="Pages of the list">
          <Link to={`?${after}`} rel="next">
            Older releases
          </Link>
        </nav>
      )}
    </>
  );
}

function ReleaseLine({ release }: { readonly release: ReleaseSummary }) {
  const { key, dataset, period, version, audience, status, certificate } = release;
  return (
    <tr>
      <th scope="row">
        <Link to={releaseAddress(key)}>
          {datasetHeading(dataset)}, {writtenMonth(period)}
        </Link>
        <span className="table__note">
          For {audienceInWords[audience]}, version {version}{' '}
          {release.synthetic && <Tag tone="warn">synthetic</Tag>}
        </span>
      </th>
      <td className="releases__readers">{audienceShort[audience]}</td>
      <td>
        <Tag tone={statusTone[status]}>{statusWord[status]}</Tag>
        <span className="table__note">{statusNote(release)}</span>
      </td>
      <td className="releases__kept">
        {certificate ? (
          <>
            <ShareBar share={certificate.informationKept} />
            {Math.round(certificate.informationKept)}%
            <span className="table__note">
              {written(certificate.published)} of {written(certificate.cells)}
            </span>
          </>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

/** Since when, or why, a release stands where it stands. */
function statusNote({ status, publishedAt, endedAt, reason, requestedAt }: ReleaseSummary): string {
  if (status === 'PUBLISHED' && publishedAt !== null) return `on ${writtenDay(publishedAt)}`;
  if (status === 'READY') return 'audited; only the hub reads it';
  if (status === 'FAILED') return reason ?? 'nothing of it was kept';
  if (endedAt !== null) return `on ${writtenDay(endedAt)}${reason ? `: ${reason}` : ''}`;
  return `since ${writtenDay(requestedAt)}`;
}
