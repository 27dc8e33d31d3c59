import { conflict } from '@sufficiency/shared/errors.ts';

/** How many are worked on at once: of all, and of one organisation; and how many of one may wait. */
interface Limits {
  readonly most: number;
  readonly mostOfOne: number;
  readonly mostWaiting: number;
}

/** Each sending holds a connection to the database until it ends: others need some too. */
const usual: Limits = { most: 4, mostOfOne: 2, mostWaiting: 10 };

/** Sendings of one organisation that are on their way, worked on or waiting. */
export const mostSendings = usual.mostOfOne + usual.mostWaiting;

export const tooManySendings = () =>
  conflict('Your organisation is sending or fetching many files at this moment. Wait for them.');

/** Lets large files take turns, so that some of them do not keep everybody else from the service. */
interface Turns {
  /**
   * Does the work when its turn has come: first come, first served, but for organisations whose turns are taken.
   *
   * @throws DomainError CONFLICT ten sendings of the organisation wait already.
   */
  take<Result>(organisationId: string, work: () => Promise<Result>): Promise<Result>;
  /** The same for work that goes on elsewhere: whoever does it gives the turn back when it has ended. */
  enter(organisationId: string): Promise<() => void>;
}

interface Waiting {
  readonly organisationId: string;
  readonly go: () => void;
}

/** Turns that nobody has taken yet. */
export function createTurns({ most, mostOfOne, mostWaiting } = usual): Turns {
  const running: string[] = [];
  const waiting: Waiting[] = [];
  // The last turn is for one that has none: two organisations together do not keep all others out.
  const isFree = (organisationId: string) => {
    const own = running.filter((one) => one === organisationId).length;
    return own < mostOfOne && running.length < (own === 0 ? most : most - 1);
  };
  const letGo = () => {
    const next = waiting.findIndex(({ organisationId }) => isFree(organisationId));
    const [chosen] = next < 0 ? [] : waiting.splice(next, 1);
    if (!chosen) return;
    running.push(chosen.organisationId);
    chosen.go();
  };

  const enter = async (organisationId: string) => {
    if (waiting.filter((one) => one.organisationId === organisationId).length >= mostWaiting) {
      throw tooManySendings();
    }
    await new Promise<void>((go) => {
      waiting.push({ organisationId, go });
      letGo();
    });
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      running.splice(running.indexOf(organisationId), 1);
      letGo();
    };
  };
  return {
    enter,
    async take(organisationId, work) {
      const leave = await enter(organisationId);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
