import type { Stage } from '@sufficiency/shared/fostering/stages.ts';
import type { Statement } from '../../platform/database.ts';

/** A set of stages a consortium's hub has made. */
export interface StageSetRow {
  readonly consortium_code: string;
  readonly version: number;
  /** `YYYY-MM-DD`. */
  readonly in_force_from: string;
  readonly stages: readonly Stage[];
}

/** Sets of stages of some consortia, the latest first: every answer about recruitment asks for them. */
export const stageSetsWanted = (consortia: readonly string[]): Statement => ({
  name: 'fostering_stage_sets',
  text: `
    select s.consortium_code, s.version, to_char(s.in_force_from, 'YYYY-MM-DD') as in_force_from,
      (select json_agg(json_build_object('code', t.code, 'title', t.title, 'definition', t.definition, 'used', t.used,
        'clock', case when t.clock_from is not null and t.clock_limit is not null then
          json_build_object('from', t.clock_from, 'limit', t.clock_limit, 'unit', t.clock_unit) end) order by t.position)
        from fostering_stage t where t.tenant_id = s.tenant_id and t.version = s.version) as stages
    from fostering_stage_set s where s.consortium_code = any ($1::text[]) order by s.version desc`,
  values: [consortia],
});
