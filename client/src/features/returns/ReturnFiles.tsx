import { writtenDay } from '../indicators/london-day.ts';
import type { WholeReturn } from './return-queries.ts';
import { megabytes } from './sending-progress.ts';

/** The files that a version was read from, as they were sent, while they are kept. */
export function ReturnFiles({ files }: { readonly files: WholeReturn['files'] }) {
  if (files.length === 0) return null;
  return (
    <section className="section" aria-labelledby="return-files">
      <h2 id="return-files">Files</h2>
      <ul className="lines">
        {files.map(({ nth, name, url, size, keptUntil, contentHash }) => (
          <li key={nth}>
            {url === null ? (
              `${name}, no longer kept`
            ) : (
              <a href={url} download>
                {name}
              </a>
            )}
            <span className="table__note">
              {[
                size === null ? null : sizeText(size),
                keptUntil === null ? null : `kept until ${writtenDay(keptUntil)}`,
                contentHash === null ? null : `SHA-256 ${contentHash.slice(0, 12)}…`,
              ]
                .filter((part) => part !== null)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const sizeText = (bytes: number) =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${megabytes(bytes)} MB`;
