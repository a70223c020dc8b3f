import { POSTING } from '../../../domain/__fixtures__/chained-posting';
import { CHAIN_START } from '../../../domain/posting-chain';
import { hashAfter } from './posting-hashes';

describe('the hash of a posting', () => {
  it('is what it was before there were corrections', () => {
    expect(hashAfter(CHAIN_START.hash, POSTING)).toBe(
      '6cae7c176979a9410b0c2b3dd2d41fd430547836d8549b8c3c40086c88a98ede'
    );
  });
});
