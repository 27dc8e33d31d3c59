import { placementsFormat } from '@sufficiency/shared/returns/placements-tables.ts';
import type { Aggregate } from '@sufficiency/shared/returns/sources/ssda903/aggregate.ts';
import { aggregateSsda903 } from '@sufficiency/shared/returns/sources/ssda903/aggregate.ts';
import type { ReturnSubject } from '@sufficiency/shared/returns/sources/ssda903/month-tables.ts';
import { returnWorkbook } from '@sufficiency/shared/returns/writing/return-files.ts';
import type { PreviewTable } from './return-preview.ts';
import { returnPreview } from './return-preview.ts';

/** What the page asks of the worker. */
export interface AggregateRequest {
  readonly files: readonly File[];
  readonly subject: ReturnSubject;
}

/** A month's counts, as they are shown and as they are sent. */
export interface Counted extends Omit<Aggregate, 'tables'> {
  readonly preview: readonly PreviewTable[];
  readonly workbook: Blob;
}

/** What the worker tells the page: counts and places of problems, never a row. Unit of progress: bytes. */
export type AggregateMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'counted'; readonly counted: Counted }
  | { readonly kind: 'failed'; readonly message: string };

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const tell = (message: AggregateMessage) => postMessage(message);

async function aggregate({ files, subject }: AggregateRequest): Promise<void> {
  try {
    const { tables, ...rest } = await aggregateSsda903(files, subject, (done, total) =>
      tell({ kind: 'progress', done, total }),
    );
    const workbook = await returnWorkbook(placementsFormat, tables);
    tell({
      kind: 'counted',
      counted: {
        ...rest,
        preview: returnPreview(placementsFormat, tables),
        workbook: new Blob([Uint8Array.from(workbook)], { type: workbookType }),
      },
    });
  } catch (error) {
    // Only our own sentences: what another error says might quote the file.
    const known = error instanceof RangeError ? error.message : 'A file could not be read.';
    tell({ kind: 'failed', message: known });
  }
}

addEventListener('message', ({ data }: MessageEvent<AggregateRequest>) => void aggregate(data));
