import { graphql } from '../../graphql/graphql.ts';

/** Who is signed in, for whom, and which consortia there are. */
export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      account
      organisation
      organisationSlug
      role
      permissions
      authorities {
        id
        code
        name
      }
      consortia {
        id
        code
        name
      }
    }
    consortia {
      id
      code
      name
    }
  }
`);

/** What anybody may know: whether this is a demonstration. */
export const PlatformQuery = graphql(`
  query Platform {
    platform {
      demonstration
    }
  }
`);
