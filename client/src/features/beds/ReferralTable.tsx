import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { writtenMoment } from '../returns/return-words.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import type { Referral, ReferralArea } from './referral-queries.ts';
import { foundWords, outcomeWords, soughtWords } from './referral-words.ts';

/** Searches that were noted, the latest first. */
export function ReferralTable(props: {
  readonly notes: readonly Referral[];
  readonly areas: readonly ReferralArea[];
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { notes, areas, onStale, onDone } = props;
  return (
    <TableRegion label="Searches that were noted">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">Searches that were noted</caption>
        <thead>
          <tr>
            <th scope="col">Looked for</th>
            <th scope="col">When</th>
            <th scope="col">Homes found</th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {notes.map((note, nth) => (
            <tr key={note.id}>
              <th scope="row">
                {soughtWords(note)} {note.synthetic && <Tag tone="warn">synthetic</Tag>}
              </th>
              <td data-label="When">
                {writtenMoment(note.madeAt)}
                <span className="table__note">
                  {note.madeBy !== '' && `${note.madeBy}; `}kept until {writtenDay(note.keptUntil)}
                </span>
              </td>
              <td data-label="Homes found">{foundWords(note)}</td>
              <td data-label="What became of it">
                {outcomeWords(note)}
                <OutcomeForm {...{ note, nth, areas, onStale, onDone }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
