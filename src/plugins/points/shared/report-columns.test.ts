import { CHANNELS, type ChannelCell } from './contracts';
import { columnGroupsOf } from './report-columns';

const cell: ChannelCell = { count: 1, points: '1.00', exact: '1' };

describe('the columns of the report', () => {
  it('has a place for every channel, once', () => {
    const all = Object.fromEntries(CHANNELS.map((channel) => [channel, cell]));
    const shown = columnGroupsOf(all).flatMap(({ channels }) => channels);
    expect([...shown].sort()).toEqual([...CHANNELS].sort());
  });

  it('leaves out channels with nothing in them, and headings with no channels', () => {
    expect(columnGroupsOf({ 'city.adopted': cell, 'site.video': cell })).toEqual([
      { id: 'site', channels: ['site.video'] },
      { id: 'city', channels: ['city.adopted'] },
    ]);
    expect(columnGroupsOf({})).toEqual([]);
  });
});
