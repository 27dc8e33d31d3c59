import type { Statement } from '../../platform/database.ts';

/** A provider of the register by one of the ways a notice can name it. */
export interface NamedOwner {
  readonly key: string;
  readonly name: string;
  readonly companyNumber: string | null;
  /** Key of its group, without hyphens. */
  readonly group: string;
  readonly synthetic: boolean;
}

/** Providers that one of these keys, company numbers or groups means. */
export const ownersNamed = (named: {
  readonly keys: readonly string[];
  readonly companyNumbers: readonly string[];
  readonly groups: readonly string[];
}): Statement => ({
  name: 'providers_named',
  text: `select p."key", p.name, p.company_number as "companyNumber", replace(g."key", '-', '') as "group", p.synthetic
    from provider p join provider_group g on g.id = p.group_id
    where p."key" = any($1::text[]) or p.company_number = any($2::text[]) or replace(g."key", '-', '') = any($3::text[])
    order by p."key"`,
  values: [named.keys, named.companyNumbers, named.groups],
});

/** A provider whose name is much like one that is not in the register. */
export interface AlikeOwner {
  /** The name that was looked for. */
  readonly asked: string;
  readonly key: string;
  readonly name: string;
}

/** The three providers, real or fictitious, whose names are most alike to each of these, where any is. */
export const ownersAlike = (
  asked: readonly { readonly name: string; readonly text: string }[],
  synthetic: boolean,
): Statement => ({
  name: 'providers_alike',
  text: `select asked, p."key", p.name
    from unnest($1::text[], $2::text[]) as given (asked, sought)
    cross join lateral (
      select p."key", p.name, word_similarity(sought, n.text) as likeness
      from register_name n join provider p on p.id = n.provider_id
      where p.synthetic = $3 and sought <% n.text
      order by likeness desc, p."key" limit 3) p
    order by asked, p.likeness desc, p."key"`,
  values: [asked.map(({ name }) => name), asked.map(({ text }) => text), synthetic],
});
