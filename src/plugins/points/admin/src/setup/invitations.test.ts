import type { Invitation } from '../../../shared/contracts';
import { keepInvitations } from './invitations';

const invitation = (member: string, token: string): Invitation => ({
  member,
  token,
  name: member,
  mail: `${member}@bureau.test`,
  position: 'officer',
  unit: 'Museum',
  isMailed: false,
});

describe('links that are shown this once', () => {
  const wang = invitation('wang', 'a');
  const li = invitation('li', 'b');

  it('stay when further ones are made, the new ones first', () => {
    expect(keepInvitations([wang], [li])).toEqual([li, wang]);
  });

  it('go where the same person has a new one', () => {
    const again = invitation('wang', 'c');
    expect(keepInvitations([li, wang], [again])).toEqual([again, li]);
  });
});
