import type { FosteringFunnel } from './funnel-query.ts';
import { OfstedRecruitment } from './OfstedRecruitment.tsx';

/** What is public of the same authorities, folded beside their own funnel: another year, and other households in every column. */
export function FunnelPublished({ funnel }: { readonly funnel: FosteringFunnel }) {
  return (
    <details className="section section__more">
      <summary>Public reference: {funnel.published.year} by authority, from Ofsted</summary>
      <OfstedRecruitment published={funnel.published} />
    </details>
  );
}
