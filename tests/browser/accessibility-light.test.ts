import { describeAccessibility } from './accessibility.ts';

await describeAccessibility('light');
