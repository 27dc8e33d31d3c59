import type { Question, Shape } from './cases.ts';

/** What the Compare page asks for each cell, and for each series of a chart. */
const selections: Readonly<Record<Shape, string>> = {
  cells: `cells { subject code of period rank direction figure { value symbol text unit status synthetic } }`,
  columns: `columns { periods values symbols }`,
};

const document = (shape: Shape) =>
  `query Bench_${shape}($input: ComparisonInput!) { comparison(input: $input) { rows { indicator { key } ${selections[shape]} } } }`;

const documents: Readonly<Record<Shape, string>> = {
  cells: document('cells'),
  columns: document('columns'),
};

/** A request body of our own API. */
export const comparisonBody = ({ shape, ...input }: Question) =>
  JSON.stringify({ query: documents[shape], variables: { input } });

/** The same figures from PostGraphile: rows of the table, without ranks, directions, names and texts. */
export function postgraphileBody(
  { shape, indicators, authorities, periods }: Question,
  members: readonly string[],
): string {
  const codes = authorities ?? members;
  const many = codes.length >= 10 * (periods + 1);
  const field = many ? 'figuresByPeriod' : 'figuresByArea';
  const query = `query Figures($keys: [String]!, $authorities: [String]!, $periods: Int!) {
    ${field}(keys: $keys, authorities: $authorities, periods: $periods) {
      nodes { indicatorId areaCode periodEnd value symbol ${shape === 'cells' ? 'status' : ''} } } }`;
  const wanted = periods + (shape === 'cells' ? 1 : 0);
  return JSON.stringify({
    query,
    variables: { keys: indicators, authorities: codes, periods: wanted },
  });
}
