import { readFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import sharp from 'sharp';
import { bodyOf, errorOf, ROOT, startApp, type TestApp } from '../support';
import { doorsOf, fixture, type Send, type StoredFile } from './library';

const LANGUAGES = ['en', 'zh-Hans'] as const;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const zip = async (parts: Readonly<Record<string, string>>, level = 9): Promise<Buffer> => {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(parts)) archive.file(name, content);
  const compressionOptions = { level };
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions });
};

const contentTypes = (type: string, part = '/word/document.xml'): string =>
  `<?xml version="1.0"?><Types><Override PartName="${part}" ContentType="${type}"/></Types>`;

const word = (more: Readonly<Record<string, string>> = {}): Promise<Buffer> =>
  zip({
    '[Content_Types].xml': contentTypes(`${WORD}.main+xml`),
    'word/document.xml': '<w:document/>',
    ...more,
  });

/** A compound file with streams of these names, of which a document is told. */
const compound = (...names: string[]): Buffer => {
  const file = Buffer.alloc(512 * 3, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xffff_fffe, 68);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xffff_fffd, 512);
  file.writeUInt32LE(0xffff_fffe, 516);
  ['Root Entry', ...names].forEach((name, index) => {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file[at + 66] = index === 0 ? 5 : 2;
  });
  return file;
};

/** The first bytes of what an iPhone takes. */
const HEIC = Buffer.concat([
  Buffer.from('00000018', 'hex'),
  Buffer.from('ftypheic'),
  Buffer.alloc(4),
  Buffer.from('mif1heic'),
  Buffer.alloc(64),
]);

const TAKEN: ReadonlyArray<readonly [name: string, mime: string, content: () => unknown]> = [
  ['old.doc', 'application/msword', () => fixture('old.doc')],
  ['通知.wps', 'application/vnd.ms-works', () => fixture('old.doc')],
  ['a.xls', 'application/vnd.ms-excel', () => compound('Workbook')],
  ['a.et', 'application/vnd.ms-excel', () => compound('Workbook')],
  ['a.ppt', 'application/vnd.ms-powerpoint', () => compound('PowerPoint Document')],
  ['a.dps', 'application/vnd.ms-powerpoint', () => compound('PowerPoint Document')],
  ['a.docx', WORD, () => word()],
  ['a.ofd', 'application/ofd', () => zip({ 'OFD.xml': '<ofd:OFD Version="1.0"/>' })],
  ['a.zip', 'application/zip', () => zip({ 'a.txt': 'a' })],
  ['a.txt', 'text/plain', () => Buffer.from('文')],
  ['a.pdf', 'application/pdf', () => Buffer.from('%PDF-1.7\n')],
];

type Refused = readonly [name: string, words: readonly [RegExp, RegExp], content: () => unknown];

const CONTENT = [/content of the file/, /内容与扩展名/] as const;
const MACRO = [/contains macros/, /含有宏/] as const;
const PROGRAM = [/contains a program/, /含有程序/] as const;
const PHONE = [/Most Compatible/, /兼容性最佳/] as const;
const BROKEN = [/incomplete or damaged/, /不完整或已损坏/] as const;
const PIXELS = [/256 megapixels/, /百万像素/] as const;
const NAME = [/file name/, /文件名/] as const;

const REFUSED: readonly Refused[] = [
  ['notdocx.docx', CONTENT, () => fixture('notdocx.docx')],
  ['macro.docx', MACRO, () => fixture('macro.docx')],
  ['a.docm', MACRO, () => fixture('macro.docx')],
  ['sheet.docx', CONTENT, () => zip({ '[Content_Types].xml': contentTypes('x.main+xml') })],
  [
    'no-main-part.docx',
    CONTENT,
    () => zip({ '[Content_Types].xml': contentTypes(`${WORD}.main+xml`) }),
  ],
  ['with-program.docx', PROGRAM, () => word({ 'word/embeddings/a.EXE': 'MZ' })],
  ['with-macros.docx', MACRO, () => word({ 'word/VBAproject.bin': 'x' })],
  ['word.xlsx', CONTENT, () => word()],
  ['zip.ofd', CONTENT, () => zip({ 'a.xml': '<a/>' })],
  ['program.zip', PROGRAM, () => zip({ 'inner/run.bat': 'x' })],
  ['bomb.zip', [/unpacks to too much/, /解压后过大/], () => zip({ a: 'x'.repeat(30_000_000) })],
  ['empty.zip', CONTENT, () => zip({})],
  ['half.docx', CONTENT, async () => (await word()).subarray(0, 120)],
  ['installer.doc', CONTENT, () => compound('䡀㼿䕷䑬')],
  ['sheet.doc', CONTENT, () => compound('Workbook')],
  ['macro.doc', MACRO, () => compound('WordDocument', 'Macros')],
  ['macro.xls', MACRO, () => compound('Workbook', '_VBA_PROJECT_CUR')],
  [
    'circle.doc',
    CONTENT,
    () => {
      const file = compound('x');
      file.writeUInt32LE(1, 516);
      return file;
    },
  ],
  ['photo.heic', PHONE, () => HEIC],
  ['photo.HEIF', PHONE, () => HEIC],
  ['renamed.jpg', PHONE, () => HEIC],
  ['trunc.png', BROKEN, () => fixture('trunc.png')],
  ['half.jpg', BROKEN, async () => (await fixture('photo-orientation6-gps.jpg')).subarray(0, 5000)],
  ['bomb.png', PIXELS, () => fixture('bomb-16k.png')],
  [`${'长'.repeat(256)}.txt`, NAME, () => Buffer.from('文')],
  ['a:b.txt', NAME, () => Buffer.from('文')],
];

describe('the media library', () => {
  let app: TestApp;
  let doors: Record<'panel' | 'api', Send>;

  beforeAll(async () => {
    app = await startApp();
    doors = await doorsOf(app);
  });
  afterAll(() => app.stop());

  const stored = () => app.strapi.db.query('plugin::upload.file').count();
  const bytesOf = ({ url }: StoredFile) => readFile(path.join(ROOT, 'public', url));

  it.each(TAKEN)('takes %s as %s', async (name, mime, make) => {
    for (const send of [doors.panel, doors.api]) {
      const { status, message, files } = await send(name, (await make()) as Buffer);
      expect([status, message]).toEqual([201, '']);
      expect(files[0]).toMatchObject({ name, mime });
    }
  });

  it.each(REFUSED)('refuses %s in words of both languages', async (name, words, make) => {
    const before = await stored();
    const content = (await make()) as Buffer;
    for (const send of [doors.panel, doors.api]) {
      for (const [index, language] of LANGUAGES.entries()) {
        const { status, message } = await send(name, content, language);
        expect([status, message]).toEqual([400, expect.stringMatching(words[index] ?? '')]);
      }
    }
    expect(await stored()).toBe(before);
  });

  it('refuses a picture of too many pixels by its header', async () => {
    const bomb = await fixture('bomb-16k.png');
    const started = performance.now();
    expect((await doors.panel('bomb.png', bomb)).status).toBe(400);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('counts the pixels of all frames', async () => {
    const frame = { width: 3000, height: 3000, channels: 3 as const, background: 'red' };
    const [one, other] = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { ...frame, background } })
          .png()
          .toBuffer()
      )
    );
    const frames = Array.from({ length: 10 }, (_, index) => (index % 2 ? other : one) as Buffer);
    const film = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { status, message } = await doors.panel('film.gif', film);
    expect([status, message]).toEqual([400, expect.stringMatching(/90 megapixels/)]);
  });

  it('keeps a telephone’s picture upright, and nothing of where and by whom it was taken', async () => {
    const photo = await fixture('photo-orientation6-gps.jpg');
    expect(await sharp(photo).metadata()).toMatchObject({
      width: 800,
      height: 600,
      orientation: 6,
    });
    for (const send of [doors.panel, doors.api]) {
      const [file] = (await send('photo.jpg', photo)).files;
      if (!file) throw new Error('not stored');
      expect([file.width, file.height]).toEqual([600, 800]);
      const { width, height, orientation, exif } = await sharp(await bytesOf(file)).metadata();
      expect([width, height, orientation ?? 1, exif]).toEqual([600, 800, 1, undefined]);
    }
  });

  it('keeps no place in a PNG or a WebP, and the frames of a film', async () => {
    const picture = sharp({ create: { width: 20, height: 10, channels: 3, background: 'red' } });
    const told = picture.withExif({
      IFD0: { Artist: '张三' },
      IFD3: { GPSLatitude: '31/1 0/1 0/1' },
    });
    for (const format of ['png', 'webp'] as const) {
      const content = await told.clone().toFormat(format).toBuffer();
      expect((await sharp(content).metadata()).exif).toBeDefined();
      const [file] = (await doors.panel(`a.${format}`, content)).files;
      if (!file) throw new Error('not stored');
      expect((await sharp(await bytesOf(file)).metadata()).exif).toBeUndefined();
    }
  });

  it('takes names of 240 letters, whatever they are', async () => {
    for (const letter of ['a', '长', '&', 'щ']) {
      const name = `${letter.repeat(240)}.png`;
      const content = await sharp({
        create: { width: 400, height: 300, channels: 3, background: 'red' },
      })
        .png()
        .toBuffer();
      const { status, files } = await doors.panel(name, content);
      expect([status, files[0]?.name]).toEqual([201, name]);
    }
  });

  it('gives no file a name that it could not have', async () => {
    const [file] = (await doors.panel('a.txt', Buffer.from('文'))).files;
    if (!file) throw new Error('not stored');
    const editor = await app.api.as('editor');
    for (const [language, words] of [
      ['en', /file name/],
      ['zh-Hans', /文件名/],
    ] as const) {
      const fileInfo = { name: 'x'.repeat(300) };
      const answer = await editor.post(`/upload?id=${file.id}`, { fileInfo }, { language });
      expect([answer.status, errorOf(answer).message]).toEqual([400, expect.stringMatching(words)]);
    }
  });

  /** Visitors get what a published entry shows. */
  const publishIn = async (uid: string, data: Record<string, unknown>): Promise<void> => {
    const documents = app.make.documents(uid);
    const { documentId } = await documents.create({ data: { title: '办事', ...data } });
    await documents.publish({ documentId });
  };

  it.each([
    ['关于公开遴选的通知.pdf', Buffer.from('%PDF-1.7\n'), 'inline', 'application/pdf'],
    ['关于公开遴选的通知.txt', Buffer.from('文'), 'attachment', 'text/plain'],
  ])('sends %s to the reader under its name', async (name, content, how, type) => {
    const [file] = (await doors.panel(name, content)).files;
    if (!file) throw new Error('not stored');
    await publishIn('api::service-guide.service-guide', {
      materials: [{ name: '附件', sample: file.id }],
    });
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await fetch(new URL(file.url, app.url), { method });
      expect(status).toBe(200);
      expect(headers.get('content-type')).toContain(type);
      const sent = headers.get('content-disposition') ?? '';
      expect(sent.startsWith(how)).toBe(true);
      expect(sent).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
    }
  });

  it('leaves pictures where they are shown', async () => {
    const content = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const [file] = (await doors.panel('图.png', content)).files;
    if (!file) throw new Error('not stored');
    const editor = await app.api.as('editor');
    bodyOf(
      await editor.put(`/upload/files/${file.id}`, { fileInfo: { alternativeText: '红色方块' } })
    );
    await publishIn('api::article.article', {
      ...(await app.make.publishable()),
      cover: file.id,
    });
    const { status, headers } = await fetch(new URL(file.url, app.url));
    expect([status, headers.get('content-disposition')]).toEqual([200, null]);
  });

  describe('pictures of other sites', () => {
    const body = (url: string) => [
      { type: 'paragraph', children: [{ type: 'text', text: '文' }] },
      {
        ...{ type: 'image', children: [{ type: 'text', text: '' }] },
        image: {
          ...{
            name: 'a.png',
            alternativeText: '图',
            url,
            width: 1,
            height: 1,
            hash: 'a',
            ext: '.png',
          },
          ...{ mime: 'image/png', size: 1, provider: 'local', createdAt: 'x', updatedAt: 'x' },
        },
      },
    ];
    const path = '/content-manager/collection-types/api::article.article';
    const save = async (url: string, language = 'en') =>
      (await app.api.as('editor')).post(path, { title: '题', body: body(url) }, { language });

    it.each([
      'https://other.test/a.png',
      '//other.test/a.png',
      'http://127.0.0.1/a.png',
      '/\\other.test/a',
    ])('are refused in a text, and not fetched: %s', async (url) => {
      for (const [language, words] of [
        ['en', /another site's/],
        ['zh-Hans', /来自其他网站/],
      ] as const) {
        const answer = await save(url, language);
        expect([answer.status, errorOf(answer).message]).toEqual([
          400,
          expect.stringMatching(words),
        ]);
      }
    });

    it('are not those of the library, by whatever address the panel writes', async () => {
      for (const url of ['/uploads/a.png', `${app.url}/uploads/a.png`]) {
        expect((await save(url)).status).toBe(201);
      }
    });
  });
});
