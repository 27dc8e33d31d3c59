import { Tag } from '../../components/Tag.tsx';
import type { ProblemGroup } from './problem-list.ts';
import { counted, severityTone, severityWord } from './return-words.ts';

/** Problems by kind: the first of each stands for all, and leads to them. */
export function ProblemGroups(props: {
  readonly groups: readonly ProblemGroup[];
  /** The kind that is shown alone; null for all. */
  readonly chosen: string | null;
  readonly onChoose: (rule: string | null) => void;
}) {
  const { groups, chosen, onChoose } = props;
  return (
    <ul className="problem-groups" aria-label="Problems by kind">
      {groups.map(({ rule, severity, count, first }) => (
        <li key={rule}>
          <p className="problem-groups__what">
            <Tag tone={severityTone[severity]}>
              {count === 1
                ? severityWord[severity]
                : counted(count, severityWord[severity].toLowerCase(), many[severity])}
            </Tag>{' '}
            {count > 1 && 'The first: '}
            {first.message}
          </p>
          <p className="problem-groups__mend">
            {first.mend}{' '}
            {groups.length > 1 && (
              <button
                type="button"
                className="link-button"
                aria-pressed={rule === chosen}
                onClick={() => onChoose(rule === chosen ? null : rule)}
              >
                {rule === chosen ? 'Show every kind' : 'Show only these'}
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

const many = { ERROR: 'errors', QUERY: 'queries', NOTE: 'notes' } as const;
