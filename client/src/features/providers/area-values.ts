import type { AreaValue } from './map-shades.ts';
import type { ServicesFilter } from './service-address.ts';
import type { FoundServices, ServiceChoices } from './service-queries.ts';
import type { ServicesView } from './services-view.ts';

/** An authority of a search: what was found there. */
export interface FoundArea {
  readonly code: string;
  readonly name: string;
  readonly services: number;
  /** Null where none are published. */
  readonly places: number | null;
}

/**
 * Every authority that a search is about, by name, also where nothing was found.
 *
 * With `near`, those further away are not among them: what is not told apart from nothing is left out.
 */
export function foundAreas(
  found: Pick<FoundServices, 'facets'>,
  filter: ServicesFilter,
  choices: ServiceChoices | undefined,
): readonly FoundArea[] {
  const values = found.facets.find(({ name }) => name === 'AUTHORITY')?.values ?? [];
  const about =
    (filter.scope === 'england' ? choices?.authorities : choices?.consortium?.members) ?? [];
  const byCode = new Map(values.map((value) => [value.value, value]));
  const listed = filter.miles === null ? about : about.filter(({ code }) => byCode.has(code));
  const known = new Set(listed.map(({ code }) => code));
  const others = values.filter(({ value }) => !known.has(value));
  return [
    ...listed.map(({ code, name }) => {
      const here = byCode.get(code);
      return { code, name, services: here?.services ?? 0, places: here ? here.places : 0 };
    }),
    ...others.map(({ value, title, services, places }) => ({
      code: value,
      name: title,
      services,
      places,
    })),
  ].toSorted((one, other) => one.name.localeCompare(other.name));
}

/** The figure of each that the map is shaded by. */
export const shadedBy = (
  areas: readonly FoundArea[],
  measure: ServicesView['measure'],
): readonly AreaValue[] =>
  areas.map(({ code, name, ...area }) => ({ code, name, value: area[measure] }));

/** What the map shows in one sentence: most, least, and where there is nothing. */
export function mapSentence(values: readonly AreaValue[], unit: string): string {
  const ordered = values
    .flatMap(({ name, value }) => (value === null || value === 0 ? [] : [{ name, value }]))
    .toSorted((one, other) => other.value - one.value);
  const [most, least] = [ordered[0], ordered.at(-1)];
  if (!most || !least) return `No authority has ${unit} in this search.`;
  const none = values.length - ordered.length;
  const format = (value: number) => value.toLocaleString('en-GB');
  const range =
    ordered.length === 1
      ? `Only ${most.name} has ${unit}: ${format(most.value)}`
      : `Most ${unit} are in ${most.name} (${format(most.value)}), fewest in ${least.name} (${format(least.value)})`;
  return none === 0
    ? `${range}.`
    : `${range}; ${none} of ${values.length} authorities ${none === 1 ? 'has' : 'have'} none, or none that are published.`;
}
