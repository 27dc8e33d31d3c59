import type { Viewer } from '../access/viewer.ts';
import { publiclyKnown } from '../access/viewer.ts';

const stamp = publiclyKnown(async (database) => {
  const [row] = await database.publicRows<{ kind: string }>({
    name: 'platform_stamp_kind',
    text: 'select kind from platform_stamp',
    values: [],
  });
  return row?.kind ?? null;
});

/** True where the database is a demonstration: what people enter in one is made up. */
export const isDemonstration = async (viewer: Viewer): Promise<boolean> =>
  (await stamp(viewer)) === 'demonstration';
