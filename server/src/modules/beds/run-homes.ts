/**
 * True where somebody who signs in for providers runs a home (`h`): its holder says so, and so does the register.
 *
 * @param providers the place of the providers’ numbers among the parameters.
 */
export const runsHome = (providers: string): string =>
  `coalesce(h.provider_id = any (${providers}::int[]), false)
      and h.provider_id = (select s.provider_id from service s where s.urn = h.urn)`;
