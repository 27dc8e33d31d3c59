import { dayFrom } from '../../platform/days.ts';
import type { Viewer } from '../access/viewer.ts';
import type { CheckedLot, RemovedParts } from './framework-input.ts';

/** Which framework something is a part of. */
export interface FrameworkKey {
  readonly tenantId: string;
  readonly frameworkId: string;
}

/** Keeps who may call off it. */
export const storeBuyers = (viewer: Viewer, of: FrameworkKey, codes: readonly string[]) =>
  viewer.db.frameworkBuyer.createMany({
    data: [...new Set(codes)].map((authorityCode) => ({ ...of, authorityCode })),
  });

/** Adds lots, or changes those of the same number; where tiers are given, they are all of them. */
export async function storeLots(
  viewer: Viewer,
  of: FrameworkKey,
  lots: readonly CheckedLot[],
): Promise<void> {
  for (const { tiers, ...lot } of lots) {
    const { id: lotId } = await viewer.db.frameworkLot.upsert({
      where: { tenantId_frameworkId_number: { ...of, number: lot.number } },
      create: { ...of, ...lot },
      update: lot,
      select: { id: true },
    });
    const { tenantId } = of;
    if (tiers === null) continue;
    const kept = tiers.map((tier) => tier.number);
    await viewer.db.frameworkTier.deleteMany({
      where: { tenantId, lotId, number: { notIn: kept } },
    });
    for (const tier of tiers) {
      await viewer.db.frameworkTier.upsert({
        where: { tenantId_lotId_number: { tenantId, lotId, number: tier.number } },
        create: { tenantId, lotId, ...tier },
        update: tier,
      });
    }
  }
}

/** Takes parts away that were entered wrongly. */
export async function removeParts(
  viewer: Viewer,
  of: FrameworkKey,
  { lots, dates, extensions }: RemovedParts,
): Promise<void> {
  const { tenantId, frameworkId } = of;
  const numbers = [...(lots ?? [])];
  await viewer.db.frameworkTier.deleteMany({
    where: { tenantId, lot: { frameworkId, number: { in: numbers } } },
  });
  await viewer.db.frameworkLot.deleteMany({ where: { ...of, number: { in: numbers } } });
  for (const { kind, on } of dates ?? []) {
    await viewer.db.frameworkDate.deleteMany({ where: { ...of, kind, on: dayFrom(on) } });
  }
  await viewer.db.frameworkExtension.deleteMany({
    where: { ...of, nth: { in: [...(extensions ?? [])] } },
  });
}
