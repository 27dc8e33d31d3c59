import { sharingPurposes } from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldChoices } from '../../components/Field.tsx';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { AgreementDraftFields } from './AgreementDraftFields.tsx';
import { AgreementDraftItems } from './AgreementDraftItems.tsx';
import { AgreementDraftParties } from './AgreementDraftParties.tsx';
import type { AgreementDraft } from './agreement-draft.ts';
import { draftProblems, fieldId } from './agreement-draft-check.ts';
import {
  endFields,
  governanceFields,
  identityFields,
  lawfulFields,
  onwardFields,
  peopleFields,
  securityFields,
} from './agreement-fields.ts';

const noProblems: readonly FieldProblem[] = [];

/** Everything a draft agreement says. What was typed stays when saving fails. */
export function AgreementDraftForm(props: {
  readonly first: AgreementDraft;
  readonly organisations: readonly { readonly slug: string; readonly name: string }[];
  readonly saving: boolean;
  /** What went wrong while saving, above the form. */
  readonly notice: ReactNode;
  readonly save: (draft: AgreementDraft) => Promise<string | null>;
  readonly onCancel: () => void;
}) {
  const { first, organisations, saving, save } = props;
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState(noProblems);
  useLeaveWarning(draft !== first);

  const problemOf = (field: string) => problems.find((found) => found.field === field)?.message;
  const change = (changes: Partial<AgreementDraft>) => setDraft({ ...draft, ...changes });
  const typed = {
    texts: draft.texts,
    problemOf,
    onChange: (name: keyof AgreementDraft['texts'], text: string) =>
      change({ texts: { ...draft.texts, [name]: text } }),
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = draftProblems(draft);
    setProblems(found);
    if (found.length > 0) return;
    const refused = await save(draft);
    if (refused !== null) setProblems([{ field: null, message: refused }]);
  };

  return (
    <form className="draft" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={problems} title="The draft was not saved" />
      {props.notice}
      <Part title="The agreement">
        <AgreementDraftFields fields={identityFields} {...typed} />
      </Part>
      <Part title="Parties">
        <AgreementDraftParties
          organisations={organisations}
          parties={draft.parties}
          problemOf={problemOf}
          onChange={(parties) => change({ parties })}
        />
      </Part>
      <Part title="Purposes and lawful basis">
        <FieldChoices
          id={fieldId('purposes')}
          kind="checkboxes"
          label="Purposes"
          problem={problemOf(fieldId('purposes'))}
          choices={sharingPurposes.map((value) => ({ value, text: capitalised(value) }))}
          chosen={sharingPurposes.filter((purpose) => draft.purposes.includes(purpose))}
          onChange={(purpose, on) =>
            change({
              purposes: sharingPurposes.filter((known) =>
                known === purpose ? on : draft.purposes.includes(known),
              ),
            })
          }
        />
        <AgreementDraftFields fields={lawfulFields} {...typed} />
      </Part>
      <Part title="What is shared with whom">
        <AgreementDraftItems
          items={draft.items}
          problemOf={problemOf}
          onChange={(items) => change({ items })}
        />
        <AgreementDraftFields fields={onwardFields} {...typed} />
      </Part>
      <Part title="People and data">
        <AgreementDraftFields fields={peopleFields} {...typed} />
        <FieldChoices<'containsSpecialCategory' | 'containsCriminal'>
          id={fieldId('contains')}
          kind="checkboxes"
          label="The data contains"
          choices={[
            { value: 'containsSpecialCategory', text: 'Special category data' },
            { value: 'containsCriminal', text: 'Criminal offence data' },
          ]}
          chosen={contained(draft)}
          onChange={(name, on) => change({ [name]: on })}
        />
      </Part>
      <Part title="Governance">
        <AgreementDraftFields fields={governanceFields} {...typed} />
      </Part>
      <Part title="Security and breach">
        <AgreementDraftFields fields={securityFields} {...typed} />
      </Part>
      <Part title="Dates, retention and end">
        <AgreementDraftFields fields={endFields} {...typed} />
      </Part>
      <div className="actions">
        <Button type="submit" working={saving ? 'Saving' : undefined}>
          Save draft
        </Button>
        <Button kind="quiet" onClick={props.onCancel}>
          Leave without saving
        </Button>
      </div>
    </form>
  );
}

const contained = (draft: AgreementDraft) =>
  (['containsSpecialCategory', 'containsCriminal'] as const).filter((name) => draft[name]);

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
