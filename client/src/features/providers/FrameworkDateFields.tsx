import { writtenDay } from '../indicators/london-day.ts';
import { DraftSelect, DraftText } from './DraftField.tsx';
import { DraftRows } from './DraftRows.tsx';
import { dateWords } from './date-words.ts';
import type { DateDraft, FrameworkDraft } from './framework-draft.ts';
import type { DraftForm } from './market-draft.ts';

const kinds = (['OPENED', 'REOPENED', 'AWARDED', 'EXTENDED'] as const).map((value) => ({
  value,
  text: dateWords[value],
}));

/** When a framework opened, re-opened and added providers, and what rights to extend it there are. */
export function FrameworkDateFields({ form }: { readonly form: DraftForm<FrameworkDraft> }) {
  return (
    <>
      <DraftRows
        form={form}
        name="extensions"
        one="right to extend"
        titleOf={({ months }, index) =>
          `Right to extend ${index + 1}${months === '' ? '' : `, by ${months} months`}`
        }
        fresh={(row) => ({ row, nth: null, months: '', decideByMonths: '' })}
      >
        {(right) => (
          <>
            <DraftText form={right} name="months" kind="whole" label="By how many months" />
            <DraftText
              form={right}
              name="decideByMonths"
              kind="whole"
              label="To be decided so many months before the end"
            />
          </>
        )}
      </DraftRows>
      <DraftRows
        form={form}
        name="dates"
        one="date"
        titleOf={({ kind, on }, index) =>
          on === '' ? `New date ${index + 1}` : `${dateWords[kind]} on ${writtenDay(on)}`
        }
        fresh={freshDate}
      >
        {(date) => (
          <>
            <DraftSelect form={date} name="kind" label="What" options={kinds} />
            <DraftText form={date} name="on" kind="day" label="On" />
            <DraftText form={date} name="note" label="Note" />
          </>
        )}
      </DraftRows>
    </>
  );
}

const freshDate = (row: string): DateDraft => ({ row, kind: 'REOPENED', on: '', note: '' });
