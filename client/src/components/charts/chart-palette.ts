/**
 * Colours as SVG attributes, for paper and for downloaded pictures. On the screen style sheets
 * override them, for dark and forced colours. The categorical ones are the Government Analysis
 * Function's.
 */
export const paper = {
  accent: '#12436D',
  reference: '#3D3D3D',
  other: '#7A8085',
  grid: '#D8DCE0',
  text: '#16191C',
  muted: '#54595E',
  ground: '#FFFFFF',
} as const;

/** How a mark is told from the others: by colour, weight, dash and shape together, never by one. */
export type MarkKind = 'chosen' | 'reference' | 'other';

export const colourOf: Readonly<Record<MarkKind, string>> = {
  chosen: paper.accent,
  reference: paper.reference,
  other: paper.other,
};

/** One hue from light to dark, for paper; style sheets override it on the screen. */
export const shadeColours = ['#E1EDF7', '#B1CFE8', '#72A7D2', '#3573A9', '#12436D'] as const;

/** What can be read on each of the shades. */
export const textColours = ['#16191C', '#16191C', '#16191C', '#FFFFFF', '#FFFFFF'] as const;
