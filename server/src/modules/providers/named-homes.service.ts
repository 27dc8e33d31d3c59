import type { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';

const short = (text: string) => text.slice(0, 100);

/** What is wrong with the key of a provider that nobody knows. */
export const notInRegister = (key: string): string => `“${short(key)}” is not in the register`;

/** Owners of services by URN, null where the register names none; a URN that is not in the register is absent. */
export async function ownersOfServices(
  viewer: Viewer,
  urns: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const services = await viewer.db.service.findMany({
    where: { urn: { in: [...urns] } },
    select: { urn: true, providerId: true },
  });
  return new Map(services.map(({ urn, providerId }) => [urn, providerId]));
}

/** A problem for each home that is not in the register, or is another provider's. */
export function checkHomes(
  problems: InputProblems,
  path: string,
  of: {
    readonly urns: readonly string[];
    readonly provider: { readonly id: number; readonly name: string };
    readonly owners: ReadonlyMap<string, number | null>;
  },
): void {
  for (const [index, urn] of of.urns.entries()) {
    const owner = of.owners.get(urn);
    if (owner === undefined) {
      problems.add(`${path}[${index}]`, `“${short(urn)}” is no URN of the register`);
    } else if (owner !== of.provider.id) {
      problems.add(`${path}[${index}]`, `“${urn}” is not of ${of.provider.name}, by the register`);
    }
  }
}
