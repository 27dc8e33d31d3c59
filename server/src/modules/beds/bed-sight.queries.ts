import type { Statement } from '../../platform/database.ts';

/** Another organisation's authority whose homes an agreement shows the viewer, for matching vacancies. */
export interface BedSightRow {
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly agreementId: string;
  readonly version: number;
  /** `YYYY-MM-DD`. */
  readonly since: string;
}

/** As row-level security has it; what shows most comes first. */
export const bedSight: Statement = {
  name: 'bed_sight',
  text: `select giver_id as "tenantId", authority_code as "authorityCode", agreement_id as "agreementId", version,
      to_char(since, 'YYYY-MM-DD') as since
    from bed_sight() order by authority_code, since, agreement_id, version desc`,
  values: [],
};
