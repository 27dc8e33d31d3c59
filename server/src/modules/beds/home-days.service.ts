import { notFound } from '@sufficiency/shared/errors.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { findProviders } from '../providers/register.service.ts';
import { noteHomes, readBedSight } from './bed-sight.service.ts';
import type { DaysWanted, HolderRow } from './home-days.queries.ts';
import { dayHolders } from './home-days.queries.ts';

type Maybe<Value> = Value | null | undefined;

/** Which homes of a consortium, and which days, `YYYY-MM-DD`; what is absent does not matter. */
export interface DaysAsked {
  readonly consortium: string;
  readonly from: string;
  readonly to: string;
  /** GSS codes. */
  readonly authorities?: Maybe<readonly string[]>;
  readonly provisionTypes?: Maybe<readonly string[]>;
  /** Keys of the register. */
  readonly providers?: Maybe<readonly string[]>;
  readonly homes?: Maybe<readonly string[]>;
}

/** Days of homes that a viewer sees, and whose they are. */
export interface DaysSeen {
  readonly consortium: ConsortiumRecord;
  /** Of the authorities asked for. */
  readonly authorities: readonly AuthorityRecord[];
  readonly wanted: DaysWanted;
  readonly holders: readonly HolderRow[];
  /** Authorities in whose areas it sees no home on these days. */
  readonly notShown: readonly AuthorityRecord[];
}

/**
 * Settles which days of which homes an answer is of, and tells the log of the homes’ holders.
 *
 * @throws DomainError NOT_FOUND an unknown consortium or provider, or an authority that is not its member.
 */
export async function readDaysSeen(viewer: Viewer, asked: DaysAsked): Promise<DaysSeen> {
  const consortium = await findConsortium(viewer, asked.consortium);
  if (!consortium) throw notFound('consortium', asked.consortium);
  const authorities = membersAsked(consortium, asked.authorities ?? null);
  const wanted: DaysWanted = {
    actor: viewer.actor,
    seen: await readBedSight(viewer),
    areas: authorities.map(({ code }) => code),
    from: asked.from,
    to: asked.to,
    provisionTypes: asked.provisionTypes ?? null,
    providerIds: await providersAsked(viewer, asked.providers ?? null),
    homeIds: asked.homes ?? null,
  };
  const holders = await viewer.operation.rows<HolderRow>(dayHolders(wanted));
  await noteHomes(viewer, holders);
  const known = new Set(holders.map(({ authorityCode }) => authorityCode));
  return {
    ...{ consortium, authorities, wanted, holders },
    notShown: authorities.filter(({ code }) => !known.has(code)),
  };
}

function membersAsked(
  { code: consortium, members }: ConsortiumRecord,
  codes: readonly string[] | null,
): readonly AuthorityRecord[] {
  if (codes === null) return members;
  return [...new Set(codes)].map((code) => {
    const member = members.find((each) => each.code === code);
    if (!member) throw notFound(`member of ${consortium}`, code);
    return member;
  });
}

async function providersAsked(
  viewer: Viewer,
  keys: readonly string[] | null,
): Promise<readonly number[] | null> {
  if (keys === null) return null;
  const found = await findProviders(viewer, keys);
  return found.map((provider, nth) => {
    if (!provider) throw notFound('provider', keys[nth] ?? '');
    return provider.id;
  });
}
