import { CountTable } from './CountTable.tsx';
import type { CapacityDetails } from './capacity-query.ts';

type Part = CapacityDetails['besideChildren'][number];

const words = { AGE: 'age', ETHNICITY: 'ethnicity', AREA: 'area' } as const;

/** Carers beside children by age, ethnicity and area: counts of each, two tables that say nothing of a match. */
export function CarersBesideChildren({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ by, note, households, children }) => (
    <div key={by} className="beside-children">
      <CountTable
        title={`Carers by ${words[by]}`}
        head="Carers"
        columns={['Households', 'Places']}
        rows={households.map(({ code, title, households: count, places }) => ({
          ...{ code, title, counts: [count, places] },
        }))}
      />
      <CountTable
        title={`Children looked after by ${words[by]}`}
        head="Children"
        columns={['Children']}
        rows={children.map(({ code, title, children: { text } }) => ({
          ...{ code, title, counts: [text] },
        }))}
      />
      <p className="section__note">{note}</p>
    </div>
  ));
}
