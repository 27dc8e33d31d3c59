import { wholeConsortium } from '../access/release-locks.ts';
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

/** Figures of an area in a period, by indicator. */
type AreaCells = Map<number, ReleasedCell>;

/** Released figures, by area and period and then by indicator. */
export class ReleasedCells {
  readonly #areas = new Map<string, AreaCells>();
  readonly #latest = new Map<number, string>();
  readonly #shown: readonly Sight[];

  /** `shown` is what agreements show of others at `RELEASED` or better, published or not. */
  constructor(shown: readonly Sight[]) {
    this.#shown = shown;
  }

  /** Adds figures of an area, except those that a newer release already gave: add those of newer releases first. */
  add(area: string, endsOn: string, cells: ReadonlyMap<number, ReleasedCell>): void {
    const key = `${area} ${endsOn}`;
    this.#areas.set(key, new Map([...cells, ...(this.#areas.get(key) ?? [])]));
    if (area === wholeConsortium) return;
    for (const [indicatorId, { figure }] of cells) {
      const known = this.#latest.get(indicatorId);
      if (figure.value !== null && (known === undefined || known < endsOn)) {
        this.#latest.set(indicatorId, endsOn);
      }
    }
  }

  at({ indicatorId, area, endsOn }: Place): ReleasedCell | undefined {
    return this.#areas.get(`${area} ${endsOn}`)?.get(indicatorId);
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
