import type { KnownInterval, ProblemCell } from './release-problem.ts';

/** A cell of a problem while it is put together. */
interface DraftCell {
  readonly key: string;
  readonly of: readonly number[];
  kind: ProblemCell['kind'];
  known: boolean;
  readonly earlier: KnownInterval[];
}

/** The cells of a problem: figures that are the sum of the same numbers are one. */
export interface DraftCells {
  /** The index of the sum of these numbers; added where there is none. */
  add(key: string, of: readonly number[], kind: ProblemCell['kind']): number;
  kindOf(cell: number): ProblemCell['kind'] | undefined;
  /** The numbers it is the sum of. */
  numbersOf(cell: number): readonly number[];
  /** It is c whatever it is. */
  keepBack(cell: number): void;
  /** Nothing is told of it: it reads c. */
  hide(cell: number): void;
  /** Everybody knows it exactly. */
  know(cell: number): void;
  /** What an earlier release says of it. */
  remember(cell: number, interval: KnownInterval): void;
  all(): readonly ProblemCell[];
}

const precedence: readonly ProblemCell['kind'][] = ['hidden', 'published', 'kept-back'];

export function draftCells(): DraftCells {
  const cells: DraftCell[] = [];
  const indices = new Map<string, number>();
  const change = (index: number, changes: Partial<Pick<DraftCell, 'kind' | 'known'>>) => {
    const cell = cells[index];
    if (cell) Object.assign(cell, changes);
  };
  return {
    add(key, of, kind) {
      const sum = of.toSorted((one, other) => one - other).join();
      const index =
        indices.get(sum) ?? cells.push({ key, of, kind, known: false, earlier: [] }) - 1;
      indices.set(sum, index);
      const before = cells[index]?.kind ?? kind;
      if (precedence.indexOf(kind) > precedence.indexOf(before)) change(index, { kind });
      return index;
    },
    kindOf: (index) => cells[index]?.kind,
    numbersOf: (index) => cells[index]?.of ?? [],
    keepBack: (index) => change(index, { kind: 'kept-back' }),
    hide: (index) => change(index, { kind: 'hidden' }),
    know: (index) => change(index, { known: true }),
    remember: (index, interval) => cells[index]?.earlier.push(interval),
    all: () =>
      cells.map(({ earlier, ...cell }) => (earlier.length > 0 ? { ...cell, earlier } : cell)),
  };
}
