interface Figure {
  readonly why: string;
  readonly symbol: string | null;
}

/** How much of a row comes from releases: what comes from one is rounded, the rest is exact. */
export type ReleasedPart = 'all' | 'some' | 'none';

/** Whether a figure comes from a release: then the server’s reason begins so. */
export const isReleased = ({ why }: Pick<Figure, 'why'>): boolean =>
  why.startsWith('released for ');

/** How much of some figures comes from releases, of those that are there to be seen. */
export function releasedPart(figures: readonly Figure[]): ReleasedPart {
  const seen = figures.filter(({ symbol }) => symbol !== 'x');
  const released = seen.filter(isReleased).length;
  if (released === 0) return 'none';
  return released === seen.length ? 'all' : 'some';
}

/** What to say of figures of which so much comes from releases; empty where none does. */
export const releasedNote: Readonly<Record<ReleasedPart, string>> = {
  all: 'Released figures, rounded so that nobody can be identified.',
  some: 'Exact figures beside released ones, which are rounded so that nobody can be identified.',
  none: '',
};
