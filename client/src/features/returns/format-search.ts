import type { ReturnFormat, ReturnFormatColumn, ReturnFormatTable } from './return-queries.ts';

/** The formats as far as they match some words: a table that matches stays whole, else its columns that do. */
export function searchFormats(formats: readonly ReturnFormat[], text: string): ReturnFormat[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...formats];
  const matches = (...texts: readonly string[]) => {
    const whole = texts.join(' ').toLowerCase();
    return words.every((word) => whole.includes(word));
  };
  const searched = (table: ReturnFormatTable): ReturnFormatTable[] => {
    if (matches(table.name, table.title)) return [table];
    const columns = table.columns.filter((column) => matches(...textsOf(column)));
    return columns.length > 0 ? [{ ...table, columns }] : [];
  };
  return formats.flatMap((format) => {
    const tables = format.tables.flatMap(searched);
    return tables.length > 0 ? [{ ...format, tables }] : [];
  });
}

const textsOf = ({ name, title, description, aliases, codes }: ReturnFormatColumn) => [
  name,
  title,
  description,
  ...aliases,
  ...(codes?.codes.flatMap(({ code, label }) => [code, label]) ?? []),
];
