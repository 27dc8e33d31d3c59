import { Tag } from '../../components/Tag.tsx';
import type { AgreementSummary } from './sharing-queries.ts';
import { statusTone, statusWord } from './sharing-words.ts';

/** An agreement’s status in a word or two; a signed one that gives no sight today says so. */
export function AgreementStatusTag(props: {
  readonly agreement: Pick<AgreementSummary, 'status' | 'inForce'>;
}) {
  const { status, inForce } = props.agreement;
  if (status === 'ACTIVE') {
    return <Tag tone={inForce ? 'good' : 'warn'}>{inForce ? 'In force' : 'No sight today'}</Tag>;
  }
  return <Tag tone={statusTone[status]}>{statusWord[status]}</Tag>;
}
