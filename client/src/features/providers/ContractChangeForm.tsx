import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { ContractFields } from './ContractFields.tsx';
import { changeInput, contractDraft, contractFields, missingOf } from './contract-draft.ts';
import type { Contract } from './contract-queries.ts';
import { ChangeContractMutation } from './contract-queries.ts';
import { termInWords } from './market-words.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { useMarketForm } from './use-market-form.ts';

/** Changes the terms of a block contract, or takes up a right to extend it. */
export function ContractChangeForm(props: {
  readonly contract: Contract;
  readonly onStale: () => void;
  /** Called with what was done, in a sentence. */
  readonly onDone: (said: string) => void;
}) {
  const { contract, onStale, onDone } = props;
  const [before, setBefore] = useState(contractDraft(contract));
  const [draft, setDraft] = useState(before);
  const form = useMarketForm(ChangeContractMutation, {
    fields: contractFields,
    onDone: ({ changeBlockContract }) => {
      const now = contractDraft(changeBlockContract);
      setBefore(now);
      setDraft(now);
      onDone(`Changed: block contract ${changeBlockContract.reference}.`);
    },
    onStale,
  });
  const { id, version } = contract;
  const right = contract.extensionOptions.find(({ takenOn }) => takenOn === null);
  const [decidedOn, setDecidedOn] = useState('');
  const extend = () => {
    if (!right) return;
    void form.send(
      { id, version, extensionTaken: { nth: right.nth, on: decidedOn } },
      decidedOn === ''
        ? [{ field: 'contract-extension', message: 'Enter the day on which it was decided' }]
        : [],
    );
  };
  return (
    <details className="market-form section">
      <summary>Change the terms</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.send(changeInput(draft, before, { id, version }), missingOf(draft));
        }}
      >
        <ErrorSummary problems={form.problems} />
        <StaleNotice
          shown={form.isStale}
          present={`${contract.reference}, ${contract.beds} beds, ${termInWords(contract.startsOn, contract.endsOn)}.`}
        />
        <ContractFields draft={draft} problemOf={form.problemOf} onChange={setDraft} />
        <div className="actions">
          <Button type="submit" working={form.fetching ? 'Changing' : undefined}>
            Change the terms
          </Button>
        </div>
        {right && (
          <fieldset className="govuk-fieldset market-form__part">
            <legend className="govuk-fieldset__legend">
              Take up extension {right.nth}, by {right.months} months
            </legend>
            <div className="market-fields">
              <label className="govuk-label" htmlFor="contract-extension">
                Decided on
              </label>
              <input
                id="contract-extension"
                className="govuk-input"
                type="date"
                value={decidedOn}
                onChange={({ target: { value } }) => setDecidedOn(value)}
              />
            </div>
            <Button kind="secondary" onClick={extend}>
              Extend the contract
            </Button>
          </fieldset>
        )}
      </form>
    </details>
  );
}
