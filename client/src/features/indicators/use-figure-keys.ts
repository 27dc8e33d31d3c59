import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef } from 'react';

const steps: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const figures = '.figure-button';

/**
 * One stop of the Tab key for all figures of a table; arrow keys, Home and End go from one to the
 * next. The tab stop is kept in the page itself: moving it must not draw thousands of cells anew.
 */
export function useFigureKeys(): {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
} {
  const table = useRef<HTMLTableElement>(null);

  // After every drawing: the figure that held the tab stop may be gone.
  useEffect(() => {
    const all = table.current?.querySelectorAll<HTMLElement>(figures);
    if (!all || [...all].some(({ tabIndex }) => tabIndex === 0)) return;
    const [first] = all;
    if (first) first.tabIndex = 0;
  });

  const onFocus = ({ target }: { readonly target: EventTarget }) => {
    if (!(target instanceof HTMLElement) || !target.matches(figures)) return;
    for (const other of table.current?.querySelectorAll<HTMLElement>(`${figures}[tabindex="0"]`) ??
      []) {
      other.tabIndex = -1;
    }
    target.tabIndex = 0;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches(figures)) return;
    const next = figureAfter(target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  return { table, onKeyDown, onFocus };
}

/** The figure that a key leads to from another; undefined if the key leads nowhere. */
function figureAfter(from: HTMLElement, key: string): HTMLElement | undefined {
  const cell = from.closest('td');
  const row = cell?.parentElement;
  if (!cell || !(row instanceof HTMLTableRowElement)) return undefined;

  const inRow = [...row.querySelectorAll<HTMLElement>(figures)];
  if (key === 'Home') return inRow[0];
  if (key === 'End') return inRow.at(-1);

  const step = steps[key];
  if (!step) return undefined;
  if (step[0] === 0) return inRow[inRow.indexOf(from) + step[1]];

  const inCell = [...cell.querySelectorAll<HTMLElement>(figures)];
  const near = inCell[inCell.indexOf(from) + step[0]];
  if (near) return near;
  const beside = step[0] > 0 ? row.nextElementSibling : row.previousElementSibling;
  if (!(beside instanceof HTMLTableRowElement)) return undefined;
  const there = beside.cells[cell.cellIndex]?.querySelectorAll<HTMLElement>(figures);
  return there && [...there].at(step[0] > 0 ? 0 : -1);
}
