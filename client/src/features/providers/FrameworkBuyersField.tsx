import { FieldChoices, FieldSelect } from '../../components/Field.tsx';
import type { FrameworkDraft } from './framework-draft.ts';
import type { FrameworkChoices } from './framework-queries.ts';
import type { DraftForm } from './market-draft.ts';

/** Who may call off: members of the consortium to be ticked, and any other authority to be added. */
export function FrameworkBuyersField(props: {
  readonly form: DraftForm<FrameworkDraft>;
  readonly choices: FrameworkChoices;
}) {
  const { form, choices } = props;
  const { buyers } = form.draft;
  const id = `${form.id}buyers`;
  const members = (choices.consortium?.members ?? []).map(({ code }) => code);
  const isListed = (code: string) => members.includes(code) || buyers.includes(code);
  const put = (changed: readonly string[]) => form.onChange({ ...form.draft, buyers: changed });
  return (
    <div className="market-fields__whole">
      <FieldChoices
        id={id}
        kind="checkboxes"
        label="Who may call off"
        hint="They see who is on it, without any agreement"
        problem={form.problemOf(id)}
        choices={choices.authorities
          .filter(({ code }) => isListed(code))
          .map(({ code, name }) => ({ value: code, text: name }))}
        chosen={buyers}
        onChange={(code, on) => put(on ? [...buyers, code] : buyers.filter((one) => one !== code))}
      />
      <FieldSelect
        id={`${id}-other`}
        label="Another authority"
        options={[
          { value: '', text: 'Choose to add one' },
          ...choices.authorities
            .filter(({ code }) => !isListed(code))
            .map(({ code, name }) => ({ value: code, text: name })),
        ]}
        value=""
        onChange={({ target: { value } }) => put([...buyers, value])}
      />
    </div>
  );
}
