import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { StaleNotice } from './StaleNotice.tsx';

interface MarketFormProps {
  readonly form: {
    readonly problems: readonly FieldProblem[];
    readonly fetching: boolean;
    readonly isStale: boolean;
  };
  /** What stands there now, said when somebody else was quicker. */
  readonly present?: string;
  /** What its button says, at rest and while it is done. */
  readonly button: string;
  readonly working: string;
  readonly kind?: 'primary' | 'warning';
  /** What else can be done, beside the button. */
  readonly beside?: ReactNode;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

/** A form about what is bought: what is wrong with it, its fields and its button. */
export function MarketForm(props: MarketFormProps) {
  const { form, present, kind = 'primary' } = props;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <ErrorSummary problems={form.problems} />
      {present !== undefined && <StaleNotice shown={form.isStale} present={present} />}
      <div className="market-fields">{props.children}</div>
      <div className="actions">
        <Button type="submit" kind={kind} working={form.fetching ? props.working : undefined}>
          {props.button}
        </Button>
        {props.beside}
      </div>
    </form>
  );
}

/** The same, folded away until somebody wants it. */
export function FoldedForm({
  title,
  ...form
}: MarketFormProps & {
  readonly title: ReactNode;
}) {
  return (
    <details className="market-form">
      <summary>{title}</summary>
      <MarketForm {...form} />
    </details>
  );
}
