import { describe, expect, test } from 'vitest';
import { aReturn } from './return.fixture.ts';
import { possibleChanges } from './return-changes.ts';

describe('an approval', () => {
  const approvalOf = (approvalBringsIntoUse: boolean) =>
    possibleChanges(
      aReturn({ status: 'SUBMITTED', viewerCanApprove: true, approvalBringsIntoUse }),
    )[0];

  test('says that it brings the figures into use where no hub accepts them', () => {
    expect(approvalOf(true)?.text).toMatch(/brings its figures into use at once/);
    expect(approvalOf(true)?.done).toMatch(/Its figures are in use\.$/);
  });

  test('says that the hub comes next where it does', () => {
    expect(approvalOf(false)?.text).toMatch(/waits for the hub to accept it/);
    expect(approvalOf(false)?.done).toMatch(/The hub can now accept it\.$/);
  });
});

describe('a withdrawal', () => {
  test('says what goes out of use where the version is in use', () => {
    const [withdrawal] = possibleChanges(aReturn({ status: 'ACCEPTED', viewerCanWithdraw: true }));

    expect(withdrawal?.text).toMatch(/^Its figures go out of use/);
  });

  test('says that no figure changes where it never was', () => {
    const [withdrawal] = possibleChanges(aReturn({ status: 'READY', viewerCanWithdraw: true }));

    expect(withdrawal?.text).toMatch(/^It was never in use, so no figure changes/);
  });
});

test('whoever reopens a version in use is told that its figures stay until a new one takes their place', () => {
  const [reopening] = possibleChanges(aReturn({ status: 'ACCEPTED', viewerCanReopen: true }));

  expect(reopening?.text).toMatch(/figures of this one stay in use until/);
});
