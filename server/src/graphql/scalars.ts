import type { ValueNode } from 'graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { z } from 'zod';

const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
};

const literal = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

/** A scalar written as text: `parse` gives the value inside, `print` the text outside. */
function textScalar<Inside, Printable>(options: {
  name: string;
  description: string;
  mistake: string;
  parse(text: string): Inside | undefined;
  print(value: Printable): string;
}) {
  const parse = (value: unknown): Inside => {
    const inside = typeof value === 'string' ? options.parse(value) : undefined;
    return inside ?? refuse(options.mistake);
  };
  return new GraphQLScalarType<Inside, string>({
    name: options.name,
    description: options.description,
    serialize: (value) => options.print(value as Printable),
    parseValue: parse,
    parseLiteral: (node) => parse(literal(node)),
  });
}

const date = z.iso.date();

/** A day in England, `YYYY-MM-DD`. */
export const localDate = textScalar<string, Date | string>({
  name: 'LocalDate',
  description: 'A day in England, written YYYY-MM-DD, for example 2026-03-31.',
  mistake: 'Write a day as YYYY-MM-DD, for example 2026-03-31.',
  parse: (text) => (date.safeParse(text).success ? text : undefined),
  print: (day) => (typeof day === 'string' ? day : day.toISOString().slice(0, 10)),
});

const datetime = z.iso.datetime({ offset: true });

/** A moment, in UTC. */
export const instant = textScalar<Date, Date | string>({
  name: 'Instant',
  description: 'A moment, written in ISO 8601 with its offset, for example 2026-03-31T09:00:00Z.',
  mistake: 'Write a moment as in 2026-03-31T09:00:00Z.',
  parse: (text) => (datetime.safeParse(text).success ? validDate(text) : undefined),
  print: (moment) => (typeof moment === 'string' ? moment : moment.toISOString()),
});

function validDate(text: string): Date | undefined {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

const gss = /^[EWSN]\d{8}$/;

/** An ONS (GSS) code. */
export const gssCode = textScalar<string, string>({
  name: 'GssCode',
  description: 'An ONS (GSS) code of nine characters, for example E06000015.',
  mistake: 'Write a GSS code as in E06000015: one letter and eight digits.',
  parse: (text) => (gss.test(text) ? text : undefined),
  print: (code) => code,
});
