import type { ComparedCell } from './comparison-model.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/**
 * The numbers behind a percentage: “45 of 901”. Null for a figure that is no percentage or not
 * there, and where its publisher gives the percentage alone.
 */
export function countsBehind(
  figure: Pick<ComparedCell['figure'], 'value' | 'unit' | 'numerator' | 'denominator'>,
): string | null {
  const { value, unit, numerator, denominator } = figure;
  if (unit !== 'percent' || value === null || numerator === null || denominator === null) {
    return null;
  }
  return `${whole.format(numerator)} of ${whole.format(denominator)}`;
}

/** Whether a unit is things counted (children, places, homes), not a share, a rate or money. */
export const isCount = (unit: string): boolean =>
  unit !== 'percent' && !unit.startsWith('per ') && !unit.startsWith('GBP');
