import { useState } from 'react';
import { ContractFields } from './ContractFields.tsx';
import { changeInput, contractDraft, contractFields, missingOf } from './contract-draft.ts';
import type { Contract } from './contract-queries.ts';
import { ChangeContractMutation } from './contract-queries.ts';
import { FoldedForm } from './MarketForm.tsx';
import { termInWords } from './market-words.ts';
import { useMarketForm } from './use-market-form.ts';

/** Changes the terms of a block contract. */
export function ContractChangeForm(props: {
  readonly contract: Contract;
  readonly onStale: () => void;
  /** Called with what was done, in a sentence. */
  readonly onDone: (said: string) => void;
}) {
  const { contract, onStale, onDone } = props;
  const { id, version } = contract;
  const [before, setBefore] = useState(contractDraft(contract));
  const form = useMarketForm(ChangeContractMutation, {
    ...{ id: 'contract-', fields: contractFields, draft: before, onStale },
    onDone: ({ changeBlockContract }) => {
      const now = contractDraft(changeBlockContract);
      setBefore(now);
      form.onChange(now);
      onDone(`Changed: block contract ${changeBlockContract.reference}.`);
    },
  });
  return (
    <FoldedForm
      title="Change the terms"
      form={form}
      present={`${contract.reference}, ${contract.beds} beds, ${termInWords(contract.startsOn, contract.endsOn)}.`}
      button="Change the terms"
      working="Changing"
      onSubmit={() =>
        void form.send(changeInput(form.draft, before, { id, version }), missingOf(form.draft))
      }
    >
      <ContractFields form={form} provider={contract.provider?.key ?? null} />
    </FoldedForm>
  );
}
