import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** What ends, reopens or is to be decided. */
export const RadarQuery = graphql(`
  query Radar($consortium: String!, $from: LocalDate, $months: Int!) {
    recommissioning(consortium: $consortium, from: $from, months: $months) {
      from
      until
      sentence
      items {
        kind
        reference
        title
        startsOn
        endsOn
        extendedTo
        authority {
          id
          code
          name
        }
        framework {
          id
          leadText
          synthetic
          noticeMonths
          decisionLeadMonths
        }
        contract {
          id
          synthetic
          why
          noticeMonths
          decisionLeadMonths
        }
        dates {
          kind
          on
          sentence
        }
        overdue {
          kind
          on
          sentence
        }
      }
      overlaps {
        from
        until
        sentence
        framework {
          id
          title
        }
        contract {
          id
          reference
        }
      }
    }
  }
`);

export type Radar = ResultOf<typeof RadarQuery>['recommissioning'];
export type RadarItem = Radar['items'][number];
export type RadarDate = RadarItem['dates'][number];
