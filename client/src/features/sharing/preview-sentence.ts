import { inWords, listed } from '../indicators/in-words.ts';
import type { PreviewCell, SharingLevel } from './sharing-queries.ts';
import { levels } from './sharing-words.ts';

const shares: Readonly<Record<SharingLevel, string>> = {
  NONE: 'not at all',
  RELEASED: 'as released figures',
  EXACT: 'exactly',
  RECORDS: 'as records',
};

/** What an organisation would see of others’ datasets, counted by level. */
export function previewSentence(organisation: string, cells: readonly PreviewCell[]): string {
  const authorities = new Set(cells.map(({ authority }) => authority.code)).size;
  if (cells.every(({ level }) => level === 'NONE')) {
    return `${organisation} would see nothing of any other authority.`;
  }
  const parts = levels.toReversed().flatMap((level) => {
    const count = cells.filter((cell) => cell.level === level).length;
    return count === 0 ? [] : [`${inWords(count)} ${shares[level]}`];
  });
  const whose = `${inWords(authorities)} ${authorities === 1 ? 'authority' : 'authorities'}`;
  return `Of the ${cells.length} datasets of ${whose}, ${organisation} would see ${listed(parts)}.`;
}
