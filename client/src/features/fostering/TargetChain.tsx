import { Fact } from '../../components/Fact.tsx';
import { Notification } from '../../components/Notification.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { FosteringTarget } from './target-queries.ts';

const linkTitle = {
  CONVERSION: 'Enquiries × rate = approvals',
  UPLIFT: 'Baseline + uplift = approvals',
} as const;

/** What a target states, link by link, and what contradicts itself in it. */
export function TargetChain({ target }: { readonly target: FosteringTarget }) {
  const { check, source, synthetic } = target;
  return (
    <section className="section" aria-labelledby="target-chain">
      <h2 id="target-chain">The target and its chain</h2>
      {check.explanation !== null && (
        <Notification tone="warn" title="This target contradicts itself">
          <p>{check.explanation}</p>
        </Notification>
      )}
      <dl className="facts">
        {statedOf(target).map(({ title, text }) => (
          <Fact key={title} name={title}>
            {text}
          </Fact>
        ))}
      </dl>
      <ul className="target-links">
        {check.links.map(({ kind, agrees, sentence }) => (
          <li key={kind}>
            <Tag tone={agrees ? 'good' : 'bad'}>{agrees ? 'agrees' : 'contradicts'}</Tag>{' '}
            {linkTitle[kind]}: {sentence}
          </li>
        ))}
        {check.links.length === 0 && (
          <li>
            Neither enquiries and their rate nor a baseline and its uplift are stated: nothing can
            be checked.
          </li>
        )}
      </ul>
      <p className="section__note">
        {source === null ? 'Stated by its holder. ' : `Source: ${source}. `}
        {synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
    </section>
  );
}

const unknown = 'not stated';

const statedOf = ({
  enquiries,
  conversionPercent,
  approvals,
  baselineApprovals,
  upliftPercent,
}: FosteringTarget) => [
  { title: 'Enquiries', text: enquiries === null ? unknown : enquiries.toLocaleString('en-GB') },
  {
    title: 'Approved of enquiries',
    text: conversionPercent === null ? unknown : `${conversionPercent} %`,
  },
  { title: 'Households approved', text: String(approvals) },
  {
    title: 'Baseline: approved before',
    text: baselineApprovals === null ? unknown : String(baselineApprovals),
  },
  {
    title: 'Uplift over the baseline',
    text: upliftPercent === null ? unknown : `${upliftPercent} %`,
  },
];
