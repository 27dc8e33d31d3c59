import { useEffect } from 'react';
import { Link } from 'react-router';
import { useSubscription } from 'urql';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { WorkProgress } from '../../components/WorkProgress.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { buildingWords } from './building-words.ts';
import { ReleaseProgressSubscription } from './release-mutations.ts';
import type { Release } from './release-queries.ts';

/** How often the page asks by itself, should nothing be heard. Unit: milliseconds. */
const askEvery = 15_000;

/** How far a build is; the page becomes that of the release when it is done. */
export function ReleaseBuilding(props: {
  readonly release: Pick<Release, 'id' | 'progress'>;
  /** Reads the release anew. */
  readonly again: () => void;
}) {
  const { release, again } = props;
  const { code } = useConsortium();
  const [{ data }] = useSubscription({
    query: ReleaseProgressSubscription,
    variables: { id: release.id },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: one clock, however often this is drawn.
  useEffect(() => {
    const timer = setInterval(again, askEvery);
    return () => clearInterval(timer);
  }, []);

  const progress = data?.releaseProgress?.progress ?? release.progress;
  const { step, words, done, total } = buildingWords(progress);
  return (
    <section className="release-building" aria-label="Progress">
      <WorkProgress id="release-progress" words={words} done={done} total={total} />
      <VisuallyHidden>
        <span role="status">{step}</span>
      </VisuallyHidden>
      <p className="section__note">
        You may leave this page: the work goes on, also over a restart of the server, and{' '}
        <Link to={`/${code}/releases`}>the list of releases</Link> leads back here.
      </p>
    </section>
  );
}
