/** What a home can be asked for, in the order in which answers are told. Whether it fits is decided by the search alone. */
export const criteria = [
  'AGE',
  'GENDER',
  'NEEDS',
  'TOGETHER',
  'SOLO',
  'NOTICE',
  'OPEN',
  'EDUCATION',
  'JUDGEMENT',
  'PRICE',
] as const;

export type Criterion = (typeof criteria)[number];

/** How a home stands to something that was asked. Unknown is neither: nothing is guessed. */
export type Outcome = 'FITS' | 'MISSES' | 'UNKNOWN';

/** A mark has a bit for each criterion that is missed, and one further up for each that is not known. */
const unknownShift = 16;

const bitOf = (criterion: Criterion): number => 1 << criteria.indexOf(criterion);

/** The bits of a criterion in a mark. */
export const marksOf = (criterion: Criterion) => ({
  missed: bitOf(criterion),
  unknown: bitOf(criterion) << unknownShift,
});

/** What was asked, as a search takes it: both bits of each criterion. */
export const maskOf = (asked: Iterable<Criterion>): number =>
  [...asked].reduce((mask, criterion) => {
    const { missed, unknown } = marksOf(criterion);
    return mask | missed | unknown;
  }, 0);

/** The bits of a mark that stand for what is missed. */
export const missedBits = (1 << unknownShift) - 1;

/** How a home with a mark stands to a criterion that was asked. */
export function outcomeOf(mark: number, criterion: Criterion): Outcome {
  const { missed, unknown } = marksOf(criterion);
  if ((mark & missed) !== 0) return 'MISSES';
  return (mark & unknown) === 0 ? 'FITS' : 'UNKNOWN';
}

/** How the viewer can have a place, in the order in which places are offered. */
export const bases = ['BLOCK', 'IN_HOUSE', 'FRAMEWORK', 'SPOT'] as const;

export type Basis = (typeof bases)[number];
