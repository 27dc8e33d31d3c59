import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import type { Statement } from '../../platform/database.ts';

/** A service of the register in one of the authorities asked for, and whose it is. */
export interface HeldServiceRow {
  readonly urn: string;
  readonly authority_code: string;
  readonly provision_type: string;
  /** Null where it is not published. */
  readonly places: number | null;
  readonly judgement: Judgement | null;
  readonly synthetic: boolean;
  /** Null where the register names no owner. */
  readonly provider_id: number | null;
  /** As the register prints it. */
  readonly owner_text: string | null;
  readonly group_id: number | null;
}

/** Every service on the newest register in some authorities. */
export const heldServices = (authorityCodes: readonly string[]): Statement => ({
  name: 'exposure_services',
  text: `select s.urn, s.authority_code, s.provision_type, s.places, s.judgement, s.synthetic, s.provider_id, s.owner_text, p.group_id
    from service s left join provider p on p.id = s.provider_id
    where s.authority_code = any($1::text[]) and s.status <> 'LEFT'
    order by s.urn`,
  values: [authorityCodes],
});

/** A provider group. */
export interface GroupRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly synthetic: boolean;
}

/** Provider groups of these ids, or of this key. */
export const groupsWanted = (ids: readonly number[], key: string | null): Statement => ({
  name: 'exposure_groups',
  text: `select g.id, g.key, g.name, g.synthetic from provider_group g
    where g.id = any($1::int[]) or g."key" = $2::text`,
  values: [ids, key],
});
