import type { Viewer } from '../access/viewer.ts';
import type { ClockRow } from './clocks.queries.ts';
import { clocksWanted } from './clocks.queries.ts';
import type { FosteringClocks } from './clocks.ts';
import { fosteringClocksOf } from './clocks.ts';
import { readFosteringScope } from './fostering-scope.service.ts';
import { seesNothing } from './fostering-scope.ts';
import { clocksOf } from './stage-clocks.ts';

/**
 * How long enquiries took, or have taken, from stage to stage: of those whose clock started in the months.
 *
 * @unit   working days, or days, as each clock counts; days on hold are taken out.
 * @source enquiries as they were recorded, as far as this viewer may see them.
 * @throws DomainError as `readFosteringScope`.
 */
export async function readFosteringClocks(
  viewer: Viewer,
  input: unknown,
): Promise<FosteringClocks> {
  const scope = await readFosteringScope(viewer, input);
  const clocks = clocksOf(scope.stages);
  const { wanted, today } = scope;
  const found = seesNothing(scope)
    ? []
    : await viewer.operation.rows<ClockRow>(
        clocksWanted({ wanted, clocks, first: wanted.from, today }, scope.by),
      );
  return fosteringClocksOf(scope, clocks, found);
}
