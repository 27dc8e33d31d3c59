/** A table in Markdown; the first column holds words, the others numbers. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export const met = (value: number, goal: number) => (value <= goal ? 'met' : 'missed');

export const times = (value: number) => value.toFixed(2);
