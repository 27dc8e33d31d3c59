import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { typed } from '../fostering/form-choices.ts';
import { differing, fieldsOf, missingFrom } from '../providers/market-draft.ts';
import type { FormField } from '../providers/refusal.ts';
import { isTyped, typedWhole } from '../providers/refusal.ts';
import type { ChangeHomeMutation } from './home-changes.ts';
import type { Home } from './homes-queries.ts';

/** What a home is or is not. */
export const homeFlags = [
  { value: 'inHouse', text: 'In-house: run by you, or by your children’s trust' },
  { value: 'siblings', text: 'Takes siblings together' },
  { value: 'solo', text: 'Can be run for one child' },
  { value: 'education', text: 'Education on site' },
  { value: 'emergency', text: 'Admits on the same day' },
  { value: 'spot', text: 'Offers places outside any framework' },
  { value: 'shortBreaks', text: 'Gives short breaks: its nights are counted' },
] as const;

type Flag = (typeof homeFlags)[number]['value'];

/** What a home is, as a form holds it: texts, as they were typed. */
export interface HomeDraft {
  readonly name: string;
  readonly places: string;
  readonly genders: Home['genders'];
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly noticeDays: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Degrees, as somebody copies them from a map: “52.95, -1.15”. Empty where nobody says. */
  readonly location: string;
  readonly needs: readonly string[];
  readonly flags: readonly Flag[];
}

export const homeFormId = 'home-';

/** The fields of the form, as the server names them. */
export const homeFields: readonly FormField[] = [
  ...fieldsOf(homeFormId, {
    name: 'Name',
    places: 'Places',
    ageFrom: 'Youngest',
    ageTo: 'Oldest',
    noticeDays: 'Notice',
    opensOn: 'First day',
    closesOn: 'The day from which it is closed',
    needs: 'Needs',
  }),
  { path: 'location.latitude', id: `${homeFormId}location`, label: 'Degrees north' },
  { path: 'location.longitude', id: `${homeFormId}location`, label: 'Degrees east' },
];

/** The form as a home is. */
export const homeDraft = (home: Home): HomeDraft => ({
  ...{ genders: home.genders, needs: home.needs },
  name: home.name ?? '',
  places: `${home.counts.registered}`,
  ageFrom: `${home.ageFrom}`,
  ageTo: `${home.ageTo}`,
  noticeDays: `${home.noticeDays}`,
  opensOn: home.opensOn ?? '',
  closesOn: home.closesOn ?? '',
  location: home.location ? `${home.location.latitude}, ${home.location.longitude}` : '',
  flags: homeFlags.map(({ value }) => value).filter((flag) => home[flag]),
});

/** Where a text says a home is; null where it says nothing, undefined where it is no place. */
export function locationOf(text: string) {
  if (text.trim() === '') return null;
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  return found ? { latitude: Number(found[1]), longitude: Number(found[2]) } : undefined;
}

/** What is missing from the form, or is no number. */
export function missingOfHome(draft: HomeDraft): readonly FieldProblem[] {
  const whole = (name: 'places' | 'ageFrom' | 'ageTo' | 'noticeDays', what: string) =>
    !isTyped(typedWhole(draft[name])) && `${what} as a whole number`;
  return missingFrom(homeFormId, {
    places: whole('places', 'Enter how many places'),
    ageFrom: whole('ageFrom', 'Enter the youngest age'),
    ageTo: whole('ageTo', 'Enter the oldest age'),
    noticeDays: whole('noticeDays', 'Enter the notice in days'),
    location:
      locationOf(draft.location) === undefined &&
      'Enter degrees north and east, for example 52.95, -1.15',
  });
}

const saidOf = (draft: HomeDraft) => ({
  name: typed(draft.name),
  places: typedWhole(draft.places),
  ageFrom: typedWhole(draft.ageFrom),
  ageTo: typedWhole(draft.ageTo),
  noticeDays: typedWhole(draft.noticeDays),
  genders: draft.genders,
  needs: [...draft.needs],
  opensOn: typed(draft.opensOn),
  closesOn: typed(draft.closesOn),
  location: locationOf(draft.location) ?? null,
  ...(Object.fromEntries(
    homeFlags.map(({ value }) => [value, draft.flags.includes(value)]),
  ) as Record<Flag, boolean>),
});

/** What is sent for a change: what differs from what the form began with, and the version that was seen. */
export const homeChange = (
  draft: HomeDraft,
  before: HomeDraft,
  { id, version }: Pick<Home, 'id' | 'version'>,
): VariablesOf<typeof ChangeHomeMutation>['input'] => ({
  ...{ home: id, version },
  ...differing(saidOf(draft), saidOf(before)),
});
