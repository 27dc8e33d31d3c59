import { graphql } from '../../graphql/graphql.ts';

export const AddFrameworkMutation = graphql(`
  mutation AddFramework($input: AddFrameworkInput!) {
    addFramework(input: $input) {
      id
    }
  }
`);

export const ChangeFrameworkMutation = graphql(`
  mutation ChangeFramework($input: ChangeFrameworkInput!) {
    changeFramework(input: $input) {
      id
      version
    }
  }
`);

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

export const ChangeAwardHomesMutation = graphql(`
  mutation ChangeAwardHomes($input: ChangeAwardHomesInput!) {
    changeAwardHomes(input: $input) {
      id
      version
      offers {
        id
        urn
      }
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

export const CorrectCallOffMutation = graphql(`
  mutation CorrectCallOff($input: CorrectCallOffInput!) {
    correctCallOff(input: $input) {
      id
    }
  }
`);

export const TakeBackCallOffMutation = graphql(`
  mutation TakeBackCallOff($input: TakeBackCallOffInput!) {
    takeBackCallOff(input: $input) {
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
