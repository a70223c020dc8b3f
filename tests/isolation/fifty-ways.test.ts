import { fiftyWays } from './fifty-ways';
import { people } from './people';
import { makeWorld, type World } from './world';

describe('isolation by unit', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.stop());

  describe('the people of a unit', () => people(() => world));
  describe('an officer of unit A and what is unit B’s', () => fiftyWays(() => world));
});
