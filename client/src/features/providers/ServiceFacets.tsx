import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgements, judgementsAtLeast } from '@sufficiency/shared/providers/judgements.ts';
import { provisionTypes } from '@sufficiency/shared/providers/provision-types.ts';
import { FacetChoice } from './FacetChoice.tsx';
import type { ServicesFilter } from './service-address.ts';
import type { ServiceFacets as Facets, ServiceFacetValue } from './service-queries.ts';
import { judgementShort } from './service-words.ts';

/** Narrows the list by what there is, with how many there are of each. */
export function ServiceFacets(props: {
  readonly facets: Facets;
  readonly filter: ServicesFilter;
  readonly onChange: (change: Partial<ServicesFilter>) => void;
}) {
  const { facets, filter, onChange } = props;
  const valuesOf = (name: Facets[number]['name']) =>
    facets.find((facet) => facet.name === name)?.values ?? [];

  return (
    <>
      <FacetChoice
        id="facet-what"
        kind="checkboxes"
        label="What it is"
        choices={valuesOf('PROVISION_TYPE')}
        chosen={filter.types}
        onChange={(chosen) =>
          onChange({ types: provisionTypes.filter((type) => chosen.includes(type)) })
        }
      />
      <FacetChoice
        id="facet-in"
        kind="checkboxes"
        label="Where it stands"
        choices={valuesOf('AUTHORITY')}
        chosen={filter.authorities}
        onChange={(authorities) => onChange({ authorities })}
      />
      <FacetChoice
        id="facet-judged"
        kind="checkboxes"
        label="Judged at least"
        hint="One of each scale: supported accommodation has its own."
        choices={leastJudgements(valuesOf('JUDGEMENT'))}
        chosen={filter.judgements}
        onChange={(chosen, pressed) => onChange({ judgements: oneOfEachScale(chosen, pressed) })}
      />
      <FacetChoice
        id="facet-own"
        kind="radios"
        label="Whose it is"
        hint="In-house: the owner is a council or a children’s trust."
        choices={valuesOf('IN_HOUSE')}
        chosen={filter.inHouse === null ? [] : [`${filter.inHouse}`]}
        onChange={([chosen]) =>
          onChange({ inHouse: chosen === undefined ? null : chosen === 'true' })
        }
      />
      <FacetChoice
        id="facet-group"
        kind="radios"
        label="Owner group"
        choices={valuesOf('GROUP')}
        chosen={filter.group === null ? [] : [filter.group]}
        onChange={([group]) => onChange({ group: group ?? null })}
      />
      <FacetChoice
        id="facet-tier"
        kind="radios"
        label="Tier"
        hint="Of the framework and lot chosen above."
        choices={valuesOf('TIER')}
        chosen={filter.tier === null ? [] : [`${filter.tier}`]}
        onChange={([tier]) => onChange({ tier: tier === undefined ? null : Number(tier) })}
      />
    </>
  );
}

/** Nothing is worse: all that are judged are so or better. */
const leastOfScale: readonly Judgement[] = ['INADEQUATE', 'SERIOUS_WEAKNESSES'];

/** “Good or better” with the services of it and of all better ones of its scale. */
function leastJudgements(values: readonly ServiceFacetValue[]): readonly ServiceFacetValue[] {
  return judgements.flatMap((judgement) => {
    const better = judgementsAtLeast(judgement);
    if (leastOfScale.includes(judgement)) return [];
    const counted = values.filter(({ value }) => better.some((one) => one === value));
    const services = counted.reduce((sum, value) => sum + value.services, 0);
    if (services === 0) return [];
    const title = judgementShort(judgement);
    return [
      {
        value: judgement,
        title: better.length === 1 ? title : `${title} or better`,
        services,
        places: null,
      },
    ];
  });
}

/** What was pressed last takes the place of another of its scale. */
function oneOfEachScale(chosen: readonly string[], pressed: string): readonly Judgement[] {
  const scaleOf = (judgement: Judgement) => judgementsAtLeast(judgement)[0];
  const last = judgements.find((one) => one === pressed);
  return judgements.filter(
    (one) =>
      chosen.includes(one) &&
      (one === last || last === undefined || scaleOf(one) !== scaleOf(last)),
  );
}
