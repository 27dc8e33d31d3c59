import { notFound } from '@sufficiency/shared/errors.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import type { ConcentrationMeasure } from './concentration-measure.ts';
import { measuresOf } from './concentration-measure.ts';
import type { GroupRow, HeldServiceRow } from './exposure.queries.ts';
import { groupsWanted, heldServices } from './exposure.queries.ts';
import type { GroupExposure } from './exposure.ts';
import { exposureOf, exposuresOf } from './exposure.ts';
import { readUse } from './provider-use.service.ts';
import type { WhatIf } from './what-if.ts';
import { whatIfOf } from './what-if.ts';

/** How exposed a consortium is to those it buys from. */
export interface Exposure {
  readonly consortium: ConsortiumRecord;
  readonly measures: readonly ConcentrationMeasure[];
  readonly groups: readonly GroupExposure[];
  /** What is touched if the group asked about failed tomorrow; null where none was asked about. */
  readonly whatIf: WhatIf | null;
}

/**
 * Places, placements and spending by provider group across a consortium's members, and how much of each is in few hands.
 *
 * @unit   places and placements; GBP a week, of the viewer's own only; concentration in points of 10,000.
 * @source Ofsted's register, and what tenants recorded, as far as this viewer may see it.
 * @throws DomainError NOT_FOUND an unknown consortium or provider group.
 */
export async function readExposure(
  viewer: Viewer,
  input: { readonly consortium: string; readonly group?: string | null | undefined },
): Promise<Exposure> {
  requirePermission(viewer.actor, 'provider:read');
  const consortium = await requireConsortium(viewer, input.consortium);
  const asked = input.group ?? null;

  const [services, uses] = await Promise.all([
    viewer.operation.rows<HeldServiceRow>(heldServices(consortium.members.map(({ code }) => code))),
    readUse(viewer, consortium.members),
  ]);
  const held = services.flatMap(({ group_id }) => group_id ?? []);
  const used = uses.flatMap(({ rows }) => rows.map(({ group_id }) => group_id));
  const groups = await viewer.operation.rows<GroupRow>(
    groupsWanted([...new Set([...held, ...used])], asked),
  );
  const market = { consortium: consortium.name, services, uses };
  const named = asked === null ? undefined : groups.find(({ key }) => key === asked);
  if (asked !== null && !named) throw notFound('provider group', asked);

  return {
    consortium,
    measures: measuresOf(services, uses),
    groups: named ? [exposureOf(named, market)] : exposuresOf(groups, market),
    whatIf: named ? whatIfOf(exposureOf(named, market), market) : null,
  };
}

/** @throws DomainError NOT_FOUND an unknown consortium. */
export async function requireConsortium(viewer: Viewer, code: string): Promise<ConsortiumRecord> {
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  return consortium;
}
