import type { CapacityDetails } from './capacity-query.ts';
import { FigureSection } from './FigureSection.tsx';

type Part = CapacityDetails['besideChildren'][number];

const words = { AGE: 'age', ETHNICITY: 'ethnicity', AREA: 'area' } as const;

/** Carers beside children by age, ethnicity and area: counts of each, tables that say nothing of a match. */
export function CarersBesideChildren({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ by, note, households, children, published }) => (
    <div key={by} className="beside-children">
      <FigureSection
        title={`Carers by ${words[by]}`}
        head="Carers"
        columns={['Households', 'Places']}
        rows={households.map(({ code, title, households: count, places }) => ({
          ...{ id: code, name: title, cells: [count, places] },
        }))}
      />
      <FigureSection
        title={`Children looked after by ${words[by]}`}
        head="Children"
        columns={['Children']}
        rows={children.map(({ code, title, children: { text } }) => ({
          ...{ id: code, name: title, cells: [text] },
        }))}
      />
      {published.length > 0 && (
        <FigureSection
          title={`Children looked after by ${words[by]}, as published`}
          head="Children"
          columns={['Children']}
          rows={published.map(({ code, title, children: { text } }) => ({
            ...{ id: code, name: title, cells: [text] },
          }))}
          symbols={published.map(({ children: { symbol } }) => symbol)}
        />
      )}
      <p className="section__note">{note}</p>
    </div>
  ));
}
