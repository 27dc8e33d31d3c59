import type { CellPlace } from '@sufficiency/shared/returns/reconcile/reconciliation.ts';

/** The id of a cell on the page. */
export const cellId = ({ row, column }: CellPlace): string => `cell-${row}-${column}`;

/** The id of a finding in the list, by its number. */
export const findingId = (number: number): string => `finding-${number}`;

/** Goes to something on the page without leaving a fragment in the address, which holds the view's state. */
export function goTo(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center', inline: 'center' });
  element?.focus({ preventScroll: true });
}

/** “D14”: a cell as a spreadsheet names it. */
export function cellName({ row, column }: CellPlace): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  const before = column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '';
  return `${before}${letter}${row}`;
}
