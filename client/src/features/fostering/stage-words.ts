import { writtenDay } from '../indicators/london-day.ts';
import { limitText } from './clock-words.ts';
import type { FosteringStages, NamedStage, StageSet } from './enquiry-queries.ts';
import { stageTitle } from './enquiry-words.ts';

/** Since when a set of stages is in force, as it is named. */
export const sinceText = ({ inForceFrom, version }: StageSet): string =>
  inForceFrom === null
    ? 'The product’s own, in force until a hub makes others'
    : `From ${writtenDay(inForceFrom)} (set ${version})`;

/** How many stages there are, since when, and what is to come, in a sentence. */
export function stagesSentence({ current, sets }: FosteringStages): string {
  const used = current.stages.filter((stage) => stage.used);
  const own = used.filter(({ standard }) => !standard).length;
  const clocks = used.filter(({ clock }) => clock !== null).length;
  const since =
    current.inForceFrom === null
      ? 'as the product comes with them'
      : `in force since ${writtenDay(current.inForceFrom)}`;
  const [latest] = sets;
  const next =
    latest && latest.inForceFrom !== null && latest.version > current.version
      ? ` Others come into force on ${writtenDay(latest.inForceFrom)}.`
      : '';
  const ofThem = own === 0 ? '' : `, ${own} of them the hub’s own`;
  return `${used.length} stages from enquiry to approval${ofThem}, ${clocks} with a clock, ${since}.${next}`;
}

/** How long a stage may take, and from when. */
export const clockText = ({ clock }: NamedStage, stages: readonly NamedStage[]): string =>
  clock === null ? '–' : `${limitText(clock)} from “${stageTitle(clock.from, stages)}”`;
