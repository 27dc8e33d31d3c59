import { createHash } from 'node:crypto';
import type { ReleaseCellContent } from './release-contents.ts';
import { cellKey } from './release-contents.ts';

/**
 * What a release's cells are known by: the certificate holds for these and no others.
 *
 * A line `table|codes|area|value or symbol` for each cell, sorted by code point and joined by line feeds; SHA-256 in hex.
 * A trigger of the database works it out again.
 */
export const cellsHash = (cells: readonly ReleaseCellContent[]): string =>
  createHash('sha256')
    .update(
      cells
        .map((cell) => `${cellKey(cell)}|${cell.value ?? cell.symbol}`)
        .toSorted()
        .join('\n'),
    )
    .digest('hex');
