import { findOrganisations } from '../access/organisations.service.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ReturnRecord } from './return-record.ts';

/** Something that happened to a version. */
export interface ReturnStep {
  readonly action: string;
  /** Name of the account that did it. */
  readonly account: string;
  /** Name of the organisation it acted for. */
  readonly organisation: string;
  readonly note: string | null;
  readonly at: Date;
}

/** In which order what happens at one instant is told. */
const order = [
  'received',
  'explained',
  'submitted',
  'approved',
  'accepted',
  'reopened',
  'superseded',
  'withdrawn',
];

/** What happened to a version, the first thing first. */
export async function readSteps(
  viewer: Viewer,
  { tenantId, id }: ReturnRecord,
): Promise<ReturnStep[]> {
  const steps = await viewer.db.returnStep.findMany({ where: { tenantId, returnId: id } });
  const names = await findOrganisations(
    viewer,
    steps.map(({ organisationId }) => organisationId),
  );
  return steps
    .map(({ action, account, note, at }, index) => ({
      action,
      account,
      organisation: names[index]?.name ?? '',
      note,
      at,
    }))
    .sort(
      (one, other) =>
        one.at.getTime() - other.at.getTime() ||
        order.indexOf(one.action) - order.indexOf(other.action),
    );
}

/** Name of the organisation that accepted it; null where none has. */
export async function accepterOf(
  viewer: Viewer,
  { acceptedById }: ReturnRecord,
): Promise<string | null> {
  if (acceptedById === null) return null;
  const [organisation] = await findOrganisations(viewer, [acceptedById]);
  return organisation?.name ?? null;
}
