import type { ClockUnit } from '@sufficiency/shared/fostering/stages.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import type { FormField } from '../providers/refusal.ts';
import { typedWhole } from '../providers/refusal.ts';
import type { ChangeStagesMutation } from './enquiry-mutations.ts';
import type { StageSet } from './enquiry-queries.ts';

/** A stage as it stands on a form. */
export interface StageDraft {
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly used: 'yes' | 'no';
  readonly standard: boolean;
  /** Code of the stage from which its clock runs; empty where it has none. */
  readonly from: string;
  readonly limit: string;
  readonly unit: ClockUnit;
}

/** Stages as they stand on the form that changes them. */
interface StagesDraft {
  /** Empty for today. */
  readonly inForceFrom: string;
  readonly stages: readonly StageDraft[];
}

/** What ids of the form’s fields begin with. */
export const stagesForm = 'stages-';

/** The form as a set of stages stands. */
export const stagesDraft = ({ stages }: StageSet): StagesDraft => ({
  inForceFrom: '',
  stages: stages.map(({ code, title, definition, used, standard, clock }) => ({
    ...{ code, title, definition, standard, used: used ? 'yes' : 'no' },
    from: clock?.from ?? '',
    limit: clock === null ? '' : String(clock.limit),
    unit: clock?.unit ?? 'DAYS',
  })),
});

/** The same with another stage after one of a place. */
export const withStageAfter = (draft: StagesDraft, index: number): StagesDraft => ({
  ...draft,
  stages: draft.stages.toSpliced(index + 1, 0, {
    ...{ code: 'OWN-', title: '', definition: '', from: '', limit: '' },
    ...{ used: 'yes', standard: false, unit: 'DAYS' },
  }),
});

/** The same without the stage of a place. */
export const withoutStage = (draft: StagesDraft, index: number): StagesDraft => ({
  ...draft,
  stages: draft.stages.toSpliced(index, 1),
});

const labels: Readonly<Record<string, readonly [field: string, label: string]>> = {
  code: ['code', 'Code'],
  position: ['code', 'Place'],
  used: ['used', 'Recorded'],
  title: ['title', 'Title'],
  definition: ['definition', 'Meaning'],
  'clock.from': ['from', 'Start of the clock'],
  'clock.limit': ['limit', 'Limit'],
};

/** The fields of the form, as the server names them. */
export const stageFields: readonly FormField[] = [
  { path: 'inForceFrom', id: `${stagesForm}inForceFrom`, label: 'First day' },
  ...Array.from({ length: 30 }, (_, index) =>
    Object.entries(labels).map(([path, [field, label]]) => ({
      path: `stages[${index}].${path}`,
      id: `${stagesForm}stages[${index}].${field}`,
      label: `Stage ${index + 1}: ${label}`,
    })),
  ).flat(),
];

/** What is sent. A limit that is no number is sent as 0, which is refused at its field. */
export const stagesInput = (
  { inForceFrom, stages }: StagesDraft,
  of: { readonly consortium: string; readonly version: number },
): VariablesOf<typeof ChangeStagesMutation>['input'] => ({
  ...of,
  inForceFrom: inForceFrom === '' ? null : inForceFrom,
  stages: stages.map(({ code, title, definition, used, from, limit, unit }) => ({
    ...{ code: code.trim(), title, definition, used: used === 'yes' },
    clock: from === '' ? null : { from, limit: typedWhole(limit) || 0, unit },
  })),
});
