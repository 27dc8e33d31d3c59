import type { Sight } from '../sharing/sight.service.ts';
import type { ReleaseRecord } from './release-record.ts';
import type { ReleasedFigure } from './released-figure.ts';

/** A figure of an indicator from the newest release that this viewer may read, and what lets it read it. */
export interface ReleasedCell {
  readonly figure: ReleasedFigure;
  readonly release: ReleaseRecord;
  /** What shows each authority it is about; one's own are not among them. */
  readonly shown: readonly Sight[];
}

/** Where a released figure stands. */
interface Place {
  readonly indicatorId: number;
  /** GSS code, or `consortium`. */
  readonly area: string;
  /** Last day of the period, `YYYY-MM-DD`. */
  readonly endsOn: string;
}

const keyOf = ({ indicatorId, area, endsOn }: Place) => `${indicatorId} ${area} ${endsOn}`;

/** Released figures, by indicator, area and period. */
export class ReleasedCells {
  readonly #cells = new Map<string, ReleasedCell>();
  readonly #latest = new Map<number, string>();
  readonly #shown: readonly Sight[];

  /** `shown` is what agreements show of others at `RELEASED` or better, published or not. */
  constructor(shown: readonly Sight[]) {
    this.#shown = shown;
  }

  /** Adds a figure, unless a newer release already gave it: add those of newer releases first. */
  add(place: Place, cell: ReleasedCell): void {
    const key = keyOf(place);
    if (!this.#cells.has(key)) this.#cells.set(key, cell);
  }

  /** Says that an authority asked for has a value in a period. */
  noteValue({ indicatorId, endsOn }: Place): void {
    const known = this.#latest.get(indicatorId);
    if (known === undefined || known < endsOn) this.#latest.set(indicatorId, endsOn);
  }

  at(place: Place): ReleasedCell | undefined {
    return this.#cells.get(keyOf(place));
  }

  /** Whether releases of an authority's dataset are shared with this viewer, whether or not there is one. */
  isShared(authorityCode: string, dataset: string, endsOn: string): boolean {
    return this.#shown.some(
      (sight) =>
        sight.authorityCode === authorityCode && sight.dataset === dataset && sight.since <= endsOn,
    );
  }

  /** Last day of the latest period in which any authority asked for has a value; null where none has. */
  latest(indicatorId: number): string | null {
    return this.#latest.get(indicatorId) ?? null;
  }
}
