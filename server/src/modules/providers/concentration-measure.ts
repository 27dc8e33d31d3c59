import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import type { Concentration, Holding } from '@sufficiency/shared/providers/concentration.ts';
import { concentrationOf } from '@sufficiency/shared/providers/concentration.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import type { HeldServiceRow } from './exposure.queries.ts';
import type { AuthorityUse, UseRow } from './provider-use.ts';
import { pricesAreOwn } from './provider-use.ts';
import { madeFigure, noFigureOf } from './use-figure.ts';

/** What is held: registered places of children's homes, placements, or what is paid for them. */
export type ConcentrationOf = 'PLACES' | 'PLACEMENTS' | 'SPEND';

/** Who holds it: owners as the register prints them, legal owners however they are spelt, or owners rolled up. */
export type ConcentrationBy = 'PRINTED' | 'OWNER' | 'GROUP';

/** How much of something is in few hands, as far as this viewer sees it. */
export interface ConcentrationMeasure extends Pick<Concentration, 'owners' | 'total' | 'unknown'> {
  readonly of: ConcentrationOf;
  readonly by: ConcentrationBy;
  /** Unit: points of 10,000. */
  readonly index: Figure;
  /** Unit: percent. */
  readonly topFiveShare: Figure;
  /** Whose places, placements or spending it is of. */
  readonly authorities: readonly AuthorityRecord[];
}

/** What a measure is of, before it is worked out. */
interface Measured {
  readonly of: ConcentrationOf;
  readonly by: ConcentrationBy;
  readonly holdings: readonly Holding[];
  readonly authorities: readonly AuthorityRecord[];
  readonly why: string;
  /** Why there is no figure, where there is none. */
  readonly without: string;
  readonly source: string;
  readonly synthetic: boolean;
}

const inWords = new Intl.ListFormat('en-GB');

/** In children's homes alone: places of others are not published. */
export const homesOf = (services: readonly HeldServiceRow[], synthetic: boolean) =>
  services.filter(
    (service) => service.provision_type === 'CHILDRENS_HOME' && service.synthetic === synthetic,
  );

/** Concentration of places by legal owner and by group, and of what is seen of placements and of spending by group. */
export function measuresOf(
  services: readonly HeldServiceRow[],
  uses: readonly AuthorityUse[],
): ConcentrationMeasure[] {
  const members = uses.map(({ authority }) => authority);
  const places = {
    of: 'PLACES',
    authorities: members,
    why: 'public',
    without: 'not available: the register has no children’s home here',
    source: 'Ofsted: children’s homes on the register, registered places',
    synthetic: false,
  } as const;
  const homes = homesOf(services, false);
  const held = (owner: (home: HeldServiceRow) => number | string | null) =>
    homes.map((home) => ({ owner: owner(home), amount: home.places }));

  return [
    // Somebody owns the homes for which none is named: together they count as one more, as in published facts.
    measure({ ...places, by: 'PRINTED', holdings: held(({ owner_text }) => owner_text ?? '') }),
    measure({ ...places, by: 'OWNER', holdings: held(({ provider_id }) => provider_id) }),
    measure({ ...places, by: 'GROUP', holdings: held(({ group_id }) => group_id) }),
    measure(placementsOf(uses)),
    measure(spendOf(uses)),
  ];
}

const seenOf = (uses: readonly AuthorityUse[]) => uses.filter(({ month }) => month !== null);

function placementsOf(uses: readonly AuthorityUse[]): Measured {
  const seen = seenOf(uses);
  return {
    ...ofUses('PLACEMENTS', seen, ({ placements }) => placements),
    why:
      seen.length === uses.length
        ? 'you see the records of every member'
        : `of the placements that you see: those of ${namesOf(seen)}`,
    without: 'not shared: you see no member’s records of placements with providers',
  };
}

function spendOf(uses: readonly AuthorityUse[]): Measured {
  return {
    ...ofUses(
      'SPEND',
      seenOf(uses).filter(({ sight }) => sight?.own),
      (row) => row.weekly_cost,
    ),
    why: 'own',
    without: pricesAreOwn,
  };
}

function ofUses(
  of: ConcentrationOf,
  seen: readonly AuthorityUse[],
  amount: (row: UseRow) => number | null,
): Omit<Measured, 'why' | 'without'> {
  const rows = seen.flatMap((use) => use.rows);
  const synthetic = rows.some((row) => row.synthetic);
  return {
    of,
    by: 'GROUP',
    holdings: rows.map((row) => ({ owner: row.group_id, amount: amount(row) })),
    authorities: seen.map(({ authority }) => authority),
    source: `Placements with providers as their authorities recorded them${synthetic ? ' (synthetic)' : ''}`,
    synthetic,
  };
}

const namesOf = (uses: readonly AuthorityUse[]) =>
  inWords.format(uses.map(({ authority }) => authority.name));

function measure({ holdings, why, without, source, synthetic, ...rest }: Measured) {
  const { index, topFiveShare, ...counted } = concentrationOf(holdings);
  const figure = (value: number | null, unit: string, decimals: number): Figure =>
    value === null
      ? noFigureOf({ unit, decimals, source }, without)
      : madeFigure(roundTo(value, decimals), { unit, decimals, source }, { why, synthetic });
  return {
    ...rest,
    ...counted,
    index: figure(index, 'points of 10,000', 0),
    topFiveShare: figure(topFiveShare, 'percent', 1),
  } satisfies ConcentrationMeasure;
}
