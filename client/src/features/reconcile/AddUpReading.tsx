import type { ReconcileReading } from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { Button } from '../../components/Button.tsx';
import { FieldChoices } from '../../components/Field.tsx';
import type { AddUpTable } from './add-up-source.ts';

/** Which rows and columns the reader says are what. */
export type AddUpChoices = Partial<ReconcileReading>;

const questions: readonly {
  readonly kind: keyof ReconcileReading;
  readonly of: 'row' | 'column';
  readonly label: string;
}[] = [
  { kind: 'totalRows', of: 'row', label: 'Rows that are totals' },
  { kind: 'totalColumns', of: 'column', label: 'Columns that are totals' },
  { kind: 'percentColumns', of: 'column', label: 'Columns of percentages' },
];

/** How the table was read, and the reader's own word on it. */
export function AddUpReading(props: {
  readonly table: AddUpTable;
  readonly reading: ReconcileReading;
  readonly choices: AddUpChoices;
  readonly onChange: (choices: AddUpChoices) => void;
}) {
  const { table, reading, choices } = props;
  const places = {
    row: table.rows.map((row, at) => ({
      value: String(at + 2),
      text: row.slice(0, 2).filter(Boolean).join(', ') || `Row ${at + 2}`,
    })),
    column: table.header.map((name, at) => ({
      value: String(at + 1),
      text: name.replaceAll('_', ' ') || `Column ${at + 1}`,
    })),
  };

  return (
    <details className="add-up-reading">
      <summary>How the table was read</summary>
      <p>
        These are guesses until you change them. A row or column that is a total is checked against
        the others; percentages that you name are expected to add up to 100.
      </p>
      <div className="add-up-reading__questions">
        {questions.map(({ kind, of, label }) => (
          <FieldChoices
            key={kind}
            id={`add-up-${kind}`}
            kind="checkboxes"
            label={label}
            hint={choices[kind] === undefined ? 'Guessed' : 'As you said'}
            choices={places[of]}
            chosen={reading[kind].map(String)}
            onChange={(value, on) =>
              props.onChange({
                ...choices,
                [kind]: on
                  ? [...reading[kind], Number(value)].sort((one, other) => one - other)
                  : reading[kind].filter((place) => place !== Number(value)),
              })
            }
          />
        ))}
      </div>
      <Button kind="secondary" size="small" onClick={() => props.onChange({})}>
        Guess again
      </Button>
    </details>
  );
}
