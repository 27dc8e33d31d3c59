import { badInput } from '@sufficiency/shared/errors.ts';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { ReceivedForm } from '../http/multipart.ts';
import { isMultipart, receiveForm } from '../http/multipart.ts';

/**
 * Takes GraphQL multipart requests: files are read to disk as they come in, and deleted once the request was answered.
 * Who may send them, and how much, was asked before.
 */
export function useUploads(): Plugin {
  const forms = new WeakMap<Request, ReceivedForm>();
  return {
    onRequestParse({ request, setRequestParser }) {
      if (!isMultipart(request)) return;
      setRequestParser(async () => {
        const form = await receiveForm(request);
        forms.set(request, form);
        return paramsOf(form);
      });
    },
    async onResponse({ request }) {
      await forms.get(request)?.forget();
    },
  };
}

/** @throws DomainError BAD_USER_INPUT a form that is no GraphQL multipart request. */
function paramsOf({ fields, files }: ReceivedForm): GraphQLParams {
  const operations = objectIn(fields.get('operations'));
  const map = objectIn(fields.get('map'));
  for (const [name, paths] of Object.entries(map)) {
    const file = files.get(name);
    if (!file || !Array.isArray(paths)) throw noMultipartRequest();
    for (const path of paths) put(operations, String(path), file);
  }
  return operations;
}

const noMultipartRequest = () =>
  badInput(
    'This is no GraphQL multipart request: it has “operations” and “map” in JSON, and then the files that “map” names.',
  );

function objectIn(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Told below.
  }
  throw noMultipartRequest();
}

/** Puts a file where a path such as `variables.input.files.0` leads; what stands there must be null. */
function put(operations: Record<string, unknown>, path: string, file: File): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: unknown = operations;
  for (const step of steps) at = ownPart(at, step);
  if (steps[0] !== 'variables' || ownPart(at, last) !== null) throw noMultipartRequest();
  (at as Record<string, unknown>)[last] = file;
}

/** Never what an object has from its prototype. */
function ownPart(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) {
    throw noMultipartRequest();
  }
  return (value as Record<string, unknown>)[step];
}
