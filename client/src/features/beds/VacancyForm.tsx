import { homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import { homeNeeds } from '@sufficiency/shared/beds/needs.ts';
import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import type { ServiceChoices } from '../providers/service-queries.ts';
import { VacancyChecks } from './VacancyChecks.tsx';
import type { VacancyAsked } from './vacancy-address.ts';
import { vacancySearch } from './vacancy-address.ts';

type TextName = {
  [Name in keyof VacancyAsked]: VacancyAsked[Name] extends string ? Name : never;
}[keyof VacancyAsked];

interface FieldsProps {
  readonly asked: VacancyAsked;
  readonly choices: ServiceChoices | undefined;
  readonly onChange: (change: Partial<VacancyAsked>) => void;
}

const any = { value: '', text: 'any' };

/** What is looked for. Nothing happens until it is sent; then the address holds it. */
export function VacancyForm(props: {
  readonly asked: VacancyAsked;
  readonly choices: ServiceChoices | undefined;
}) {
  const { asked, choices } = props;
  const [draft, setDraft] = useState(asked);
  const navigate = useNavigate();
  const address = vacancySearch(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address (back, start again) says anew what is looked for.
  useEffect(() => setDraft(asked), [address]);
  const fields = {
    asked: draft,
    choices,
    onChange: (change: Partial<VacancyAsked>) => setDraft({ ...draft, ...change }),
  };
  return (
    <search aria-label="Homes with a place">
      <form
        className="vacancy-form"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate(vacancySearch({ ...draft, without: [] }), { preventScrollReset: true });
        }}
      >
        <ChildFields {...fields} />
        <details className="vacancy-form__further">
          <summary>Needs, judgement, framework, price and more</summary>
          <div className="vacancy-form__fields">
            <HomeFields {...fields} />
          </div>
          <VacancyChecks
            title="Needs the home has to be for"
            options={homeNeeds.codes.map(({ code, label }) => ({ value: code, text: label }))}
            chosen={draft.needs}
            onChange={(needs) => fields.onChange({ needs })}
          />
          <VacancyChecks
            title="And"
            options={flagTitles}
            chosen={flagTitles.flatMap(({ value }) => (draft[value] ? [value] : []))}
            onChange={(chosen) =>
              fields.onChange({
                solo: chosen.includes('solo'),
                emergency: chosen.includes('emergency'),
                education: chosen.includes('education'),
                fitting: chosen.includes('fitting'),
              })
            }
          />
        </details>
        <div className="actions">
          <Button type="submit">Find homes</Button>
          {address !== '?' && <Link to="?">Start again</Link>}
        </div>
      </form>
    </search>
  );
}

const flagTitles = [
  { value: 'solo', text: 'For one child alone' },
  { value: 'emergency', text: 'Admits on the same day' },
  { value: 'education', text: 'Education on site' },
  { value: 'fitting', text: 'Show only homes that fit everything' },
] as const;

function Select(
  props: FieldsProps & {
    readonly name: TextName;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly text: string }[];
  },
) {
  const { asked, name, label, options, onChange } = props;
  return (
    <FieldSelect
      id={`find-${name}`}
      label={label}
      options={options}
      value={asked[name]}
      onChange={({ target: { value } }) => onChange({ [name]: value })}
    />
  );
}

function Text(
  props: FieldsProps & {
    readonly name: TextName;
    readonly label: string;
    readonly type?: 'date' | 'text';
    readonly min?: string;
  },
) {
  const { asked, name, label, type = 'text', min, onChange } = props;
  return (
    <FieldText
      id={`find-${name}`}
      label={label}
      type={type}
      min={min}
      inputMode={type === 'text' && name !== 'district' ? 'numeric' : undefined}
      className={type === 'text' ? 'govuk-input--width-5' : undefined}
      autoComplete="off"
      value={asked[name]}
      onChange={({ target: { value } }) => onChange({ [name]: value.trim() })}
    />
  );
}

const genders = [any, { value: 'FEMALE', text: 'girl' }, { value: 'MALE', text: 'boy' }];
const ages = [
  any,
  ...Array.from({ length: 18 }, (_, age) => ({ value: `${age}`, text: `${age}` })),
];
const together = [
  { value: '', text: 'one' },
  ...Array.from({ length: 5 }, (_, more) => ({
    value: `${more + 2}`,
    text: `${more + 2} siblings together`,
  })),
];
const types = [
  any,
  ...homeProvisionTypes.map((value) => ({ value, text: provisionTitles[value] })),
];

/** For whom, and when. */
function ChildFields(props: FieldsProps) {
  const authorities = props.choices?.consortium?.members ?? [];
  const areas = authorities.map(({ code, name }) => ({ value: code, text: name }));
  return (
    <div className="vacancy-form__fields">
      <Select {...props} name="type" label="Kind of home" options={types} />
      <Select {...props} name="age" label="Age" options={ages} />
      <Select {...props} name="gender" label="For a" options={genders} />
      <Select {...props} name="children" label="Children" options={together} />
      <Text {...props} name="from" label="Needed from" type="date" min={todayInLondon()} />
      <Select
        {...props}
        name="near"
        label="Near"
        options={[{ value: '', text: 'anywhere' }, ...areas]}
      />
    </div>
  );
}

const distances = [5, 10, 15, 20, 30, 40, 50];

/** What the home has to be. */
function HomeFields(props: FieldsProps) {
  const { asked, choices } = props;
  const areas = (choices?.consortium?.members ?? []).map(({ code, name }) => ({
    value: code,
    text: name,
  }));
  const frameworks = (choices?.frameworks.edges ?? []).map(({ node }) => node);
  const lots = frameworks.find(({ id }) => id === asked.framework)?.lots ?? [];
  return (
    <>
      {asked.near !== '' && (
        <Select
          {...props}
          name="miles"
          label="Within"
          options={[
            { value: '', text: 'any distance' },
            ...distances.map((miles) => ({ value: `${miles}`, text: `${miles} miles` })),
          ]}
        />
      )}
      <Select {...props} name="in" label="Only in" options={[any, ...areas]} />
      <Text {...props} name="district" label="Postcode district" />
      <Select
        {...props}
        name="judgement"
        label="Judged at least"
        options={[
          any,
          { value: 'GOOD', text: 'Good' },
          { value: 'OUTSTANDING', text: 'Outstanding' },
        ]}
      />
      <Select
        {...props}
        name="framework"
        label="On framework"
        options={[
          any,
          ...frameworks.map(({ id, reference, title }) => ({
            value: id,
            text: `${reference}: ${title}`,
          })),
        ]}
        onChange={(change) => props.onChange({ ...change, lot: '' })}
      />
      {lots.length > 0 && (
        <Select
          {...props}
          name="lot"
          label="Lot"
          options={[
            any,
            ...lots.map(({ id, number, title }) => ({ value: id, text: `${number}: ${title}` })),
          ]}
        />
      )}
      <Text {...props} name="price" label="At most, £ a week" />
    </>
  );
}
