import { matrix } from './matrix';
import { makeWorld, type World } from './world';

describe('who may do what', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.stop());

  matrix(() => world);
});
