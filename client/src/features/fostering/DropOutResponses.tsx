import type { DropOut } from './drop-out-query.ts';
import { responseTitle } from './drop-out-words.ts';
import { FigureSection } from './FigureSection.tsx';
import type { ShownPart } from './funnel-words.ts';
import { countText } from './funnel-words.ts';

const columns = [
  { key: 'enquiries', title: 'Enquiries' },
  { key: 'visited', title: 'Visited so far' },
  { key: 'applied', title: 'Applied so far' },
  { key: 'approved', title: 'Approved so far' },
  { key: 'open', title: 'On their way' },
  { key: 'lost', title: 'Lost' },
] as const;

/** What became of those who were answered in time, and of those who were not. */
export function DropOutResponses({ shown }: { readonly shown: ShownPart<DropOut> }) {
  return (
    <FigureSection
      title={`What became of enquiries by their first response, ${shown.title}`}
      synthetic={shown.part.synthetic}
      head="First response"
      columns={columns.map(({ title }) => title)}
      rows={shown.part.responses.map((outcome) => ({
        id: outcome.response,
        name: responseTitle[outcome.response],
        cells: columns.map(({ key }) => (
          <span key={key}>
            {countText(outcome[key])}{' '}
            {key !== 'enquiries' && outcome.enquiries > 0 && (
              <span className="table__note">
                {Math.round((outcome[key] / outcome.enquiries) * 100)} %
              </span>
            )}
          </span>
        )),
      }))}
    />
  );
}
