import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { sharingRecipients } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { AgreementDraftItemFields } from './AgreementDraftItemFields.tsx';
import { AgreementGrid } from './AgreementGrid.tsx';
import type { DraftItem } from './agreement-draft.ts';
import { levelsFor, withLevel } from './agreement-draft.ts';
import { fieldId } from './agreement-draft-check.ts';
import type { SharingRecipient } from './sharing-queries.ts';
import { datasetHeading, levelWord, recipientWords } from './sharing-words.ts';

/** A grid of datasets and recipients; each cell chooses a level, as far as the dataset has it. */
export function AgreementDraftItems(props: {
  readonly items: readonly DraftItem[];
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (items: readonly DraftItem[]) => void;
}) {
  const { items, problemOf, onChange } = props;
  const id = fieldId('items');
  const problem = problemOf(id);
  return (
    <div className={`govuk-form-group ${problem === undefined ? '' : 'govuk-form-group--error'}`}>
      <p className="govuk-hint">
        What every signed party lets each recipient see of its own data. Released figures show
        counts from 1 to 7 as c and others to the nearest 5, or protect more if you say so below;
        exact figures are shared as they are.
      </p>
      {problem !== undefined && (
        <p className="govuk-error-message">
          <VisuallyHidden>Error: </VisuallyHidden>
          {problem}
        </p>
      )}
      <AgreementGrid
        label="Levels by dataset and recipient"
        className="draft-items"
        datasets={datasets}
        recipients={sharingRecipients}
      >
        {(dataset, recipient) => (
          <LevelChoice
            id={
              dataset === datasets[0] && recipient === sharingRecipients[0]
                ? id
                : `${id}-${dataset}-${recipient}`
            }
            dataset={dataset}
            recipient={recipient}
            items={items}
            onChange={onChange}
          />
        )}
      </AgreementGrid>
      {items.map((item) => (
        <AgreementDraftItemFields
          key={`${item.dataset} ${item.recipient}`}
          item={item}
          problemOf={problemOf}
          onChange={(changed) => onChange(items.map((own) => (own === item ? changed : own)))}
        />
      ))}
    </div>
  );
}

function LevelChoice(props: {
  readonly id: string;
  readonly dataset: string;
  readonly recipient: SharingRecipient;
  readonly items: readonly DraftItem[];
  readonly onChange: (items: readonly DraftItem[]) => void;
}) {
  const { id, dataset, recipient, items, onChange } = props;
  const choices = levelsFor(dataset, recipient);
  const item = items.find((own) => own.dataset === dataset && own.recipient === recipient);
  return (
    <select
      id={id}
      className="govuk-select draft-items__level"
      aria-label={`${datasetHeading(dataset)} for ${recipientWords[recipient]}`}
      value={item?.level ?? 'NONE'}
      onChange={({ target: { value } }) => {
        const level = choices.find((known) => known === value);
        if (level !== undefined) onChange(withLevel(items, { dataset, recipient, level }));
      }}
    >
      {choices.map((level) => (
        <option key={level} value={level}>
          {levelWord[level]}
        </option>
      ))}
    </select>
  );
}
