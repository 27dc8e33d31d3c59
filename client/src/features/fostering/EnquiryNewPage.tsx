import { enquiryHouseholdTypes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { MarketForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { RecordEnquiryMutation } from './enquiry-mutations.ts';
import type { Member } from './enquiry-queries.ts';
import { EnquiryMembersQuery } from './enquiry-queries.ts';
import { enquiriesAddress, enquiryAddress } from './enquiry-words.ts';
import { FosteringPages } from './FosteringPages.tsx';
import { choicesOf, membersOr, typed } from './form-choices.ts';

/** Records an enquiry that the viewer’s organisation took. */
export function EnquiryNewPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const mayWrite = permissions.includes('enquiry:write');
  const [result, ask] = useQuery({
    query: EnquiryMembersQuery,
    variables: { consortium: code },
    pause: !mayWrite,
  });
  return (
    <Page
      title="Record an enquiry"
      context={name}
      subpages={<FosteringPages />}
      lead={
        <p>
          {mayWrite
            ? 'A household that asks about fostering, under your own system’s reference: no name, and nothing by which to reach anybody.'
            : 'Enquiries are recorded by the hub that takes them, and by the authorities that assess households.'}
        </p>
      }
    >
      {mayWrite ? (
        <QueryState
          result={result}
          title="the authorities"
          lines={10}
          retry={() => ask({ requestPolicy: 'network-only' })}
        >
          {({ consortium }) => <NewEnquiryForm members={consortium?.members ?? []} />}
        </QueryState>
      ) : (
        <p>
          <Link to={enquiriesAddress(code)}>Enquiries that you see</Link>
        </p>
      )}
    </Page>
  );
}

const id = 'enquiry-';
const fields = fieldsOf(id, {
  reference: 'Reference',
  authority: 'Authority',
  source: 'Where it came from',
  householdType: 'Household',
  receivedOn: 'The day',
  campaign: 'Campaign',
  area: 'Postcode district',
  backLoaded: 'Entered later',
});

const timely = [
  { value: 'no', text: 'as it came' },
  { value: 'yes', text: 'long after it came: no clocks' },
] as const;

interface Draft {
  readonly reference: string;
  readonly receivedOn: string;
  readonly authority: string;
  readonly source: string;
  readonly householdType: string;
  readonly campaign: string;
  readonly area: string;
  readonly backLoaded: (typeof timely)[number]['value'];
}

function NewEnquiryForm({ members }: { readonly members: readonly Member[] }) {
  const { code } = useConsortium();
  const { authorities } = useViewer();
  const navigate = useNavigate();
  const own = members.filter((member) => authorities.some((one) => one.code === member.code));
  const start: Draft = {
    ...{ reference: '', campaign: '', area: '', source: '', backLoaded: 'no' },
    ...{ receivedOn: todayInLondon(), householdType: 'MAINSTREAM' },
    authority: own.length === 1 ? (own[0]?.code ?? '') : '',
  };
  const form = useMarketForm(RecordEnquiryMutation, {
    ...{ id, fields, draft: start },
    onDone: ({ recordEnquiry }) =>
      void navigate(enquiryAddress(code, recordEnquiry.id), {
        state: { said: `Recorded: enquiry ${recordEnquiry.reference}.` },
      }),
    onStale: () => undefined,
  });
  const { draft } = form;
  return (
    <MarketForm
      form={form}
      button="Record the enquiry"
      working="Recording"
      beside={<Link to={enquiriesAddress(code)}>Cancel</Link>}
      onSubmit={() =>
        void form.send(
          {
            ...{ source: draft.source, householdType: draft.householdType },
            ...{ receivedOn: draft.receivedOn, reference: draft.reference.trim() },
            authority: typed(draft.authority),
            campaign: typed(draft.campaign),
            area: typed(draft.area.toUpperCase()),
            backLoaded: draft.backLoaded === 'yes',
          },
          missingFrom(id, {
            reference: draft.reference.trim() === '' && 'Enter its reference',
            receivedOn: draft.receivedOn === '' && 'Enter the day on which it came',
            source: draft.source === '' && 'Choose where it came from',
          }),
        )
      }
    >
      <DraftText
        form={form}
        name="reference"
        label="Reference"
        hint="Of your own system, with a digit: F-0012. Never a name."
      />
      <DraftText form={form} name="receivedOn" label="Received on" kind="day" />
      <DraftSelect
        form={form}
        name="source"
        label="Where it came from"
        options={choicesOf(enquirySources, 'choose')}
      />
      <DraftSelect
        form={form}
        name="householdType"
        label="Household"
        options={choicesOf(enquiryHouseholdTypes)}
      />
      <DraftSelect
        form={form}
        name="authority"
        label="Authority"
        options={membersOr('not known yet', members)}
      />
      <DraftText form={form} name="area" label="Postcode district" hint="NG7, and no more" />
      <DraftText form={form} name="campaign" label="Campaign" hint="Its code, if there was one" />
      <DraftSelect form={form} name="backLoaded" label="Entered" options={timely} />
    </MarketForm>
  );
}
