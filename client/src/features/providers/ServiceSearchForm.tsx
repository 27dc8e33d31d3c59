import type { FormEvent, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { useViewer } from '../access/SessionGate.tsx';
import type { ServicesFilter, ServicesOrder } from './service-address.ts';
import type { ServiceChoices } from './service-queries.ts';

const distances = [5, 10, 15, 20, 30, 40, 50, 75, 100];

const orderTitles: Readonly<Record<ServicesOrder, string>> = {
  NAME: 'Name, then owner',
  PLACES: 'Most places first',
  JUDGEMENT: 'Best judgement first',
  DISTANCE: 'Nearest first',
  RELEVANCE: 'Most alike first',
};

type Draft = Pick<
  ServicesFilter,
  | 'scope'
  | 'text'
  | 'near'
  | 'miles'
  | 'framework'
  | 'lot'
  | 'tier'
  | 'order'
  | 'vacant'
  | 'fictitious'
> & { readonly least: string; readonly most: string };

interface FieldsProps {
  readonly draft: Draft;
  readonly choices: ServiceChoices | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

const draftOf = ({ placesAtLeast, placesAtMost, ...filter }: ServicesFilter): Draft => ({
  scope: filter.scope,
  text: filter.text,
  near: filter.near,
  miles: filter.miles,
  framework: filter.framework,
  lot: filter.lot,
  tier: filter.tier,
  order: filter.order,
  vacant: filter.vacant,
  fictitious: filter.fictitious,
  least: placesAtLeast?.toString() ?? '',
  most: placesAtMost?.toString() ?? '',
});

/** What cannot be ticked: words, distance, sizes, frameworks. Nothing happens until it is sent. */
export function ServiceSearchForm(props: {
  readonly filter: ServicesFilter;
  readonly choices: ServiceChoices | undefined;
  /** Name of the consortium. */
  readonly consortium: string;
  readonly isNarrowed: boolean;
  readonly onChange: (change: Partial<ServicesFilter>) => void;
}) {
  const { filter, choices, onChange } = props;
  const known = draftOf(filter);
  const [draft, setDraft] = useState(known);
  const address = JSON.stringify(known);
  // Another address (back, start again) says anew what is searched for; a ticked box does not undo what was typed.
  useEffect(() => setDraft(JSON.parse(address) as Draft), [address]);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { least, most, ...rest } = draft;
    onChange({ ...rest, placesAtLeast: placesIn(least), placesAtMost: placesIn(most) });
  };

  return (
    <search aria-label="Services">
      <form className="service-search" onSubmit={submit}>
        <FieldText
          id="service-text"
          type="search"
          label="Name, owner, URN or postcode district"
          value={draft.text ?? ''}
          maxLength={200}
          onChange={({ target: { value } }) => change({ text: value || null })}
        />
        <FieldSelect
          id="service-scope"
          label="In"
          options={[
            { value: 'consortium', text: props.consortium },
            { value: 'england', text: 'All of England' },
          ]}
          value={draft.scope}
          onChange={({ target: { value } }) =>
            change({ scope: value === 'england' ? 'england' : 'consortium' })
          }
        />
        <Folded>
          <FurtherFields draft={draft} choices={choices} onChange={change} />
        </Folded>
        <div className="service-search__actions">
          <Button type="submit" size="small">
            Search
          </Button>
          {props.isNarrowed && <Link to="?">Start again</Link>}
        </div>
      </form>
    </search>
  );
}

/** What is seldom searched by. */
function FurtherFields(props: FieldsProps) {
  const { draft, choices, onChange } = props;
  const { permissions } = useViewer();
  const orders = (Object.keys(orderTitles) as ServicesOrder[]).filter(
    (order) =>
      (order !== 'DISTANCE' || draft.near !== null) &&
      (order !== 'RELEVANCE' || (draft.text ?? '') !== ''),
  );
  return (
    <>
      <FieldSelect
        id="service-near"
        label="Near"
        options={[
          { value: '', text: 'Anywhere' },
          ...(choices?.authorities ?? []).map(({ code, name }) => ({ value: code, text: name })),
        ]}
        value={draft.near ?? ''}
        onChange={({ target: { value } }) => onChange({ near: value || null })}
      />
      {draft.near !== null && (
        <FieldSelect
          id="service-miles"
          label="Within"
          options={[
            { value: '', text: 'Any distance' },
            ...milesOffered(draft.miles).map((miles) => ({
              value: String(miles),
              text: `${miles} miles`,
            })),
          ]}
          value={draft.miles?.toString() ?? ''}
          onChange={({ target: { value } }) => onChange({ miles: value ? Number(value) : null })}
        />
      )}
      <div className="service-search__sizes">
        <FieldText
          id="service-least"
          label="Places from"
          inputMode="numeric"
          pattern="[0-9]{0,4}"
          className="govuk-input--width-4"
          value={draft.least}
          onChange={({ target: { value } }) => onChange({ least: value })}
        />
        <FieldText
          id="service-most"
          label="to"
          inputMode="numeric"
          pattern="[0-9]{0,4}"
          className="govuk-input--width-4"
          value={draft.most}
          onChange={({ target: { value } }) => onChange({ most: value })}
        />
      </div>
      <FrameworkChoice draft={draft} choices={choices} onChange={onChange} />
      <FieldSelect
        id="service-order"
        label="Order"
        options={[
          { value: '', text: 'As it suits' },
          ...orders.map((order) => ({ value: order, text: orderTitles[order] })),
        ]}
        value={draft.order ?? ''}
        onChange={({ target: { value } }) =>
          onChange({ order: orders.find((order) => order === value) ?? null })
        }
      />
      <div className="service-search__switch govuk-checkboxes govuk-checkboxes--small">
        {permissions.includes('beds:find') && (
          <Switch
            id="service-vacant"
            text="With a place for us today"
            checked={draft.vacant}
            onChange={(vacant) => onChange({ vacant })}
          />
        )}
        <Switch
          id="service-fictitious"
          text="Fictitious ones instead"
          checked={draft.fictitious}
          onChange={(fictitious) => onChange({ fictitious })}
        />
      </div>
    </>
  );
}

function Switch(props: {
  readonly id: string;
  readonly text: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const { id, text, checked, onChange } = props;
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        id={id}
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {text}
      </label>
    </div>
  );
}

/** On a phone what is within is folded away: what was found comes first. */
function Folded(props: { readonly children: ReactNode }) {
  const isWide = useMediaQuery('(min-width: 48rem)');
  if (isWide) return props.children;
  return (
    <details className="service-search__further">
      <summary>Near, places, framework, order</summary>
      {props.children}
    </details>
  );
}

function FrameworkChoice(props: FieldsProps) {
  const { draft, choices, onChange } = props;
  const frameworks = (choices?.frameworks.edges ?? []).map(({ node }) => node);
  const lots = frameworks.find(({ id }) => id === draft.framework)?.lots ?? [];
  if (frameworks.length === 0) return null;
  return (
    <>
      <FieldSelect
        id="service-framework"
        label="On framework"
        options={[
          { value: '', text: 'Any or none' },
          ...frameworks.map(({ id, reference, title }) => ({
            value: id,
            text: `${reference}: ${title}`,
          })),
        ]}
        value={draft.framework ?? ''}
        onChange={({ target: { value } }) =>
          onChange({ framework: value || null, lot: null, tier: null })
        }
      />
      {lots.length > 0 && (
        <FieldSelect
          id="service-lot"
          label="Lot"
          options={[
            { value: '', text: 'Any lot' },
            ...lots.map(({ id, number, title }) => ({ value: id, text: `${number}: ${title}` })),
          ]}
          value={draft.lot ?? ''}
          onChange={({ target: { value } }) => onChange({ lot: value || null, tier: null })}
        />
      )}
    </>
  );
}

const placesIn = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

const milesOffered = (chosen: number | null) =>
  chosen === null || distances.includes(chosen)
    ? distances
    : [...distances, chosen].toSorted((one, other) => one - other);
