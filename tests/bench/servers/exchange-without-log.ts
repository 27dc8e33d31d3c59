/**
 * The server, but that it writes nothing of what it answered to the log: the difference is what recording costs. Nothing
 * outside the bench can start it so: the line is taken out of the file as it is loaded.
 */
import { registerHooks } from 'node:module';
import { broken } from '../../breaks/break.ts';

const unrecorded = {
  name: 'nothing-recorded',
  file: 'server/src/modules/audit/audit.service.ts',
  from: '  if (events.length === 0) return;\n',
  to: '  if (events.length >= 0) return;\n',
  tests: [],
};

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    return url.endsWith(unrecorded.file)
      ? { ...loaded, source: broken(String(loaded.source), unrecorded) }
      : loaded;
  },
});
await import('./exchange.ts');
