import { readOwnerName } from '@sufficiency/shared/providers/owner-name.ts';
import { searchText } from '@sufficiency/shared/providers/search-text.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AlikeOwner, NamedOwner } from './suppliers.queries.ts';
import { ownersAlike, ownersNamed } from './suppliers.queries.ts';

/** Somebody that a notice or a file names. */
export interface Named {
  readonly name: string;
  readonly companyNumber?: string | null;
}

/** Who is meant by a name: a provider of the register, or those that it could be. */
export interface FoundOwner {
  readonly provider: NamedOwner | null;
  /** Where none is meant for certain. */
  readonly alike: readonly { readonly key: string; readonly name: string }[];
  /** False where nobody looked for those that it could be: there were too many to look for. */
  readonly isCompared: boolean;
}

/** For as many names that mean nobody it is looked up whom they could mean: each is compared with every name there is. */
const mostUnknown = 40;

/**
 * Providers of the register by names as others spell them: by company number, by the owner’s name, or by that of the only
 * owner of its group. Nobody is added to the register.
 *
 * @param synthetic true: who could be meant is looked for among fictitious owners, as a demonstration has them.
 */
export async function findOwners(
  viewer: Viewer,
  named: readonly Named[],
  { synthetic = false }: { readonly synthetic?: boolean } = {},
): Promise<readonly FoundOwner[]> {
  const read = named.map(({ name, companyNumber = null }) => {
    const owner = readOwnerName(name);
    return {
      name,
      companyNumber: companyNumber ?? owner?.companyNumber ?? null,
      key: owner?.key ?? '',
      group: owner?.groupKey.replaceAll('-', '') ?? '',
    };
  });
  const known = await viewer.operation.rows<NamedOwner>(
    ownersNamed({
      keys: read.map(({ key }) => key),
      companyNumbers: read.flatMap(({ companyNumber }) => companyNumber ?? []),
      groups: read.map(({ group }) => group),
    }),
  );
  const providers = read.map((one) => meant(one, known));
  const unknown = named
    .filter((_, index) => providers[index] === null)
    .slice(0, mostUnknown)
    .map(({ name }) => ({ name, text: searchText(name) }));
  const alike =
    unknown.length === 0
      ? []
      : await viewer.operation.rows<AlikeOwner>(ownersAlike(unknown, synthetic));
  const compared = new Set(unknown.map(({ name }) => name));
  return named.map(({ name }, index) => ({
    provider: providers[index] ?? null,
    isCompared: compared.has(name),
    alike: alike
      .filter(({ asked }) => asked === name)
      .map(({ key, name: of }) => ({ key, name: of })),
  }));
}

function meant(
  {
    key,
    companyNumber,
    group,
  }: { readonly key: string; readonly companyNumber: string | null; readonly group: string },
  known: readonly NamedOwner[],
): NamedOwner | null {
  const ofNumber = known.find(
    (owner) => companyNumber !== null && owner.companyNumber === companyNumber,
  );
  const exactly = known.find((owner) => owner.key === key);
  const inGroup = known.filter((owner) => owner.group === group);
  return ofNumber ?? exactly ?? (inGroup.length === 1 ? (inGroup[0] ?? null) : null);
}
