import type { MouseEvent } from 'react';

/** Which figure of a comparison: an indicator's key and a subject's id. */
export interface FigureAddress {
  readonly indicator: string;
  readonly subject: string;
}

/** Reads the figure that was pressed from the button's data attributes. */
export function pressedFigure(event: MouseEvent): FigureAddress | null {
  const { target } = event;
  const button = target instanceof Element ? target.closest<HTMLElement>('.figure-button') : null;
  const { indicator, subject } = button?.dataset ?? {};
  return indicator === undefined || subject === undefined ? null : { indicator, subject };
}
