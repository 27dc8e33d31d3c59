import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { comparisonInput } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';
import { exportAddress } from './export-address.ts';

// Fetched when somebody saves: the first page is weighed without it.
const SavedComparisonSaveForm = lazy(async () => ({
  default: (await import('../saved-comparisons/SavedComparisonSaveForm.tsx'))
    .SavedComparisonSaveForm,
}));

/** Keeps a comparison: under a name, as a link, or as a file. */
export function CompareActions(props: {
  readonly consortium: string;
  readonly state: CompareState;
  /** Whether there is a single value to keep; without one only the link can be taken. */
  readonly hasFigures: boolean;
  /** A first guess at a name for it. */
  readonly suggestedName: string;
}) {
  const { consortium, state } = props;
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState<ReactNode>(null);

  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('The link is copied. Whoever opens it sees what they may see.');
    } catch {
      setSaid('The link could not be copied: take it from the address bar.');
    }
  };

  return (
    <>
      <div className="compare-actions">
        {props.hasFigures && (
          <Button kind="secondary" size="small" onClick={() => setSaving(true)}>
            Save this comparison
          </Button>
        )}
        <Button kind="quiet" size="small" onClick={() => void copyLink()}>
          Copy link
        </Button>
        {props.hasFigures && (
          <>
            <FileLink href={exportAddress('csv', consortium, state)}>CSV</FileLink>
            <FileLink href={exportAddress('xlsx', consortium, state)}>Excel</FileLink>
          </>
        )}
      </div>
      <p role="status" className="compare-actions__said">
        {said}
      </p>
      {saving && (
        <Dialog title="Save this comparison" onClose={() => setSaving(false)}>
          <Suspense>
            <SavedComparisonSaveForm
              query={comparisonInput(consortium, state)}
              suggestedName={props.suggestedName}
              onCancel={() => setSaving(false)}
              onSaved={({ name }) => {
                setSaving(false);
                setSaid(
                  <>
                    Saved as “{name}”.{' '}
                    <Link to={`/${consortium}/saved`}>See all that you saved</Link>
                  </>,
                );
              }}
            />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}

function FileLink(props: { readonly href: string; readonly children: string }) {
  return (
    <a className="compare-actions__link" href={props.href} download>
      {props.children}
      <VisuallyHidden> file of these figures</VisuallyHidden>
    </a>
  );
}
