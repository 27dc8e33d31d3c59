import { sharingGranularities } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import type { DraftItem, ItemNumber } from './agreement-draft.ts';
import { itemBounds, itemFieldId, itemNumbers } from './agreement-draft-check.ts';
import { datasetHeading, levelWord, recipientWords } from './sharing-words.ts';

const granularities = sharingGranularities.map((value) => ({ value, text: `One ${value}` }));

/** How fine, how protected and how far back one item is shared. */
export function AgreementDraftItemFields(props: {
  readonly item: DraftItem;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (item: DraftItem) => void;
}) {
  const { item, problemOf, onChange } = props;
  const { dataset, recipient, level } = item;
  const number = (name: ItemNumber) => {
    const id = itemFieldId(name, item);
    const [least, most] = itemBounds[name];
    return (
      <FieldText
        key={name}
        id={id}
        label={labels[name]}
        hint={[`From ${least} to ${most}`, ...hints[name]].join('. ')}
        value={item[name]}
        problem={problemOf(id)}
        inputMode="numeric"
        maxLength={3}
        className="govuk-input--width-3"
        autoComplete="off"
        onChange={({ target: { value } }) => onChange({ ...item, [name]: value })}
      />
    );
  };
  return (
    <fieldset className="govuk-fieldset draft-party draft-item">
      <legend className="govuk-fieldset__legend">
        {datasetHeading(dataset)} for {recipientWords[recipient]}: {levelWord[level].toLowerCase()}
      </legend>
      <div className="draft-party__fields">
        <FieldSelect
          id={itemFieldId('granularity', item)}
          label="A row is about"
          value={item.granularity}
          options={granularities}
          onChange={({ target: { value } }) => onChange({ ...item, granularity: value })}
        />
        {itemNumbers(item).map(number)}
      </div>
      {level !== 'RELEASED' && (
        <p className="section__note">Every count is shared as it is, not rounded.</p>
      )}
    </fieldset>
  );
}

const labels: Readonly<Record<ItemNumber, string>> = {
  minimumCount: 'Smallest count shown',
  rounding: 'Rounded to the nearest',
  historyMonths: 'Months back',
};

const hints: Readonly<Record<ItemNumber, readonly string[]>> = {
  minimumCount: ['Smaller ones but zero show as c'],
  rounding: [],
  historyMonths: ['0 is the present only'],
};
