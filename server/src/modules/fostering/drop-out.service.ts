import { defaultStages } from '@sufficiency/shared/fostering/stages.ts';
import type { Viewer } from '../access/viewer.ts';
import type { DropOutRow } from './drop-out.queries.ts';
import { dropOutWanted } from './drop-out.queries.ts';
import type { FosteringDropOut } from './drop-out.ts';
import { dropOutOf } from './drop-out.ts';
import { readFosteringScope } from './fostering-scope.service.ts';
import { seesNothing } from './fostering-scope.ts';
import { clocksOf } from './stage-clocks.ts';

/**
 * Who was lost of those who enquired in the months: where, why, after how long; and what became of them by how soon they were
 * answered.
 *
 * @unit   enquiries; days from the enquiry to its end.
 * @source enquiries as they were recorded, as far as this viewer may see them.
 * @throws DomainError as `readFosteringScope`.
 */
export async function readDropOut(viewer: Viewer, input: unknown): Promise<FosteringDropOut> {
  const scope = await readFosteringScope(viewer, input);
  const { wanted, today, by } = scope;
  if (seesNothing(scope)) return dropOutOf(scope, nothing);
  const clocks = [...clocksOf(scope.stages), ...clocksOf(defaultStages)]
    .filter(({ to }) => to.code === 'FIRST-RESPONSE')
    .slice(0, 1);
  const [found = nothing] = await viewer.operation.rows<DropOutRow>(
    dropOutWanted({ wanted, clocks, first: wanted.from, today }, by),
  );
  return dropOutOf(scope, found);
}

const nothing: DropOutRow = { standing: [], lost: [], responses: [] };
