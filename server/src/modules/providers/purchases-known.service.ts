import { dayOrNull, dayText } from '../../platform/days.ts';
import {
  contractsReadableBy,
  frameworksHeldBy,
  pricesReadableBy,
} from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { contractParts, toContract } from './contract-record.ts';
import { frameworkParts, toFramework } from './framework-record.ts';
import { listFrameworks } from './frameworks.service.ts';
import { isDemonstration } from './made-up.service.ts';
import type { KnownContract, KnownFrameworks, KnownRegister } from './purchase-plan.ts';
import { findOwners } from './suppliers.service.ts';

/** The providers and homes of the register that rows name. */
export async function knownRegister(
  viewer: Viewer,
  rows: readonly { readonly provider: string; readonly urn: string | null }[],
): Promise<KnownRegister> {
  const names = [...new Set(rows.map(({ provider }) => provider))];
  const demonstration = await isDemonstration(viewer);
  const found = await findOwners(
    viewer,
    names.map((name) => ({ name })),
    { synthetic: demonstration },
  );
  const keys = found.flatMap(({ provider }) => provider?.key ?? []);
  const urns = [...new Set(rows.flatMap(({ urn }) => urn ?? []))];
  const services = await viewer.db.service.findMany({
    where: { OR: [{ urn: { in: urns } }, { provider: { key: { in: [...new Set(keys)] } } }] },
    select: { urn: true, provider: { select: { key: true } } },
  });
  return {
    owners: new Map(names.flatMap((name, index) => (found[index] ? [[name, found[index]]] : []))),
    services: new Map(services.map(({ urn, provider }) => [urn, provider?.key ?? null])),
    demonstration,
  };
}

/** Frameworks of one’s own with who is on them, and what others’ are called. */
export async function knownFrameworks(viewer: Viewer): Promise<KnownFrameworks> {
  const held = frameworksHeldBy(viewer.actor);
  const own = (await viewer.db.framework.findMany({ where: held, include: frameworkParts })).map(
    toFramework,
  );
  const others = (await listFrameworks(viewer, {})).filter(
    ({ tenantId }) => tenantId !== viewer.actor.organisationId,
  );
  const awards = await viewer.db.frameworkAward.findMany({
    where: held,
    include: {
      framework: { select: { reference: true } },
      lot: { select: { number: true } },
      provider: { select: { key: true } },
    },
    orderBy: { startsOn: 'desc' },
  });
  return {
    own: new Map(own.map((framework) => [framework.reference, framework])),
    others: new Set(others.map(({ reference }) => reference)),
    awards: awards.map(({ id, version, framework, lot, provider, startsOn, endsOn }) => ({
      id,
      version,
      framework: framework.reference,
      lot: lot.number,
      provider: provider.key,
      startsOn: dayText(startsOn),
      endsOn: dayOrNull(endsOn),
    })),
  };
}

/** Block contracts of an authority of one’s own, with how they were used in a month. */
export async function knownContracts(
  viewer: Viewer,
  { authority, month }: { readonly authority: string; readonly month: string },
): Promise<readonly KnownContract[]> {
  const rows = await viewer.db.blockContract.findMany({
    where: { ...contractsReadableBy(viewer.actor, []), authorityCode: authority },
    include: { ...contractParts, months: { where: { month } } },
  });
  const prices = await viewer.db.blockContractPrice.findMany({
    where: {
      AND: [pricesReadableBy(viewer.actor), { contractId: { in: rows.map(({ id }) => id) } }],
    },
  });
  const price = new Map(prices.map((one) => [one.contractId, one.weeklyPrice.toNumber()]));
  return rows.map(({ months, ...row }) => {
    const { id, version, reference, provider, services, beds, startsOn, endsOn } = toContract(row);
    const [used] = months;
    return {
      ...{ id, version, reference, beds, startsOn, endsOn },
      provider: provider.key,
      urns: services.map(({ urn }) => urn),
      weeklyPrice: price.get(id) ?? null,
      used: used ? { occupied: used.occupied, voidDays: used.voidDays } : null,
    };
  });
}
