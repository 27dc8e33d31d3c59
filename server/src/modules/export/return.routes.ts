import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type { Hono } from 'hono';
import type { Viewer } from '../access/viewer.ts';
import type { AskedFile, GivenFile } from '../returns/return-download.service.ts';
import { downloadTurn, readMarkedFile, readSentFile } from '../returns/return-download.service.ts';
import type { Guide } from '../returns/return-guides.service.ts';
import {
  readCsvTemplate,
  readDataPackage,
  readDeadlines,
  readWorkbookTemplate,
} from '../returns/return-guides.service.ts';
import type { ExportedFile, Exporting, PathPart } from './file.routes.ts';
import { file } from './file.routes.ts';
import { requireKnown } from './parameters.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
} as const;

/** A file that may be held until it is taken, without a turn. Unit: bytes. */
const smallFile = 1_000_000;

/** Files of returns, and what helps to send them. */
export function addReturnRoutes(routes: Hono, options: Exporting): void {
  const kept = (route: string, read: (viewer: Viewer, asked: AskedFile) => Promise<GivenFile>) =>
    file(options, route, async (viewer, parameters, part) => {
      requireKnown(parameters, []);
      const leave = await downloadTurn(viewer);
      try {
        const { kind, name, content } = await read(viewer, askedFile(part));
        const given = { type: types[kind], name, content };
        if (content.length > smallFile) return { ...given, sent: leave };
        leave();
        return given;
      } catch (error) {
        leave();
        throw error;
      }
    });
  routes.get('/returns/:id/files/:nth', kept('return file', readSentFile));
  routes.get('/returns/:id/files/:nth/marked', kept('return file', readMarkedFile));

  const guide = (
    name: string,
    names: readonly string[],
    read: (viewer: Viewer, parameters: URLSearchParams) => Guide | Promise<Guide>,
  ) => {
    const kind = name.split('.').at(-1) as keyof typeof types;
    const make = async (viewer: Viewer, parameters: URLSearchParams): Promise<ExportedFile> => {
      requireKnown(parameters, names);
      return { type: types[kind], ...(await read(viewer, parameters)) };
    };
    routes.get(`/${name}`, file(options, name, make));
  };
  guide('return-template.xlsx', ['dataset'], (viewer, parameters) =>
    readWorkbookTemplate(viewer, required(parameters, 'dataset')),
  );
  guide('return-template.csv', ['dataset', 'table'], (viewer, parameters) =>
    readCsvTemplate(viewer, required(parameters, 'dataset'), parameters.get('table')),
  );
  guide('datapackage.json', [], (viewer) => readDataPackage(viewer));
  guide('return-calendar.ics', ['consortium'], (viewer, parameters) =>
    readDeadlines(viewer, required(parameters, 'consortium')),
  );
}

function askedFile(part: PathPart): AskedFile {
  const [returnId, nth] = [part('id') ?? '', part('nth') ?? ''];
  if (!/^[1-9]\d{0,2}$/.test(nth)) throw notFound('file', `${returnId}/${nth}`);
  return { returnId, nth: Number(nth) };
}

function required(parameters: URLSearchParams, name: string): string {
  const text = parameters.get(name);
  if (!text) throw badInput(`Give “${name}”.`);
  return text;
}
