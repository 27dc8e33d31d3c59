import { conflict } from '@sufficiency/shared/errors.ts';

/** Sendings that are worked on at once. Each holds a connection to the database until it ends: others need some too. */
const most = 4;
/** Of one organisation. */
const mostOfOne = 2;
/** Sendings of one organisation that wait. */
const mostWaiting = 10;

/** Lets sendings take turns, so that some large files do not keep everybody else from the service. */
interface Turns {
  /**
   * Does the work when its turn has come: first come, first served, but for organisations whose turns are taken.
   *
   * @throws DomainError CONFLICT ten sendings of the organisation wait already.
   */
  take<Result>(organisationId: string, work: () => Promise<Result>): Promise<Result>;
}

interface Waiting {
  readonly organisationId: string;
  readonly go: () => void;
}

/** Turns that nobody has taken yet. */
export function createTurns(): Turns {
  const running: string[] = [];
  const waiting: Waiting[] = [];
  const isFree = (organisationId: string) =>
    running.length < most && running.filter((one) => one === organisationId).length < mostOfOne;
  const letGo = () => {
    const next = waiting.findIndex(({ organisationId }) => isFree(organisationId));
    const [chosen] = next < 0 ? [] : waiting.splice(next, 1);
    if (!chosen) return;
    running.push(chosen.organisationId);
    chosen.go();
  };

  return {
    async take(organisationId, work) {
      if (waiting.filter((one) => one.organisationId === organisationId).length >= mostWaiting) {
        throw conflict('Your organisation is sending many returns at this moment. Wait for them.');
      }
      await new Promise<void>((go) => {
        waiting.push({ organisationId, go });
        letGo();
      });
      try {
        return await work();
      } finally {
        running.splice(running.indexOf(organisationId), 1);
        letGo();
      }
    },
  };
}
