import type { ReturnTable } from '../table.ts';

/** What a table's sheet is called. Excel allows 31 letters. */
export const sheetName = ({ name }: ReturnTable): string => name.slice(0, 31);
