import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** Where members place, what crosses their boundaries, and how far they use their own places. */
export const FlowsQuery = graphql(`
  query Flows($consortium: String!) {
    placementFlows(consortium: $consortium) {
      inYear {
        hostKind
        host {
          id
          code
          name
        }
        placing {
          id
          code
          name
        }
        placements {
          value
          text
          symbol
          status
          synthetic
          why
        }
      }
      published {
        period
        authority {
          id
          code
          name
        }
        incoming {
          value
          text
          symbol
          status
          synthetic
        }
        outgoing {
          value
          text
          symbol
          status
          synthetic
        }
        net {
          value
          text
          symbol
          status
          synthetic
          provenance {
            source
          }
        }
      }
      ownUse {
        places
        authority {
          id
          name
        }
        ownPlacements {
          text
          symbol
          status
          synthetic
          why
        }
        share {
          value
          text
          symbol
          status
          synthetic
          why
        }
      }
    }
  }
`);

export type Flows = ResultOf<typeof FlowsQuery>['placementFlows'];
export type FlowCell = Flows['inYear'][number];
export type PublishedFlow = Flows['published'][number];
export type OwnUse = Flows['ownUse'][number];
