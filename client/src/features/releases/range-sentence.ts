import type { ReleaseCertificate } from './release-queries.ts';
import { written } from './release-words.ts';

/** How near anybody comes to what is kept back, in a sentence; empty where nothing is. */
export function rangeSentence({
  narrowestInterval: width,
}: Pick<ReleaseCertificate, 'narrowestInterval'>): string {
  if (width === null) return '';
  return `Nobody outside, no single member and no provider can narrow a figure that is kept back to less than a range ${written(width)} wide, such as from 1 to ${written(1 + width)}.`;
}
