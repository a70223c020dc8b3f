import type { RecordableView } from '../../../shared/contracts';
import { everRecordable, recordableOn } from './recordable';

const OLD: RecordableView = {
  from: '2025-01-01',
  to: '2026-05-31',
  channels: [{ channel: 'newsletter' }, { channel: 'instruction', isInstruction: true }],
};
const NEW: RecordableView = {
  from: '2026-06-01',
  to: null,
  channels: [
    { channel: 'own.journal', name: { zh: '内刊', en: 'Journal' } },
    { channel: 'newsletter', name: { zh: '简报', en: 'Paper' } },
  ],
};

it('is what the rules in force on the day say, else the latest', () => {
  expect(recordableOn([OLD, NEW], '2026-05-31')).toBe(OLD);
  expect(recordableOn([OLD, NEW], '2026-06-01')).toBe(NEW);
  expect(recordableOn([OLD, NEW], '2019-01-01')).toBe(NEW);
  expect(recordableOn([OLD, NEW], '')).toBe(NEW);
  expect(recordableOn([], '2026-06-01')).toBeUndefined();
});

it('is of all days each channel once', () =>
  expect(everRecordable([OLD, NEW]).map(({ channel, name }) => [channel, name?.en])).toEqual([
    ['newsletter', 'Paper'],
    ['instruction', undefined],
    ['own.journal', 'Journal'],
  ]));
