import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import type { ChangeWords } from '../../components/use-change-form.ts';
import type { Release } from './release-queries.ts';
import { audienceReaders } from './release-words.ts';

/** What a dialog says of a change to a release. */
interface ReleaseChange extends ChangeWords {
  /** Said once it is done. */
  readonly done: string;
}

/** Publishing a draft: for whom, and what becomes of the version before. */
export function publishing({ audience, versions, version }: Release): ReleaseChange {
  const before = versions.find((one) => one.status === 'PUBLISHED' && one.version < version);
  const replaces = before
    ? ` It takes the place of version ${before.version}, which stays readable as it is and is marked as replaced.`
    : '';
  return {
    title: `Publish for ${audienceInWords[audience]}?`,
    text: `${audienceReaders[audience]} can read it from then on, each as far as agreements in force let them. Its figures never change again.${replaces} If an agreement that it rests on has ended meanwhile, it is refused.`,
    button: 'Publish',
    working: 'Publishing',
    done: `It is published for ${audienceInWords[audience]}.`,
  };
}

/** Taking a release back for good, or stopping its building. */
export function withdrawing({ audience, status }: Release): ReleaseChange {
  if (status === 'BUILDING') {
    return {
      title: 'Stop building this release?',
      text: 'Nothing of it is kept.',
      button: 'Stop building',
      working: 'Stopping',
      done: 'It was stopped: nothing of it is kept.',
    };
  }
  const words = { button: 'Withdraw', working: 'Withdrawing', done: 'It was withdrawn.' };
  const title = 'Withdraw this release for good?';
  const text =
    status === 'READY'
      ? 'The draft cannot be published any more. Nobody but the hub has read it.'
      : `Its figures are closed to ${audienceInWords[audience]} at once. What was read cannot be unread: later versions stay protected against it.`;
  return { ...words, title, text };
}
