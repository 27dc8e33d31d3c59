import { agreementBreaks } from './agreement-breaks.ts';
import { bedBreaks } from './bed-breaks.ts';
import { bedHistoryBreaks } from './bed-history-breaks.ts';
import type { Break } from './break.ts';
import { disclosureBreaks } from './disclosure-breaks.ts';
import { liveBreaks } from './live-breaks.ts';
import { logBreaks } from './log-breaks.ts';
import { providerBreaks } from './provider-breaks.ts';
import { releaseBreaks } from './release-breaks.ts';
import { rowBreaks } from './row-breaks.ts';
import { signInBreaks } from './sign-in-breaks.ts';
import { vacancyBreaks } from './vacancy-breaks.ts';

/** Every seeded break, in the order in which they are tried. */
export const breaks: readonly Break[] = [
  ...rowBreaks,
  ...agreementBreaks,
  ...logBreaks,
  ...signInBreaks,
  ...disclosureBreaks,
  ...releaseBreaks,
  ...providerBreaks,
  ...liveBreaks,
  ...bedBreaks,
  ...bedHistoryBreaks,
  ...vacancyBreaks,
];
