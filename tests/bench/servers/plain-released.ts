/** What released comparisons are measured against: SQL written by hand, held by the same row-level security. */
import { releasedAnswer } from './plain-released-answer.ts';
import { beginRecorded, servePlain } from './plain-server.ts';

await servePlain(releasedAnswer, beginRecorded);
