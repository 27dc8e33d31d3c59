import { graphql } from '../../graphql/graphql.ts';

export const AddAwardsMutation = graphql(`
  mutation AddFrameworkAwards($input: AddFrameworkAwardsInput!) {
    addFrameworkAwards(input: $input) {
      id
    }
  }
`);

export const EndAwardMutation = graphql(`
  mutation EndFrameworkAward($input: EndFrameworkAwardInput!) {
    endFrameworkAward(input: $input) {
      id
      version
      endsOn
    }
  }
`);

export const SetPriceMutation = graphql(`
  mutation SetAwardPrice($input: SetAwardPriceInput!) {
    setAwardPrice(input: $input) {
      id
    }
  }
`);

export const CallOffMutation = graphql(`
  mutation RecordCallOff($input: RecordCallOffInput!) {
    recordCallOff(input: $input) {
      id
    }
  }
`);

export const RequestUpliftMutation = graphql(`
  mutation RequestUplift($input: RequestUpliftInput!) {
    requestUplift(input: $input) {
      id
    }
  }
`);

export const HandleUpliftMutation = graphql(`
  mutation HandleUplift($input: HandleUpliftInput!) {
    handleUplift(input: $input) {
      id
      version
      status
    }
  }
`);

export const AnswerUpliftMutation = graphql(`
  mutation AnswerUplift($input: AnswerUpliftInput!) {
    answerUplift(input: $input) {
      id
      version
    }
  }
`);
