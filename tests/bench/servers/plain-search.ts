/** What searches of the register are measured against: the same statements, for the same role, and the same JSON. */
import { searchAnswer } from './plain-search-answer.ts';
import { servePlain } from './plain-server.ts';

await servePlain(searchAnswer);
