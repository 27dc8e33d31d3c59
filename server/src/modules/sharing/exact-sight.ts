import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { SharingLevel } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { includesLevel } from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { Actor, ReadableFigures } from '../access/actor.ts';

/** What the viewer may see of another organisation's authority and dataset today, and why. */
export interface Sight {
  readonly authorityCode: string;
  readonly dataset: Dataset;
  readonly level: SharingLevel;
  /** Periods that ended before this day are not shared: `YYYY-MM-DD`. */
  readonly since: string;
  readonly agreement: { readonly id: string; readonly version: number };
  /** The organisation whose data it is. */
  readonly tenantId: string;
  /** The agreement, and until when. */
  readonly why: string;
}

const keyOf = (authorityCode: string, dataset: string) => `${authorityCode} ${dataset}`;

/** Which figures of which authorities the viewer may see exactly today: its own, and others' as agreements say. */
export class ExactSight {
  readonly #own: ReadonlySet<string>;
  /** Of one organisation for each authority and dataset; what gives most comes first. */
  readonly #shown: ReadonlyMap<string, readonly Sight[]>;

  /** `sights` in the order in which they are to be named. */
  constructor({ authorityCodes }: Pick<Actor, 'authorityCodes'>, sights: readonly Sight[]) {
    this.#own = new Set(authorityCodes);
    const exact = sights.filter(({ level }) => includesLevel(level, 'EXACT'));
    const shown = Map.groupBy(exact, (sight) => keyOf(sight.authorityCode, sight.dataset));
    for (const [key, all] of shown) {
      shown.set(
        key,
        all.filter(({ tenantId }) => tenantId === all[0]?.tenantId),
      );
    }
    this.#shown = shown;
  }

  /** “own”, or what shows the figures of a period that ended on a day, `YYYY-MM-DD`; null where nothing does. */
  of(authorityCode: string, dataset: string, endsOn: string): Sight | 'own' | null {
    if (this.#own.has(authorityCode)) return 'own';
    const sights = this.#shown.get(keyOf(authorityCode, dataset));
    return sights?.find(({ since }) => since <= endsOn) ?? null;
  }

  /** What agreements show of other authorities' datasets at a level or better, each once, and from which day on. */
  shown(least: 'EXACT' | 'RECORDS'): ReadableFigures[] {
    return [...this.#shown.values()].flatMap((all) => {
      const sights = all.filter(({ level }) => includesLevel(level, least));
      const [first] = sights;
      if (!first || this.#own.has(first.authorityCode)) return [];
      const { tenantId, authorityCode, dataset } = first;
      const since = sights.map((sight) => sight.since).sort()[0] ?? first.since;
      const records = sights.some(({ level }) => level === 'RECORDS');
      return [{ tenantId, authorityCode, dataset, since, records }];
    });
  }
}
