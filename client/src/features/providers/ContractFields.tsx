import { FieldText } from '../../components/Field.tsx';
import type { ContractDraft, ContractField } from './contract-draft.ts';

const fields: readonly {
  readonly name: ContractField;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'date';
  readonly numeric?: boolean;
}[] = [
  { name: 'reference', label: 'Reference' },
  { name: 'beds', label: 'Beds', numeric: true },
  { name: 'startsOn', label: 'First day', type: 'date' },
  { name: 'endsOn', label: 'Last day', type: 'date' },
  { name: 'noticeMonths', label: 'Notice, in months', numeric: true },
  {
    name: 'decisionLeadMonths',
    label: 'Lead time, in months',
    hint: 'How long before its end what follows must be begun',
    numeric: true,
  },
  { name: 'services', label: 'Homes, by URN', hint: 'Separated by commas; all of them' },
  {
    name: 'weeklyPrice',
    label: 'Price of a bed, in pounds a week',
    hint: 'Paid whether it is occupied or not. Only your own organisation sees it.',
    numeric: true,
  },
  {
    name: 'spotWeeklyPrice',
    label: 'The same place by spot, in pounds a week',
    hint: 'For the break-even. Only your own organisation sees it.',
    numeric: true,
  },
];

/** The fields of a block contract. */
export function ContractFields(props: {
  readonly draft: ContractDraft;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (draft: ContractDraft) => void;
}) {
  const { draft, problemOf, onChange } = props;
  return (
    <div className="market-fields">
      {fields.map(({ name, label, hint, type = 'text', numeric = false }) => (
        <FieldText
          key={name}
          id={`contract-${name}`}
          label={label}
          hint={hint}
          type={type}
          inputMode={numeric ? 'decimal' : undefined}
          autoComplete="off"
          value={draft[name]}
          problem={problemOf(`contract-${name}`)}
          onChange={({ target: { value } }) => onChange({ ...draft, [name]: value })}
        />
      ))}
    </div>
  );
}
