import { deliveriesOf, mediansOf, onTimeRateOf, type Pace } from './review-medians';

const NOTHING_ASKED = { asked: 0, onTime: 0, late: 0, missed: 0 };

const unit = (values: Partial<Pace>): Pace => ({
  ...{ submitted: 0, adopted: 0, pieces: 0, returned: 0 },
  commissions: NOTHING_ASKED,
  ...values,
});

describe('the medians of a review', () => {
  it('are exact, of units that have a rate at all', () => {
    const units = [
      unit({ submitted: 3, adopted: 1, pieces: 3, returned: 1 }),
      unit({ submitted: 4, adopted: 4, pieces: 4, returned: 0 }),
      unit({}),
    ];
    const { adoptionRate, onTimeRate, returnRate, waiting } = mediansOf(units, [60, 90, 61, 6000]);
    expect(returnRate?.toFraction()).toBe('1/6');
    expect(adoptionRate?.toFraction()).toBe('2/3');
    expect(onTimeRate).toBeNull();
    expect(waiting?.toFraction()).toBe('151/2');
  });

  it('of nobody are none', () => {
    const none = { returnRate: null, adoptionRate: null, onTimeRate: null, waiting: null };
    expect(mediansOf([], [])).toEqual(none);
  });

  it('count commissions by how they were delivered', () => {
    const commissions = deliveriesOf(['on-time', 'missed', 'late', 'on-time']);
    expect(commissions).toEqual({ asked: 4, onTime: 2, late: 1, missed: 1 });
    expect(onTimeRateOf(unit({ commissions }))?.toFraction()).toBe('1/2');
  });
});
