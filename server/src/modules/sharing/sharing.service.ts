import type { Role } from '@sufficiency/shared/access/permissions.ts';
import { isRole, permissionsOf } from '@sufficiency/shared/access/permissions.ts';
import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import type { SharingLevel, SharingRecipient } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { highestLevelOf, sharingRecipients } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { OrganisationRecord } from '../access/organisation.ts';
import { organisationsOf } from '../access/organisations.service.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteOwn } from '../audit/audit.service.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { consortiaOfActor } from '../authorities/authorities.service.ts';
import type { AgreementRecord } from './agreement.ts';
import { whyNotShared, whyShared } from './agreement.ts';
import {
  findAgreements,
  listAgreements,
  requireOwnConsortium,
  textOfKey,
} from './agreements.service.ts';
import type { MatrixRow, SightRow } from './sharing.queries.ts';
import { matrixOf, recipientsOf, sightOf } from './sharing.queries.ts';

/** One authority's dataset for one kind of recipient: the level in force today, and why. */
export interface MatrixCell {
  readonly authority: AuthorityRecord;
  readonly dataset: Dataset;
  readonly recipient: SharingRecipient;
  readonly level: SharingLevel;
  /** How many organisations of that kind see that much, of how many there are; null where nobody counts them. */
  readonly receivers: number | null;
  readonly receiversInAll: number | null;
  /** The agreement that grants it, as a key; null where there is none. */
  readonly agreement: string | null;
  /** Why there is none, in words; null where there is one. */
  readonly reason: string | null;
}

export interface Matrix {
  readonly consortium: ConsortiumRecord;
  readonly cells: readonly MatrixCell[];
}

/**
 * Who lets whom see what in a consortium today.
 *
 * @source the function that row-level security asks.
 * @throws DomainError NOT_FOUND a consortium that the viewer's organisation does not belong to.
 */
export async function readMatrix(viewer: Viewer, code: string): Promise<Matrix> {
  requirePermission(viewer.actor, 'agreement:read');
  const consortium = await requireOwnConsortium(viewer, code);
  const [rows, agreements, organisations] = await Promise.all([
    viewer.operation.rows<MatrixRow>(matrixOf(code)),
    listAgreements(viewer, { consortium: code }),
    organisationsOf(viewer, consortium),
  ]);
  const granted = new Map(
    rows.map((row) => [cellKey(row.authority_code, row.dataset, row.recipient), row]),
  );
  const day = today(viewer.clock);

  const cells = consortium.members.flatMap((authority) =>
    datasets.flatMap((dataset) =>
      sharingRecipients.map((recipient): MatrixCell => {
        const row = granted.get(cellKey(authority.code, dataset, recipient));
        const giverId = answersFor(organisations, authority);
        const cell = {
          authority,
          dataset,
          recipient,
          ...receiversOf(recipient, row, { organisations, giverId }),
        };
        if (row) return { ...cell, level: row.level, agreement: keyOfRow(row), reason: null };
        const share = {
          authority: authority.name,
          giverId,
          dataset,
          recipients: alsoSeenAs(recipient),
        };
        const reason = whyNotShared(share, agreements, day);
        return { ...cell, level: 'NONE', agreement: null, reason };
      }),
    ),
  );
  return { consortium, cells };
}

/** Members can be counted: one may have signed and another not. The hub is one; the public nobody counts. */
function receiversOf(
  recipient: SharingRecipient,
  row: MatrixRow | undefined,
  among: { organisations: readonly OrganisationRecord[]; giverId: string | null },
): Pick<MatrixCell, 'receivers' | 'receiversInAll'> {
  if (recipient !== 'MEMBERS' && recipient !== 'PLACEMENT_OFFICERS') {
    return { receivers: null, receiversInAll: null };
  }
  const others = among.organisations.filter(
    ({ id, kind }) => kind === 'TENANT' && id !== among.giverId,
  );
  return { receivers: row?.receivers ?? 0, receiversInAll: others.length };
}

/** Placement officers are accounts of members. */
const alsoSeenAs = (recipient: SharingRecipient): SharingRecipient[] =>
  recipient === 'PLACEMENT_OFFICERS' ? ['PLACEMENT_OFFICERS', 'MEMBERS'] : [recipient];

const cellKey = (...parts: readonly string[]) => parts.join(' ');
const keyOfRow = (row: SightRow) => textOfKey({ id: row.agreement_id, version: row.version });

const answersFor = (organisations: readonly OrganisationRecord[], { code }: AuthorityRecord) =>
  organisations.find(({ authorityCodes }) => authorityCodes.includes(code))?.id ?? null;

/** What an organisation may see of one authority's dataset, and why. */
export interface PreviewCell {
  readonly authority: AuthorityRecord;
  readonly dataset: Dataset;
  readonly level: SharingLevel;
  /** “own”, the agreement, or what is missing. */
  readonly why: string;
  readonly agreement: string | null;
}

export interface Preview {
  readonly organisation: OrganisationRecord;
  readonly role: Role;
  readonly cells: readonly PreviewCell[];
}

const usualRole = { TENANT: 'commissioner', HUB: 'hub-analyst', PROVIDER: 'provider' } as const;

/**
 * What an organisation of the viewer's consortia may see of their members, in a role: levels and reasons, never a value.
 *
 * @source the same function as that organisation's own sight.
 * @throws DomainError NOT_FOUND an organisation outside the viewer's consortia.
 * @throws DomainError BAD_USER_INPUT a role that does not exist.
 */
export async function previewAs(
  viewer: Viewer,
  input: { readonly organisation: string; readonly role?: string | null | undefined },
): Promise<Preview> {
  requirePermission(viewer.actor, 'sharing:preview');
  const { organisation, consortia } = await requireNeighbour(viewer, input.organisation);
  const role = checkedRole(input.role ?? usualRole[organisation.kind]);

  const rows = await viewer.operation.rows<SightRow>(sightOf(organisation.id, role));
  const recipients = await viewer.operation.rows<{ recipient: SharingRecipient }>(
    recipientsOf(organisation.id, role),
  );
  const found = await findAgreements(viewer, [...new Set(rows.map(keyOfRow))]);
  const sees: Seeing = {
    organisation,
    recipients: recipients.map(({ recipient }) => recipient),
    granted: new Map(rows.map((row) => [cellKey(row.authority_code, row.dataset), row])),
    grounds: new Map(found.flatMap((record) => (record ? [[textOfKey(record), record]] : []))),
    today: today(viewer.clock),
  };
  const cells: PreviewCell[] = [];
  for (const consortium of consortia) {
    const agreements = await listAgreements(viewer, { consortium: consortium.code });
    const organisations = await organisationsOf(viewer, consortium);
    for (const authority of consortium.members) {
      const giverId = answersFor(organisations, authority);
      for (const dataset of datasets) {
        cells.push(previewCell(sees, { authority, dataset, giverId, agreements }));
      }
    }
  }
  noteOwn(viewer, { type: 'sharing.previewed', details: { organisation: organisation.slug } });
  return { organisation, role, cells };
}

interface Seeing {
  readonly organisation: OrganisationRecord;
  readonly recipients: readonly SharingRecipient[];
  readonly granted: ReadonlyMap<string, SightRow>;
  readonly grounds: ReadonlyMap<string, AgreementRecord>;
  readonly today: string;
}

function previewCell(
  { organisation, recipients, granted, grounds, today: day }: Seeing,
  of: {
    readonly authority: AuthorityRecord;
    readonly dataset: Dataset;
    readonly giverId: string | null;
    readonly agreements: readonly AgreementRecord[];
  },
): PreviewCell {
  const { authority, dataset, giverId, agreements } = of;
  const cell = { authority, dataset };
  if (organisation.authorityCodes.includes(authority.code)) {
    return { ...cell, level: highestLevelOf[dataset], why: 'own', agreement: null };
  }
  const row = granted.get(cellKey(authority.code, dataset));
  const ground = row && grounds.get(keyOfRow(row));
  if (row && ground) {
    return { ...cell, level: row.level, why: whyShared(ground), agreement: keyOfRow(row) };
  }
  const share = { authority: authority.name, giverId, dataset, recipients, receiver: organisation };
  return { ...cell, level: 'NONE', why: whyNotShared(share, agreements, day), agreement: null };
}

/** An organisation of one of the viewer's consortia, and which of them it shares with the viewer. */
async function requireNeighbour(viewer: Viewer, slug: string) {
  const own = await consortiaOfActor(viewer);
  const found: { organisation: OrganisationRecord; consortium: ConsortiumRecord }[] = [];
  for (const consortium of own) {
    const organisations = await organisationsOf(viewer, consortium);
    const organisation = organisations.find((each) => each.slug === slug);
    if (organisation) found.push({ organisation, consortium });
  }
  const [first] = found;
  if (!first) throw notFound('organisation in your consortia', slug);
  return {
    organisation: first.organisation,
    consortia: found.map(({ consortium }) => consortium),
  };
}

function checkedRole(role: string): Role {
  if (!isRole(role)) {
    throw badInput(`role must be among ${Object.keys(permissionsOf).join(', ')}.`);
  }
  return role;
}
