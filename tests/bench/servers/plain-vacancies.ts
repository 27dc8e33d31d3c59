/** What searches for a home are measured against: the same statement, for the same role, the same JSON and the same entries of logs. */
import { beginRecorded, servePlain } from './plain-server.ts';
import { vacanciesAnswer } from './plain-vacancies-answer.ts';

await servePlain(vacanciesAnswer, beginRecorded);
