import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../../components/Button.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { LinkDuplicateMutation, LinkReapplicationMutation } from './enquiry-mutations.ts';
import type { Enquiry } from './enquiry-queries.ts';
import { EnquiryByReferenceQuery } from './enquiry-queries.ts';

const kinds = {
  duplicate: {
    document: LinkDuplicateMutation,
    title: 'It repeats another enquiry',
    label: 'Reference of the enquiry it repeats',
    hint: 'This one is then not counted',
    linkOf: ({ duplicateOf }: Enquiry) => duplicateOf,
  },
  reapplication: {
    document: LinkReapplicationMutation,
    title: 'The household enquired before',
    label: 'Reference of its earlier enquiry, which had ended',
    hint: 'Both are counted, the household once',
    linkOf: ({ reapplicationOf }: Enquiry) => reapplicationOf,
  },
} as const;

/** Links an enquiry to the one it repeats, or to the earlier one of its household; undoes the link. */
export function EnquiryLinkForm(props: {
  readonly enquiry: Enquiry;
  readonly kind: keyof typeof kinds;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { enquiry, kind, onStale, onDone } = props;
  const { document, title, label, hint, linkOf } = kinds[kind];
  const id = `link-${kind}-`;
  const findIt = useByReference();
  const [isLooking, setIsLooking] = useState(false);
  const form = useMarketForm(document, {
    ...{ id, onStale, draft: { to: '' } },
    fields: fieldsOf(id, { to: 'The enquiry' }),
    onDone: () => {
      form.onChange({ to: '' });
      onDone(`Changed: how ${enquiry.reference} is linked.`);
    },
  });
  const linked = linkOf(enquiry);
  const seen = { id: enquiry.id, version: enquiry.version };
  const reference = form.draft.to.trim();
  const send = async () => {
    setIsLooking(true);
    const to = reference === '' ? null : await findIt(reference);
    setIsLooking(false);
    const wrong = `There is no enquiry “${reference}” that you see`;
    void form.send(
      { ...seen, to },
      missingFrom(id, { to: to === null && (reference === '' ? 'Enter its reference' : wrong) }),
    );
  };
  return (
    <FoldedForm
      title={title}
      form={{ ...form, fetching: form.fetching || isLooking }}
      present={linked ? `it is linked to ${linked.reference}.` : 'it is linked to none.'}
      button="Link it"
      working="Linking"
      beside={
        linked && (
          <Button kind="secondary" onClick={() => void form.send({ ...seen, to: null })}>
            Undo the link to {linked.reference}
          </Button>
        )
      }
      onSubmit={() => void send()}
    >
      <DraftText form={form} name="to" label={label} hint={hint} />
    </FoldedForm>
  );
}

/** Finds an enquiry by its whole reference; null where there is none. */
function useByReference() {
  const client = useClient();
  const { code: consortium } = useConsortium();
  return async (reference: string): Promise<string | null> => {
    const { data } = await client
      .query(
        EnquiryByReferenceQuery,
        { filter: { consortium, reference } },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    const found = data?.enquiries.edges.find(({ node }) => node.reference === reference);
    return found?.node.id ?? null;
  };
}
