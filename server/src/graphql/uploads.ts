import { GraphQLError, GraphQLScalarType } from 'graphql';

const notAFile = (): never => {
  throw new GraphQLError(
    'Send files as a GraphQL multipart request: a form with “operations”, “map” and the files.',
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
};

/** A file, as a multipart request brings it. */
export const uploadedFile = new GraphQLScalarType<File, never>({
  name: 'File',
  description: 'A file of a GraphQL multipart request; null in its “operations”.',
  parseValue: (value) => (value instanceof File ? value : notAFile()),
  parseLiteral: notAFile,
  serialize: notAFile,
});
