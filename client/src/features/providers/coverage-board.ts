import type { Coverage, CoverageMonth, CoverageRow, SpotFigure } from './coverage-queries.ts';

/** Id of all members together, among those the board has a row for. */
export const together = 'consortium';

/** Whom a row of the board is about. */
export interface BoardSubject {
  /** GSS code, or `consortium`. */
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
}

/** A service of the board and the keys of its indicators. */
export interface BoardService {
  readonly code: string;
  readonly title: string;
}

/** How one authority buys one service: its months, the last one first among them. */
export interface BoardCell {
  readonly months: readonly CoverageMonth[];
  readonly last: CoverageMonth;
}

/** The coverage board as a table: whose, which service, month by month. */
export interface Board {
  readonly subjects: readonly BoardSubject[];
  readonly services: readonly BoardService[];
  readonly cell: (subject: string, service: string) => BoardCell | null;
}

const idOf = ({ authority }: Pick<CoverageRow, 'authority'>) => authority?.code ?? together;

/** Arranges what the server gives row by row. `name` is the consortium’s. */
export function boardOf({ rows }: Pick<Coverage, 'rows'>, name: string): Board {
  const subjects = new Map<string, BoardSubject>();
  const services = new Map<string, BoardService>();
  const cells = new Map<string, BoardCell>();
  for (const row of rows) {
    const id = idOf(row);
    const code = row.authority?.code ?? null;
    subjects.set(id, { id, code, name: row.authority?.name ?? `${name} together` });
    services.set(row.service, { code: row.service, title: row.title });
    const last = row.figures.at(-1);
    if (last) cells.set(`${id} ${row.service}`, { months: row.figures, last });
  }
  return {
    subjects: [...subjects.values()],
    services: [...services.values()],
    cell: (subject, service) => cells.get(`${subject} ${service}`) ?? null,
  };
}

const suffix = (service: string) => (service === 'ALL' ? '' : `-${service.toLowerCase()}`);

/** Key of the indicator of the share bought on framework. */
export const shareKey = (service: string): string => `on-framework-share-month${suffix(service)}`;

/** Key of the indicator of placements by spot purchase. */
export const spotKey = (service: string): string => `spot-placements-month${suffix(service)}`;

/** Key of the indicator of spot purchases for one reason. */
export const reasonKey = (reason: string): string =>
  `spot-placements-month-${reason === 'NK' ? 'reason-not-known' : reason.toLowerCase()}`;

/** A reason for spot purchase over the months shown. */
export interface ReasonTotal {
  readonly reason: string;
  readonly title: string;
  /** Of the months whose figure is seen; null where none is. Unit: placements. */
  readonly total: number | null;
  /** Months without a figure. */
  readonly missing: number;
  readonly synthetic: boolean;
  readonly last: SpotFigure | null;
}

/** Spot purchases of one subject by reason, over all months shown, the most frequent first. */
export function reasonTotals(
  { spotReasons }: Pick<Coverage, 'spotReasons'>,
  subject: string,
): ReasonTotal[] {
  return spotReasons
    .filter((row) => idOf(row) === subject)
    .map(({ reason, title, figures }) => {
      const seen = figures.flatMap(({ figure }) => figure.value ?? []);
      return {
        reason,
        title,
        total: seen.length === 0 ? null : seen.reduce((sum, value) => sum + value, 0),
        missing: figures.length - seen.length,
        synthetic: figures.some(({ figure }) => figure.synthetic),
        last: figures.at(-1)?.figure ?? null,
      };
    })
    .toSorted((one, other) => (other.total ?? -1) - (one.total ?? -1));
}

/** A figure of the board that somebody asked about. */
export interface AskedFigure {
  /** Key of its indicator. */
  readonly indicator: string;
  readonly title: string;
  readonly subject: BoardSubject;
}
