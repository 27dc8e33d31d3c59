import { expect, test } from 'vitest';
import { sourcesOf } from './sources.ts';

test('each source is listed once, with its licence and what comes from it', () => {
  const licence = 'Open Government Licence v3.0';

  const sources = sourcesOf([
    { source: 'DfE', licence, title: 'Children looked after' },
    { source: 'Ofsted', licence, title: 'Homes in the area' },
    { source: 'DfE', licence, title: 'Rate of children looked after' },
  ]);

  expect(sources).toEqual([
    { source: 'DfE', licence, titles: ['Children looked after', 'Rate of children looked after'] },
    { source: 'Ofsted', licence, titles: ['Homes in the area'] },
  ]);
});
