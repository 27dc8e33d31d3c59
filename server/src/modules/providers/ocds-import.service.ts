import { badInput } from '@sufficiency/shared/errors.ts';
import { inHouseRule } from '@sufficiency/shared/providers/in-house.ts';
import type { OcdsProblem } from '@sufficiency/shared/providers/ocds.ts';
import { readOcds } from '@sufficiency/shared/providers/ocds.ts';
import type { OcdsNotice } from '@sufficiency/shared/providers/ocds-notice.ts';
import { readOwnerName } from '@sufficiency/shared/providers/owner-name.ts';
import { requirePermission } from '../access/actor.ts';
import { frameworksHeldBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { listAuthorities } from '../authorities/authorities.service.ts';
import { addAwards } from './award-changes.service.ts';
import { addFramework, changeFramework } from './framework-changes.service.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { frameworkParts, toFramework } from './framework-record.ts';
import { memberCodes, requireFramework } from './frameworks.service.ts';
import type { KnownFramework, NoticePlan } from './ocds-plan.ts';
import { awardedBy, planNotice, servicesIn } from './ocds-plan.ts';
import { findOwners } from './suppliers.service.ts';

/** The longest file that is read. Unit: bytes. */
const longestFile = 5_000_000;

/** As many procurements are taken at once: each is looked up, and its suppliers are compared with the register. */
const mostNotices = 100;

/** What a file of notices would change, or has changed. */
export interface OcdsImport {
  /** True where it was done; false where it was only looked at, or cannot be used. */
  readonly applied: boolean;
  /** Why nothing of the file can be used; empty where all of it can. */
  readonly problems: readonly OcdsProblem[];
  readonly notices: readonly ImportedNotice[];
}

/** What became of a notice, or would. */
export interface ImportedNotice extends NoticePlan {
  /** As it is now; null where it is not there yet. */
  readonly framework: FrameworkRecord | null;
}

/**
 * Reads a file of the Open Contracting Data Standard as frameworks of the viewer’s organisation: all of it or nothing. A
 * revised notice is a later version of its framework. Suppliers that are no provider of the register become queries and
 * are not added to it; contact points and street addresses are not kept.
 *
 * @param apply false: only says what would change.
 * @throws DomainError BAD_USER_INPUT the file is too long, or one’s own rules for frameworks refuse what it says.
 * @throws DomainError CONFLICT another framework of one’s own has its reference.
 */
export async function importOcds(
  viewer: Viewer,
  { file, apply }: { readonly file: File; readonly apply: boolean },
): Promise<OcdsImport> {
  requirePermission(viewer.actor, 'framework:write');
  if (file.size > longestFile) {
    throw badInput(`The file has ${file.size} bytes: at most ${longestFile} are read.`);
  }
  const { notices, problems } = readUpTo(mostNotices, await file.text());
  const isUsable = problems.length === 0;
  const imported: ImportedNotice[] = [];
  for (const notice of notices) {
    const planned = await plannedNotice(viewer, notice);
    imported.push(apply && isUsable ? await applied(viewer, planned) : planned);
  }
  return { applied: apply && isUsable, problems, notices: imported };
}

/** What a file says; a problem in the place of its notices where there are too many. */
function readUpTo(most: number, text: string): ReturnType<typeof readOcds> {
  const read = readOcds(text);
  const many = read.notices.length;
  if (many <= most) return read;
  const message = `The file has ${many} notices: at most ${most} are taken at once. Send it in parts.`;
  return { notices: [], problems: [{ path: '', message }] };
}

async function plannedNotice(viewer: Viewer, notice: OcdsNotice): Promise<ImportedNotice> {
  const known = await knownFramework(viewer, notice);
  const owners = await findOwners(viewer, awardedBy(notice));
  return { ...planNotice(notice, known, owners), framework: known?.framework ?? null };
}

async function knownFramework(
  viewer: Viewer,
  { ocid }: OcdsNotice,
): Promise<KnownFramework | null> {
  const row = await viewer.db.framework.findFirst({
    where: { ...frameworksHeldBy(viewer.actor), ocid },
    include: frameworkParts,
  });
  if (!row) return null;
  const framework = toFramework(row);
  const { tenantId, id: frameworkId } = framework;
  const notices = await viewer.db.frameworkNotice.findMany({ where: { tenantId, frameworkId } });
  const awards = await viewer.db.frameworkAward.findMany({
    where: { tenantId, frameworkId },
    select: { provider: { select: { key: true } } },
  });
  return {
    framework,
    notices: new Map(notices.map(({ noticeId, publishedAt }) => [noticeId, publishedAt])),
    members: new Set(awards.map(({ provider }) => provider.key)),
  };
}

async function applied(viewer: Viewer, planned: ImportedNotice): Promise<ImportedNotice> {
  const { notice, outcome } = planned;
  if (outcome === 'UNCHANGED' || outcome === 'OLDER') return planned;
  const framework = planned.framework
    ? await changed(viewer, planned.framework, notice)
    : await added(viewer, notice);
  await keepReleases(viewer, framework, notice);
  const joined = await join(viewer, framework, planned);
  return { ...planned, framework: joined };
}

const sourceOf = ({ ocid, releases }: OcdsNotice) =>
  `Notice ${releases.at(-1)?.id ?? ''} of ${ocid}, published ${releases.at(-1)?.publishedAt.slice(0, 10) ?? ''}`;

/** Whom the viewer may name as a lead: authorities of its own, or, of a hub, today’s members of its consortium. */
async function mayLead(viewer: Viewer): Promise<readonly string[]> {
  const { organisationKind, consortiumCode, authorityCodes } = viewer.actor;
  return organisationKind === 'HUB' && consortiumCode
    ? await memberCodes(viewer, consortiumCode)
    : authorityCodes;
}

async function added(viewer: Viewer, notice: OcdsNotice): Promise<FrameworkRecord> {
  const [lead = null, ...others] = await authoritiesOf(viewer, notice.buyers);
  const isOwn = lead !== null && (await mayLead(viewer)).includes(lead);
  return await addFramework(viewer, {
    fromNotice: true,
    reference: (notice.reference ?? notice.ocid).slice(0, 60),
    title: notice.title.slice(0, 300),
    ocid: notice.ocid,
    lead: isOwn ? lead : null,
    leadText: notice.buyers[0]?.slice(0, 300) ?? 'Its notice names no buyer',
    buyers: lead === null ? [] : [lead, ...others],
    services: servicesIn(notice),
    startsOn: notice.startsOn,
    endsOn: notice.endsOn,
    value: notice.value,
    source: sourceOf(notice),
    sourceUrl: notice.url,
    // A copy of somebody else’s notice is for one’s own use.
    published: isOwn || viewer.actor.organisationKind === 'HUB',
    lots: lotsOf(notice).map(({ number, title }) => ({ number, title })),
  });
}

/** The lots of a notice; one for the whole where it names none. */
const lotsOf = ({
  lots,
}: OcdsNotice): readonly { readonly number: string; readonly title: string }[] =>
  lots.length === 0
    ? [{ number: '1', title: 'The whole of it' }]
    : lots.map(({ number, title }) => ({ number, title: title ?? `Lot ${number}` }));

/** GSS codes of councils by the names they give themselves; those that are none are left out. */
async function authoritiesOf(viewer: Viewer, names: readonly string[]): Promise<readonly string[]> {
  const ownOf = inHouseRule(await listAuthorities(viewer, {}));
  const codes = names.flatMap((name) => {
    // Publishers add the department: “Hertfordshire County Council - Children's Services”.
    const owner = readOwnerName(name.replace(/ [-–] .*$/, ''));
    return owner ? ownOf(owner) : [];
  });
  return [...new Set(codes)];
}

async function changed(
  viewer: Viewer,
  { id, version, lots }: FrameworkRecord,
  notice: OcdsNotice,
): Promise<FrameworkRecord> {
  const known = new Set(lots.map(({ number }) => number));
  return await changeFramework(viewer, {
    id,
    version,
    title: notice.title.slice(0, 300),
    ...(notice.startsOn !== null && { startsOn: notice.startsOn }),
    ...(notice.endsOn !== null && { endsOn: notice.endsOn }),
    ...(notice.value !== null && { value: notice.value }),
    ...(notice.url !== null && { sourceUrl: notice.url }),
    source: sourceOf(notice),
    lots: lotsOf(notice)
      .filter(({ number }) => notice.lots.length > 0 && !known.has(number))
      .map(({ number, title }) => ({ number, title })),
  });
}

async function keepReleases(
  viewer: Viewer,
  { tenantId, id: frameworkId }: FrameworkRecord,
  { releases, awards, url }: OcdsNotice,
): Promise<void> {
  await viewer.db.frameworkNotice.createMany({
    data: releases.map(({ id, publishedAt }) => ({
      tenantId,
      frameworkId,
      noticeId: id,
      kind: awards.length > 0 ? 'award' : 'tender',
      publishedAt: new Date(publishedAt),
      url,
    })),
    skipDuplicates: true,
  });
}

/** Adds the providers that came on it. */
async function join(
  viewer: Viewer,
  framework: FrameworkRecord,
  { notice, suppliers }: NoticePlan,
): Promise<FrameworkRecord> {
  const { id, version, lots } = framework;
  const [first] = lots;
  const awards = suppliers
    .filter(({ outcome }) => outcome === 'ADDED')
    .flatMap(({ provider, lots: named, startsOn, endsOn }) =>
      (named.length > 0 ? named : [first?.number ?? '1']).map((lot) => ({
        lot,
        provider: provider?.key ?? '',
        startsOn: startsOn ?? notice.releases.at(-1)?.publishedAt.slice(0, 10) ?? '',
        endsOn,
        source: sourceOf(notice),
      })),
    );
  if (awards.length === 0) return framework;
  await addAwards(viewer, { id, version }, awards);
  return await requireFramework(viewer, id);
}
