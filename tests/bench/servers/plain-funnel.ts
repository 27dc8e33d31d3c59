/** What funnels are measured against: the same statements, for the same role, and the same JSON. */
import { funnelAnswer } from './plain-funnel-answer.ts';
import { servePlain } from './plain-server.ts';

await servePlain(funnelAnswer);
