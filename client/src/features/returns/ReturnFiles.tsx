import { writtenDay } from '../indicators/london-day.ts';
import type { WholeReturn } from './return-queries.ts';
import { megabytes } from './sending-progress.ts';

/** The files that a version was read from, as they were sent, while they are kept. */
export function ReturnFiles({ files }: { readonly files: WholeReturn['files'] }) {
  if (files.length === 0) return null;
  return (
    <section className="section" aria-labelledby="return-files">
      <h2 id="return-files">Files</h2>
      <ul className="return-files">
        {files.map(({ nth, name, url, size, keptUntil, contentHash }) => (
          <li key={nth}>
            {url === null ? (
              `${name}, no longer kept`
            ) : (
              <a href={url} download>
                {name}
              </a>
            )}
            {size !== null && <span className="return-files__note">{sizeText(size)}</span>}
            {keptUntil !== null && (
              <span className="return-files__note">kept until {writtenDay(keptUntil)}</span>
            )}
            {contentHash !== null && (
              <span className="return-files__note">
                SHA-256 <code>{contentHash.slice(0, 12)}…</code>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const sizeText = (bytes: number) =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${megabytes(bytes)} MB`;
