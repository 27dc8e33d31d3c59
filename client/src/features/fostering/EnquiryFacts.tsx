import {
  enquiryHouseholdTypes,
  labelIn,
  withdrawnByCodes,
} from '@sufficiency/shared/fostering/enquiry-codes.ts';
import {
  enquirySources,
  withdrawalReasons,
} from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { Link } from 'react-router';
import { Fact } from '../../components/Fact.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { whyInWords } from '../providers/market-words.ts';
import type { Enquiry, NamedStage } from './enquiry-queries.ts';
import { enquiryAddress, stageTitle } from './enquiry-words.ts';

/** What is known of an enquiry besides its events. */
export function EnquiryFacts(props: {
  readonly enquiry: Enquiry;
  readonly stages: readonly NamedStage[];
}) {
  const { enquiry, stages } = props;
  const { duplicateOf, isDuplicate, duplicates, reapplicationOf, reapplications } = enquiry;
  return (
    <section className="section" aria-labelledby="enquiry-facts">
      <h2 id="enquiry-facts">What is known of it</h2>
      <dl className="facts">
        <Fact name="Held by">{enquiry.heldBy}</Fact>
        <Fact name="Authority">{enquiry.authority?.name ?? 'none yet'}</Fact>
        <Fact name="Household">{labelIn(enquiryHouseholdTypes, enquiry.householdType)}</Fact>
        <Fact name="Where it came from">{labelIn(enquirySources, enquiry.source)}</Fact>
        <Fact name="Campaign">{enquiry.campaign}</Fact>
        <Fact name="Postcode district">{enquiry.area}</Fact>
        <Fact name="Days on hold">{enquiry.heldDays === 0 ? null : enquiry.heldDays}</Fact>
        <Fact name="Withdrawn">{withdrawalOf(enquiry, stages)}</Fact>
        <Fact name="Duplicate">
          {isDuplicate ? (
            <>
              It repeats{' '}
              {duplicateOf ? <Named of={[duplicateOf]} /> : 'another that you do not see'}, and is
              not counted.
            </>
          ) : null}
        </Fact>
        <Fact name="Repeated by">{duplicates.length > 0 ? <Named of={duplicates} /> : null}</Fact>
        <Fact name="The household enquired before">
          {reapplicationOf ? <Named of={[reapplicationOf]} /> : null}
        </Fact>
        <Fact name="The household enquired again">
          {reapplications.length > 0 ? <Named of={reapplications} /> : null}
        </Fact>
        <Fact name="Entered later">
          {enquiry.backLoaded ? 'Counted, but kept out of how long things take.' : null}
        </Fact>
        <Fact name="Why you may see it">{whyInWords(enquiry.why)}</Fact>
      </dl>
    </section>
  );
}

function Named(props: {
  readonly of: readonly { readonly id: string; readonly reference: string }[];
}) {
  const { code } = useConsortium();
  return props.of.map(({ id, reference }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link className="govuk-link" to={enquiryAddress(code, id)}>
        {reference}
      </Link>
    </span>
  ));
}

function withdrawalOf(enquiry: Enquiry, stages: readonly NamedStage[]): string | null {
  const { withdrawalReason, withdrawnBy, withdrawnAtStage } = enquiry;
  if (enquiry.status !== 'WITHDRAWN') return null;
  const parts = [
    withdrawnBy && `by ${labelIn(withdrawnByCodes, withdrawnBy).toLowerCase()}`,
    withdrawnAtStage && `after “${stageTitle(withdrawnAtStage, stages)}”`,
    withdrawalReason && `${withdrawalReason}: ${labelIn(withdrawalReasons, withdrawalReason)}`,
  ];
  return parts.filter(Boolean).join(', ');
}
