import type { Viewer } from '../access/viewer.ts';
import type { FunnelStages } from './funnel-stages.ts';
import { stagesWithin } from './funnel-stages.ts';
import { stageSetsOf } from './stages.service.ts';

/** The stages a consortium recorded at some time from one day to another, both `YYYY-MM-DD`. */
export const readFunnelStages = async (
  viewer: Viewer,
  consortium: string,
  days: { readonly from: string; readonly to: string },
): Promise<FunnelStages> => stagesWithin(await stageSetsOf(viewer, consortium), days);
