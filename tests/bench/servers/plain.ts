/**
 * What the others are measured against: the same statements, in the same transaction, for the same role, and as
 * little else as it takes to answer the same JSON. No framework, no checks of the input.
 */
import { answer } from './plain-answer.ts';
import { servePlain } from './plain-server.ts';

await servePlain(answer);
