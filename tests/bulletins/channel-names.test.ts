import {
  bodyOf,
  downloadFrom,
  partsOf,
  regulation,
  sealThrough,
  startApp,
  type TestApp,
} from '../support';

const NAME = { zh: '文旅内参', en: 'Inner paper' };

describe('the paper of a month', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    const { channels, ...rest } = await regulation();
    const admin = await app.api.as('super-admin');
    bodyOf(
      await admin.post('/content-manager/collection-types/plugin::points.rule-set', {
        ...rest,
        channels: (channels as Array<{ channel: string }>).map((item) =>
          item.channel === 'newsletter' ? { ...item, name: NAME } : item
        ),
        extensions: {},
        effectiveFrom: '2025-01-01',
      })
    );
    const [unit] = await app.make.units(1);
    const submission = await app.make.submission({ units: [unit] });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2025-03-05' });
  });
  afterAll(() => app.stop());

  it('calls a channel what the rule set of the day calls it', async () => {
    const { documentId } = await sealThrough(app, '2025-03');
    const token = await app.api.tokenOf('office');
    const address = `/points/bulletins/${documentId}/export?format=docx`;
    const { bytes } = await downloadFrom(app.url, address, token);
    const texts = [...(await partsOf(bytes)).values()].join('');
    expect(texts).toContain(NAME.zh);
  });
});
