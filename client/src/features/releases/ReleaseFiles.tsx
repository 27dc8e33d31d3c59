import { useViewer } from '../access/SessionGate.tsx';
import type { Release } from './release-queries.ts';

/** Files of what the reader may read of a release; nothing for who takes no files along. */
export function ReleaseFiles({ release }: { readonly release: Release }) {
  const { permissions } = useViewer();
  if (!permissions.includes('comparison:export')) return null;
  return (
    <p className="actions">
      <a href={`/exports/releases/${release.key}.csv`} download>
        All figures as CSV
      </a>
      <a href={`/exports/releases/${release.key}.xlsx`} download>
        All figures for Excel
      </a>
    </p>
  );
}
