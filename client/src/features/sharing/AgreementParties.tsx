import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { Agreement } from './sharing-queries.ts';
import { partyRoleWord } from './sharing-words.ts';

/** The parties of an agreement, who signs for each, and who has. */
export function AgreementParties(props: { readonly parties: Agreement['parties'] }) {
  return (
    <TableRegion label="Parties and signatures">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">Parties and signatures</caption>
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Signature</th>
            <th scope="col">Signs for it</th>
            <th scope="col">Data protection officer</th>
          </tr>
        </thead>
        <tbody>
          {props.parties.map((party) => (
            <tr key={party.organisation.id}>
              <th scope="row">
                {party.organisation.name}
                <span className="table__note">
                  {partyRoleWord[party.role]}
                  {party.icoNumber !== null && `, ICO ${party.icoNumber}`}
                </span>
              </th>
              <td data-label="Signature">
                {party.signedAt === null ? (
                  <Tag tone="warn">not signed</Tag>
                ) : (
                  <>
                    Signed {writtenDay(party.signedAt)}
                    <span className="table__note">by {party.signedBy}</span>
                  </>
                )}
              </td>
              <td data-label="Signs for it">{party.signatory}</td>
              <td data-label="Data protection officer">{party.dpoContact}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
