import { writtenMonth } from '../returns/return-months.ts';
import type { AuthorityCapacity } from './capacity-query.ts';
import { basisText, changeText, countText, overMonths } from './capacity-words.ts';
import { FigureSection } from './FigureSection.tsx';

const stocks = [
  { key: 'households', title: 'Households' },
  { key: 'placesApproved', title: 'Places approved' },
  { key: 'filled', title: 'Filled' },
  { key: 'vacant', title: 'Vacant' },
  { key: 'unavailable', title: 'Not available' },
  { key: 'ofApproved', title: 'Filled of approved' },
  { key: 'ofAvailable', title: 'Filled of available' },
] as const;

/** Every member side by side: what came and went, and what there was at the end of the last month. Nothing is added up over them. */
export function CapacityTable(props: { readonly authorities: readonly AuthorityCapacity[] }) {
  const { authorities } = props;
  const end = authorities[0]?.months.at(-1)?.month;
  if (end === undefined) return null;
  return (
    <FigureSection
      title={`Households and places at the end of ${writtenMonth(end)}`}
      note="Available places are approved ones without those not available."
      head="Authority"
      columns={[
        ...['Approved in the months', 'Deregistered in the months', 'Net change'],
        ...stocks.map(({ title }) => title),
      ]}
      rows={authorities.map(rowOf)}
      symbols={authorities.flatMap(({ months }) =>
        stocks.map(({ key }) => months.at(-1)?.[key].symbol ?? null),
      )}
    />
  );
}

function rowOf({ authority, months, why }: AuthorityCapacity) {
  const last = months.at(-1);
  const { basis = 'NONE' } = last ?? {};
  return {
    id: authority.code,
    name: authority.name,
    note: `${basisText[basis]}; ${why}`,
    synthetic: last?.households.synthetic,
    cells:
      last && basis !== 'NONE'
        ? [
            countText(overMonths(months, 'approved')),
            countText(overMonths(months, 'deregistered')),
            changeText(overMonths(months, 'net')),
            ...stocks.map(({ key }) => last[key].text),
          ]
        : null,
  };
}
