import { calendarFile } from '@sufficiency/shared/calendar-file.ts';
import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type {
  Commissioned,
  RadarItem,
  RadarOverlap,
} from '@sufficiency/shared/providers/recommissioning.ts';
import {
  overlapsOf,
  radarOf,
  radarSentence,
} from '@sufficiency/shared/providers/recommissioning.ts';
import { addMonths } from '@sufficiency/shared/sharing/agreement-dates.ts';
import { today } from '../../platform/clock.ts';
import { dayText } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteOwn } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { membersToday } from './awards.service.ts';
import type { ContractRecord } from './contract-record.ts';
import { listContracts } from './contracts.service.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { listFrameworks } from './frameworks.service.ts';

/** What ends, reopens or is to be decided in a consortium. */
export interface Recommissioning {
  readonly from: string;
  /** The first day that is not in it. */
  readonly until: string;
  readonly items: readonly RadarItemOf[];
  readonly overlaps: readonly RadarOverlapOf[];
  readonly sentence: string;
}

/** A framework or block contract of the radar, as it was read. */
export interface Source {
  readonly framework: FrameworkRecord | null;
  readonly contract: ContractRecord | null;
}

export type RadarItemOf = RadarItem & Source;
export type RadarOverlapOf = RadarOverlap & {
  readonly frameworkRecord: FrameworkRecord;
  readonly contractRecord: ContractRecord;
};

/** Which time; what is absent is today, and 36 months from there. */
export interface RadarAsked {
  readonly consortium: string;
  /** `YYYY-MM-DD`. */
  readonly from?: string | null | undefined;
  /** 1 to 180. */
  readonly months?: number | null | undefined;
}

/**
 * Ends, extensions, reopenings, notice periods and lead times of the frameworks that members of a consortium lead or buy by,
 * and of the block contracts that the viewer may see; and which of these run beside each other.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 * @throws DomainError BAD_USER_INPUT months out of bounds.
 */
export async function readRecommissioning(
  viewer: Viewer,
  { consortium, from = null, months = null }: RadarAsked,
): Promise<Recommissioning> {
  requirePermission(viewer.actor, 'provider:read');
  const many = months ?? 36;
  if (!(many >= 1 && many <= 180)) throw badInput('months must be from 1 to 180.');
  const start = from ?? today(viewer.clock);
  const time = { from: start, until: addMonths(start, many) };
  const frameworks = await listFrameworks(viewer, { consortium });
  const contracts = await listContracts(viewer, { consortium });
  const sources = new Map<Commissioned, Source>();
  const membersOfAll = await Promise.all(frameworks.map((one) => membersToday(viewer, one)));
  for (const [index, framework] of frameworks.entries()) {
    const providerIds = [...new Set(membersOfAll[index]?.map(({ providerId }) => providerId))];
    sources.set(ofFramework(framework, providerIds), { framework, contract: null });
  }
  for (const contract of contracts) {
    sources.set(ofContract(contract), { framework: null, contract });
  }

  const all = [...sources.keys()];
  const items = radarOf(all, time);
  const overlaps = overlapsOf(all, time);
  return {
    ...time,
    items: items.map((item) => ({
      ...item,
      ...(sources.get(item.of) ?? { framework: null, contract: null }),
    })),
    overlaps: overlaps.flatMap((overlap) => {
      const frameworkRecord = sources.get(overlap.framework)?.framework;
      const contractRecord = sources.get(overlap.block)?.contract;
      return frameworkRecord && contractRecord
        ? [{ ...overlap, frameworkRecord, contractRecord }]
        : [];
    }),
    sentence: radarSentence(items, overlaps),
  };
}

const ofFramework = (framework: FrameworkRecord, providerIds: readonly number[]): Commissioned => ({
  ...framework,
  kind: 'FRAMEWORK',
  authorityCode: framework.leadAuthorityCode,
  reopenings: framework.dates
    .filter(({ kind }) => kind === 'REOPENED')
    .map(({ on }) => dayText(on)),
  providerIds,
  buyers: framework.buyers.map(({ authorityCode }) => authorityCode),
});

const ofContract = (contract: ContractRecord): Commissioned => ({
  ...contract,
  kind: 'BLOCK',
  title: `Block contract ${contract.reference} (${contract.beds} ${contract.beds === 1 ? 'bed' : 'beds'})`,
  reopenings: [],
  providerIds: [contract.providerId],
  buyers: [],
});

/**
 * The radar’s dates of the next three years as an iCalendar file.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function readRecommissioningCalendar(
  viewer: Viewer,
  code: string,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  requirePermission(viewer.actor, 'provider:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const { items } = await readRecommissioning(viewer, { consortium: code });
  const deadlines = items.flatMap(({ of, dates, framework, contract }) =>
    dates.map(({ kind, on, sentence }) => ({
      id: `${of.id}-${kind.toLowerCase().replaceAll('_', '-')}-${on}@sufficiency-exchange`,
      day: on,
      title: sentence,
      description: `${of.reference}: ${of.title}${(framework ?? contract)?.synthetic ? '. Synthetic: made up for a demonstration.' : ''}`,
    })),
  );
  noteOwn(viewer, {
    type: 'recommissioning.downloaded',
    details: { consortium: code, file: 'ics' },
  });
  const title = `Frameworks and contracts of ${consortium.name}`;
  const content = Buffer.from(calendarFile(title, deadlines, viewer.clock.now()));
  return { name: `recommissioning-${code}.ics`, content };
}
