import type { IndicatorContract } from '@sufficiency/shared/indicators/indicator.ts';
import { wholeConsortium } from '../access/release-locks.ts';
import type { ForeignRead } from '../audit/audit-event.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import type { ReleasedCell, ReleasedCells } from '../disclosure/released-cells.service.ts';
import type { ExactSight, Sight } from '../sharing/sight.service.ts';
import type { ValueOrSymbol } from './comparison.queries.ts';
import type { Figure } from './figure.ts';
import { noFigure } from './figure.ts';
import type { Figures, ReadPeriod, ShownPeriod } from './figure-grid.ts';
import { FigureGrid, numberIn } from './figure-grid.ts';
import { figureIn, releasedFigureOf } from './figure-of-release.ts';
import type { FiledFigure } from './filed-figure.ts';
import { filedFigure } from './filed-figure.ts';
import type { IndicatorRecord } from './indicator-record.ts';
import type { FiledFiguresRow, FiledOrigin } from './own-figures.queries.ts';
import { addsUp, pooledFigure } from './pooled-figure.ts';

/** What an area of a comparison is, to figures that returns say. */
export type CollectedArea =
  | { readonly kind: 'authority'; readonly authority: AuthorityRecord }
  | { readonly kind: 'consortium' }
  | { readonly kind: 'public' };

/** What all collected indicators of a comparison have in common. */
export interface CollectedScope {
  /** In the order of the comparison's areas. */
  readonly areas: readonly CollectedArea[];
  /** Codes of the authorities whose figures were read, in the order of the statement. */
  readonly readCodes: readonly string[];
  readonly consortium: ConsortiumRecord;
  readonly sight: ExactSight;
  readonly released: ReleasedCells;
  /** How many periods are shown. */
  readonly count: number;
}

/** A collected indicator; `contract` says how figures of several become one, and is undefined where nobody knows. */
export interface CollectedIndicator {
  readonly indicator: IndicatorRecord;
  readonly contract: IndicatorContract | undefined;
}

/** What a viewer sees of one area in one period. */
interface SeenArea {
  readonly read: ReadPeriod;
  /** Of an authority: what shows it exactly; null where nothing does. */
  readonly sight: Sight | 'own' | null;
  /** The released figure, where the viewer does not see it exactly. */
  readonly released: ReleasedCell | undefined;
}

/** The figures of one indicator that returns say, as one viewer sees them. */
export class CollectedFigures implements Figures {
  readonly periods: readonly ShownPeriod[];
  readonly synthetic: boolean;
  readonly #grid: FigureGrid<FiledOrigin>;
  readonly #of: CollectedIndicator;
  readonly #scope: CollectedScope;
  /** Of each area, in every period that was read. */
  readonly #seen: ReadonlyMap<ReadPeriod, readonly SeenArea[]>;
  readonly #totals = new Map<number, Figure>();

  constructor(row: FiledFiguresRow, of: CollectedIndicator, scope: CollectedScope) {
    this.#grid = new FigureGrid(row, { areas: scope.readCodes.length, count: scope.count });
    this.#of = of;
    this.#scope = scope;
    this.periods = this.#grid.periods;
    this.#seen = new Map(
      this.#grid.read.map((period) => [
        period,
        scope.areas.map((area) => this.#seenOf(area, period)),
      ]),
    );
    this.synthetic =
      row.synthetic ||
      [...this.#seen.values()].some((areas) =>
        areas.some(({ released }) => released?.release.synthetic),
      );
  }

  at(area: number, period: number): ValueOrSymbol | undefined {
    const asked = this.#scope.areas[area];
    if (asked?.kind === 'authority') {
      const released = this.#seenAt(area, period)?.released;
      return released ? figureIn(released) : this.#grid.at(this.#placeOf(asked.authority), period);
    }
    if (asked?.kind !== 'consortium') return undefined;
    const { value, symbol } = this.#total(period);
    return value ?? symbol ?? undefined;
  }

  valueAt(area: number, period: number): number | null {
    const figure = this.at(area, period);
    return figure === undefined ? null : numberIn(figure);
  }

  figureAt(area: number, period: number, empty: Figure): Figure {
    const asked = this.#scope.areas[area];
    const seen = this.#seenAt(area, period);
    if (!asked || !seen) return empty;
    if (asked.kind === 'authority') return this.#figureOf(asked.authority, period, seen);
    return asked.kind === 'consortium' ? this.#total(period) : this.#none(noPublicFigure);
  }

  /**
   * What of other organisations is behind these figures: what was asked for and may be seen, whether or not there is a
   * figure.
   */
  get reads(): ForeignRead[] {
    const { dataset, key } = this.#of.indicator;
    const { areas, consortium } = this.#scope;
    const withTotal = areas.some(({ kind }) => kind === 'consortium');
    const labels = new Map<Sight, string[]>();
    const note = (seen: Sight | 'own' | null, { label }: ReadPeriod) => {
      if (seen === null || seen === 'own') return;
      const known = labels.get(seen);
      if (!known) labels.set(seen, [label]);
      else if (known.at(-1) !== label) known.push(label);
    };
    for (const [period, ofAreas] of this.#seen) {
      const totalled = withTotal && this.#hasTotal(period) ? consortium.members : [];
      for (const member of totalled) note(this.#sightOf(member, period), period);
      for (const { sight, released } of ofAreas) {
        note(sight, period);
        for (const shown of released?.shown ?? []) note(shown, period);
      }
    }
    return [...labels].map(([{ tenantId, agreement, authorityCode }, periods]) => ({
      tenantId,
      dataset,
      agreement,
      authorities: [authorityCode],
      indicators: [key],
      periods,
    }));
  }

  #hasTotal(period: ReadPeriod): boolean {
    const { contract } = this.#of;
    const { members } = this.#scope.consortium;
    return (
      contract !== undefined &&
      addsUp(contract) &&
      members.every((member) => this.#sightOf(member, period) !== null)
    );
  }

  #figureOf(authority: AuthorityRecord, period: number, seen: SeenArea): Figure {
    const { indicator } = this.#of;
    const { read, sight, released } = seen;
    if (released) return releasedFigureOf(released, indicator);
    if (!sight) {
      const { code } = authority;
      return this.#scope.released.isShared(code, indicator.dataset, read.endsOn)
        ? this.#none(notReleased(authority, indicator))
        : this.#none(notShared(authority, indicator));
    }
    const filed = this.#filedBy(authority, period);
    if (!filed) return this.#none(notReturned(authority));
    return filedFigure(
      filed,
      { authority, dataset: indicator.dataset, period: read },
      sight === 'own'
        ? { why: 'own', records: true }
        : { why: sight.why, agreement: sight.agreement, records: sight.level === 'RECORDS' },
      indicator,
    );
  }

  readonly #none = (why: string): Figure => noFigure(why, this.#of.indicator);

  #sightOf({ code }: AuthorityRecord, { endsOn }: ReadPeriod): Sight | 'own' | null {
    return this.#scope.sight.of(code, this.#of.indicator.dataset, endsOn);
  }

  #seenAt(area: number, period: number): SeenArea | undefined {
    const read = this.#grid.periodAt(period);
    return read && this.#seen.get(read)?.[area];
  }

  #seenOf(area: CollectedArea, read: ReadPeriod): SeenArea {
    if (area.kind !== 'authority') {
      const released = area.kind === 'consortium' ? this.#releasedTotal(read) : undefined;
      return { read, sight: null, released };
    }
    const sight = this.#sightOf(area.authority, read);
    const released = sight === null ? this.#released(area.authority.code, read) : undefined;
    return { read, sight, released };
  }

  /** The consortium's released figure where the viewer does not see every member exactly. */
  #releasedTotal(read: ReadPeriod): ReleasedCell | undefined {
    const { members } = this.#scope.consortium;
    return members.every((member) => this.#sightOf(member, read) !== null)
      ? undefined
      : this.#released(wholeConsortium, read);
  }

  #released(area: string, { endsOn }: ReadPeriod): ReleasedCell | undefined {
    return this.#scope.released.at({ indicatorId: this.#of.indicator.id, area, endsOn });
  }

  #placeOf({ code }: AuthorityRecord): number {
    return this.#scope.readCodes.indexOf(code);
  }

  /** A figure with what is behind it; undefined where there is none, or no more was read than its value. */
  #filedBy(authority: AuthorityRecord, period: number): FiledFigure | undefined {
    const stored = this.#grid.storedAt(this.#placeOf(authority), period);
    return stored?.origin && { ...stored, origin: stored.origin };
  }

  /** The consortium's figure of a period: made once, however often it is asked for. */
  #total(period: number): Figure {
    const known = this.#totals.get(period);
    if (known) return known;
    const made = this.#makeTotal(period);
    this.#totals.set(period, made);
    return made;
  }

  #makeTotal(period: number): Figure {
    const { members, name } = this.#scope.consortium;
    const read = this.#grid.periodAt(period);
    if (!read) return this.#none(noPublicFigure);
    const released = this.#releasedTotal(read);
    if (released) return releasedFigureOf(released, this.#of.indicator);
    const seen = members.map((member) =>
      this.#sightOf(member, read) === null
        ? null
        : { name: member.name, filed: this.#filedBy(member, period) },
    );
    return pooledFigure(seen, { ...this.#of, consortium: name, period: read });
  }
}

const noPublicFigure = 'not available: no public figure of this indicator';

const notShared = ({ name }: AuthorityRecord, { dataset }: IndicatorRecord): string =>
  `not shared: no agreement in force lets you see ${name}’s ${dataset}`;

const notReleased = ({ name }: AuthorityRecord, { dataset }: IndicatorRecord): string =>
  `not shared: ${name}’s ${dataset} reach you through releases, and none of this period is published`;

const notReturned = ({ name }: AuthorityRecord): string =>
  `not available: ${name} has returned no figure for this period`;
