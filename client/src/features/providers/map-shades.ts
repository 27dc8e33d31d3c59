/** What is known of an authority in a search: null where none of it is published. */
export interface AreaValue {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
}

/** A shade and what it stands for, lightest first. */
export interface Shade {
  readonly least: number;
  readonly most: number;
}

/** How many shades of one colour can be told apart. */
const mostShades = 5;

/** Ranges of as many authorities each, by their values; none where no authority has a value above zero. */
export function shadesOf(areas: readonly AreaValue[]): readonly Shade[] {
  const values = areas
    .flatMap(({ value }) => (value === null || value === 0 ? [] : [value]))
    .toSorted((one, other) => one - other);
  const distinct = [...new Set(values)];
  const count = Math.min(mostShades, distinct.length);
  const firsts = Array.from({ length: count }, (_, index) =>
    distinct.length <= mostShades
      ? distinct[index]
      : values[Math.floor((index * values.length) / count)],
  );
  const starts = [...new Set(firsts.filter((value) => value !== undefined))];
  return starts.map((least, index) => ({
    least,
    most: values.findLast((value) => value < (starts[index + 1] ?? Infinity)) ?? least,
  }));
}

/** The shade of a value: its place among them; null for none, zero and what is not known. */
export function shadeOf(value: number | null, shades: readonly Shade[]): number | null {
  if (value === null) return null;
  const index = shades.findLastIndex(({ least }) => value >= least);
  return index === -1 ? null : index;
}

/** The darker shades are used where there are few. Of five: 0 is the lightest. */
export const toneOf = (index: number, shades: readonly Shade[]): number =>
  shades.length === 1 ? 2 : Math.round((index * (mostShades - 1)) / (shades.length - 1));

const number = new Intl.NumberFormat('en-GB');

/** “12” or “12 to 40”. */
export const shadeText = ({ least, most }: Shade): string =>
  least === most ? number.format(least) : `${number.format(least)} to ${number.format(most)}`;

/** A value as it stands on a map. */
export const areaText = (value: number | null): string =>
  value === null ? '–' : number.format(value);
