import { siteMap, partOfSiteMap } from '../../src/site/public-api/feeds';
import { startApp, type TestApp } from '../support';
import { SECRET_MARK, seedEntries, type SeededType } from '../support/site-entries';
import { htmlFaults } from '../support/valid-html';
import { valuesOf } from '../support/site-refusals';

const ARTICLE = 'api::article.article';
const COLUMN = 'api::column.column';

interface Answer {
  status: number;
  location: string | null;
  text: string;
  headers: Headers;
}

const meta = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

/** What the page leads to on the site itself. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|src|poster|action)="(\/[^"#]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&')
  );

describe('the pages of the site', () => {
  let app: TestApp;
  let articles: ReturnType<TestApp['make']['documents']>;

  beforeAll(async () => {
    app = await startApp({
      environment: {
        PUBLIC_URL: 'https://wenhua.example/',
        SITE_ORGANISER: '市文化局 <测试>',
        SITE_ID_CODE: '3204000000',
        SITE_ICP: '苏ICP备00000000号',
        SITE_POLICE: '苏公网安备 32040000000000号',
        SITE_ERROR_REPORT: 'https://zfwzgl.example/report',
        SITE_PARTY_MARK: 'https://bszs.example/mark',
      },
    });
    await app.make.ruleSet();
    articles = app.make.documents(ARTICLE);
  });
  afterAll(() => app.stop());

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(app.url + path, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...headers },
    });
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
    };
  };
  const fate = async (path: string): Promise<unknown[]> => {
    const { status, location } = await get(path);
    return location === null ? [status] : [status, location];
  };
  const publish = async (title: string, more: Record<string, unknown> = {}) => {
    const { documentId } = await app.make.article({ title, ...more, publish: true });
    const found = await articles.findOne({ documentId, status: 'published' });
    return { documentId, slug: found?.slug as string };
  };

  describe('on an empty site', () => {
    it('are there, whole and valid', async () => {
      for (const path of [
        ...['/', '/news/', '/organisation/', '/disclosure/', '/services/', '/features/'],
        ...['/news/headlines/', '/news/culture-news/', '/news/culture-news/past/', '/map/'],
        ...['/features/talents/', '/services/complaints/', '/search/', '/search/?q=没有'],
      ]) {
        const { status, text, headers } = await get(path);
        expect([path, status, headers.get('content-type')]).toEqual([
          path,
          200,
          'text/html; charset=utf-8',
        ]);
        expect([path, await htmlFaults(text)]).toEqual([path, []]);
        expect(text).toMatch(/<h1[ >]/);
      }
    });

    it('say who runs the site, without what nobody set', async () => {
      const { text } = await get('/');
      expect(text).toContain('主办单位：市文化局 &lt;测试>');
      expect(text).toContain('网站标识码：3204000000');
      expect(text).toContain('href="https://beian.miit.gov.cn/"');
      expect(text).toContain('webSearch?code=32040000000000"');
      expect(text).toContain(
        '<a href="https://zfwzgl.example/report" rel="noopener">我为政府网站找错'
      );
      expect(text).toContain('href="https://bszs.example/mark"');
      expect(text).not.toContain('邮箱');
    });

    it('are refused in words where there is nothing', async () => {
      for (const path of [
        ...['/nothing', '/news/nothing/', '/news/headlines/nothing.html', '/news/headlines/2/'],
        ...['/news/headlines/0/', '/news/headlines/past/', '/news/headlines/1/2/3/'],
        ...['/articles/nothing.html', '/column.html', '/entry.html', '/column.html?code=x'],
        ...['/entry.html?collection=x&slug=y', '/section.html?section=x'],
        ...['/entry.html?collection=columns&slug=headlines', '/sitemap-1.xml'],
      ]) {
        const { status, text } = await get(path);
        expect([path, status]).toEqual([path, 404]);
        expect(text).toContain('没有找到这个页面');
      }
      expect((await get('/news/%E0%A4%A/')).status).toBe(400);
      expect((await get('/nothing', { accept: 'application/json' })).text).not.toContain('<html');
      expect((await get('/api/nothing')).text).not.toContain('<html');
    });
  });

  describe('of what is published', () => {
    it('have an event without an end in one list, by its beginning', async () => {
      const [column] = await app.make
        .documents(COLUMN)
        .findMany({ filters: { code: 'culture-news' } });
      for (const [title, startsAt] of [
        ['开过的一场', '2026-01-01T00:00:00.000Z'],
        ['将开的一场', '2089-01-01T00:00:00.000Z'],
      ]) {
        await app.make.documents('api::event.event').create({
          status: 'published',
          data: { title, startsAt, kind: 'show', venue: '剧院', column: column?.documentId },
        });
      }
      const coming = (await get('/news/culture-news/')).text;
      expect([coming.includes('将开的一场'), coming.includes('开过的一场')]).toEqual([true, false]);
      const past = (await get('/news/culture-news/past/')).text;
      expect([past.includes('将开的一场'), past.includes('开过的一场')]).toEqual([false, true]);
    });

    it('have an address that reads well, and former ones lead to it', async () => {
      const { documentId, slug } = await publish('运河边的清晨', { placement: 'headline' });
      const present = `/news/headlines/${slug}.html`;
      const { status, text } = await get(present);
      expect([status, await htmlFaults(text)]).toEqual([200, []]);
      expect(text).toContain('<h1>运河边的清晨</h1>');
      expect(text).toContain(`<link rel="canonical" href="https://wenhua.example${present}"`);
      const old = `/entry.html?collection=articles&slug=${slug}`;
      expect(await fate(old)).toEqual([301, present]);
      for (const path of [
        `/news/pictures/${slug}.html`,
        `/services/headlines/${slug}.html`,
        `/articles/${slug}.html`,
      ]) {
        expect([path, ...(await fate(path))]).toEqual([path, 301, present]);
      }

      await articles.update({ documentId, data: { slug: 'canal-morning' } });
      expect(await fate('/news/headlines/canal-morning.html')).toEqual([404]);
      await articles.publish({ documentId });
      const renamed = '/news/headlines/canal-morning.html';
      expect(await fate(present)).toEqual([301, renamed]);
      expect(await fate(old)).toEqual([301, renamed]);

      await articles.unpublish({ documentId });
      for (const path of [present, renamed, old]) {
        expect([path, ...(await fate(path))]).toEqual([path, 410]);
      }
      expect((await get(renamed)).text).toContain('这个页面已经撤下');
    });

    it('move with their column', async () => {
      const columns = app.make.documents(COLUMN);
      const { documentId: column } = await columns.create({
        data: { name: '新栏目', code: 'fresh', section: 'news', carries: 'articles' },
      });
      const { slug } = await publish('随栏目走', { column });
      await columns.update({ documentId: column, data: { code: 'fresher', section: 'features' } });
      const present = `/features/fresher/${slug}.html`;
      expect(await fate(present)).toEqual([200]);
      expect(await fate(`/news/fresh/${slug}.html`)).toEqual([301, present]);
      expect(await fate('/news/fresh/')).toEqual([301, '/features/fresher/']);
      expect(await fate('/news/fresh/rss.xml')).toEqual([301, '/features/fresher/rss.xml']);
      expect(await fate('/column.html?code=fresh&page=2')).toEqual([301, '/features/fresher/2/']);
      expect((await get('/features/fresher/')).text).toContain(`href="${present}"`);
    });

    it('keep one form of an address', async () => {
      for (const [path, to] of [
        ['/news', '/news/'],
        ['/news/headlines', '/news/headlines/'],
        ['/search?q=a', '/search/?q=a'],
        ['/map', '/map/'],
        ['/index.html', '/'],
        ['/map.html', '/map/'],
        ['/search.html?q=%E8%BF%90', '/search/?q=%E8%BF%90'],
        ['/section.html?section=news', '/news/'],
        ['/column.html?code=culture-news&view=past&page=2', '/news/culture-news/past/2/'],
        ['/column.html?code=headlines&page=1', '/news/headlines/'],
      ] as const) {
        expect([path, ...(await fate(path))]).toEqual([path, 301, to]);
      }
    });

    it('describe themselves as 国办发〔2017〕47号 asks, for search engines and for who shares them', async () => {
      const { slug } = await publish('有来源的消息', { placement: 'dynamics' });
      const { text } = await get(`/news/work-dynamics/${slug}.html`);
      expect(text).toContain('<title>有来源的消息 - 工作动态 - 文化常州</title>');
      for (const [name, value] of [
        ['SiteName', '文化常州'],
        ['SiteDomain', 'wenhua.example'],
        ['SiteIDCode', '3204000000'],
        ['ColumnName', '工作动态'],
        ['ColumnType', '政务动态'],
        ['ArticleTitle', '有来源的消息'],
        ['og:title', '有来源的消息'],
        ['og:url', `https://wenhua.example/news/work-dynamics/${slug}.html`],
      ] as const) {
        expect([name, meta(text, name)]).toEqual([name, value]);
      }
      for (const name of ['ColumnDescription', 'ColumnKeywords', 'ContentSource', 'description']) {
        expect(meta(text, name)).toBeTruthy();
      }
      expect(meta(text, 'PubDate')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
      const blocks = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
      const kinds = blocks.map(
        ([, json = '']) => (JSON.parse(json) as Record<string, unknown>)['@type']
      );
      expect(kinds).toEqual(['BreadcrumbList', 'NewsArticle']);
    });

    it('lead from one piece to the next, and to what is related', async () => {
      const column = { placement: 'picture' };
      const [first, second, third] = [
        await publish('《青石桥》之一', column),
        await publish('《青石桥》之二', column),
        await publish('《青石桥》之三', column),
      ];
      const { text } = await get(`/news/pictures/${second.slug}.html`);
      expect(text).toContain(`上一篇：<a href="/news/pictures/${first.slug}.html">`);
      expect(text).toContain(`下一篇：<a href="/news/pictures/${third.slug}.html">`);
      expect(text).toContain('相关内容');
      const { text: ends } = await get(`/news/pictures/${third.slug}.html`);
      expect(ends).toContain('下一篇：<span class="quiet">没有了');
    });

    it('run nothing that comes with the content', async () => {
      const script = '"><img src=x onerror="hit()"><script>hit()</script>';
      const text = [{ type: 'text', text: script }];
      const { documentId } = await publish('含标记的正文', { placement: 'dynamics' });
      const { id } = (await app.strapi.db
        .query(ARTICLE)
        .findOne({ where: { documentId, publishedAt: { $notNull: true } } })) as { id: number };
      // Past every rule, as whoever writes into the database could.
      await app.strapi.db.query(ARTICLE).update({
        where: { id },
        data: {
          title: script,
          slug: 'hostile',
          source: script,
          summary: script,
          body: [
            { type: 'paragraph', children: text },
            { type: 'script', children: text },
            { type: '__proto__', children: text },
            {
              type: 'paragraph',
              children: [{ type: 'link', url: 'javascript:hit()', children: text }],
            },
            { type: 'image', image: { url: 'data:text/html,<script>hit()</script>' } },
          ],
        },
      });
      for (const path of ['/news/work-dynamics/hostile.html', '/news/work-dynamics/', '/']) {
        const { status, text: html, headers } = await get(path);
        expect([path, status]).toEqual([path, 200]);
        expect([path, await htmlFaults(html)]).toEqual([path, []]);
        expect(html).toContain('&lt;script');
        expect(html).not.toMatch(/<img src=x|javascript:|data:text|<script>|\son\w+="/);
        const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(
          ([, attributes = '']) => attributes
        );
        for (const each of scripts) expect(each).toMatch(/ src="\/site\/|application\/ld\+json/);
        expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      }
      await articles.delete({ documentId });
    });

    it('say in 索引号, 文号, year, subject and validity which documents are looked for', async () => {
      const uid = 'api::disclosure-document.disclosure-document';
      const documents = app.make.documents(uid);
      const make = async (values: Record<string, unknown>): Promise<void> => {
        await documents.create({
          data: await valuesOf(app, 'disclosure-document', values),
          status: 'published',
        });
      };
      await make({
        title: '甲文件',
        documentNumber: '常文广旅〔2026〕1号',
        issuedOn: '2026-03-01',
        topic: 'finance-and-audit',
      });
      await make({
        title: '乙文件',
        documentNumber: '常文广旅〔2025〕9号',
        issuedOn: '2025-03-01',
        topic: 'other-topic',
      });
      const found = async (query: string): Promise<string[]> => {
        const { status, text } = await get(`/disclosure/?${query}`);
        expect([query, status, await htmlFaults(text)]).toEqual([query, 200, []]);
        expect(text).toContain('content="noindex"');
        return ['甲文件', '乙文件'].filter((title) => text.includes(`>${title}</a>`));
      };
      expect(await found(`number=${encodeURIComponent('2026〕1')}`)).toEqual(['甲文件']);
      expect(await found('year=2025')).toEqual(['乙文件']);
      expect(await found('topic=finance-and-audit')).toEqual(['甲文件']);
      expect(await found('validity=in-force')).toEqual(['甲文件', '乙文件']);
      expect(await found('validity=repealed')).toEqual([]);
      expect(await found('index=2026-')).toEqual(['甲文件']);
      expect(await found(`title=${encodeURIComponent('乙')}&page=1`)).toEqual(['乙文件']);
    });

    it('are paged, each page with a title of its own', async () => {
      for (let each = 0; each < 14; each += 1)
        await publish(`动态第${each}条`, { placement: 'video' });
      const first = await get('/news/videos/');
      const second = await get('/news/videos/2/');
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(first.text).toContain('href="/news/videos/2/"');
      expect(second.text).toContain('<title>视频 第2页 - 资讯 - 文化常州</title>');
      expect(await htmlFaults(second.text)).toEqual([]);
      expect(await fate('/news/videos/3/')).toEqual([404]);
      const narrowed = await get('/news/videos/?title=%E7%AC%AC1&page=1');
      expect(narrowed.text).toContain('动态第13条');
      expect(narrowed.text).not.toContain('动态第2条');
    });

    it('are searched in a part of the site, of a time, the latest first', async () => {
      const { text } = await get('/search/?q=%E5%8A%A8%E6%80%81&in=news&time=week&sort=latest');
      expect(text).toContain('<mark>动态</mark>');
      expect(await htmlFaults(text)).toEqual([]);
      const { text: elsewhere } = await get('/search/?q=%E5%8A%A8%E6%80%81&in=features');
      expect(elsewhere).toContain('没有找到');
      const titles = [...text.matchAll(/<mark>动态<\/mark>第(\d+)条/g)].map(([, each]) =>
        Number(each)
      );
      expect(titles).toEqual([...titles].sort((one, other) => other - one));
    });

    it('help who typed what sounds alike', async () => {
      for (const typed of ['东太', 'dongtai', 'dong tai']) {
        const { text } = await get(`/search/?q=${encodeURIComponent(typed)}`);
        expect([
          typed,
          text.includes('您要找的是不是：<a href="/search/?q=%E5%8A%A8%E6%80%81">动态</a>'),
        ]).toEqual([typed, true]);
        expect(await htmlFaults(text)).toEqual([]);
      }
      const { text } = await get('/search/?q=%E6%B2%A1%E6%9C%89%E6%AD%A4%E8%AF%8D');
      expect(text).not.toContain('您要找的是不是');
    });

    it('have feeds, a site map in parts, and say what machines may visit', async () => {
      const feed = await get('/news/videos/rss.xml');
      expect([feed.status, feed.headers.get('content-type')?.split(';')[0]]).toEqual([
        200,
        'application/rss+xml',
      ]);
      expect(feed.text).toContain('<link>https://wenhua.example/news/videos/dong-tai-di');
      expect((await get('/features/talents/rss.xml')).status).toBe(404);
      const robots = await get('/robots.txt');
      expect(robots.text).toContain('Sitemap: https://wenhua.example/sitemap.xml');
      const whole = await siteMap(app.strapi);
      expect(whole).toContain('<loc>https://wenhua.example/news/videos/</loc>');
      const all = whole.match(/<url>/g)?.length ?? 0;
      const index = await siteMap(app.strapi, 10);
      const parts = [...index.matchAll(/sitemap-(\d+)\.xml/g)].map(([, part]) => Number(part));
      expect(parts.length).toBe(Math.ceil(all / 10));
      let counted = 0;
      for (const part of parts) {
        counted += (await partOfSiteMap(app.strapi, part, 10))?.match(/<url>/g)?.length ?? 0;
      }
      expect(counted).toBe(all);
      expect(await partOfSiteMap(app.strapi, parts.length + 1, 10)).toBeNull();
    });
  });

  describe('of every type', () => {
    let seeded: SeededType[];
    beforeAll(async () => {
      seeded = await seedEntries(app);
    });

    it('are whole and valid, lead nowhere that is nothing, and show nothing that is secret', async () => {
      const entries = seeded.filter(({ uid, hasDrafts }) => uid !== COLUMN && hasDrafts);
      const queue = [
        '/',
        ...entries.map(
          ({ collection, published }) =>
            `/entry.html?collection=${collection}&slug=${String(published.slug)}`
        ),
      ];
      const seen = new Map<string, number>();
      const titles = new Map<string, string>();
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        if (seen.has(path) || path.startsWith('/uploads/')) continue;
        const { status, location, text, headers } = await get(path);
        seen.set(path, status);
        if (location !== null) queue.push(location);
        if (status !== 200 || !headers.get('content-type')?.includes('html')) continue;
        expect([path, text.includes(SECRET_MARK)]).toEqual([path, false]);
        expect([path, await htmlFaults(text)]).toEqual([path, []]);
        const title = /<title>(.*?)<\/title>/.exec(text)?.[1] ?? '';
        if (!text.includes('content="noindex"')) {
          expect([title, titles.get(title) ?? path]).toEqual([title, path]);
          titles.set(title, path);
        }
        queue.push(...linksOf(text));
      }
      const dead = [...seen].filter(([, status]) => status !== 200 && status !== 301);
      expect(dead).toEqual([]);
      expect(entries.length).toBe(16);
      for (const { collection, published, draft } of entries) {
        const old = `/entry.html?collection=${collection}&slug=`;
        const { location } = await get(old + String(published.slug));
        expect([collection, seen.get(location ?? '')]).toEqual([collection, 200]);
        expect((await get(old + String(draft?.slug))).status).toBe(404);
      }
    });
  });
});

describe('on a day of mourning', () => {
  it('the site is without colours', async () => {
    const app = await startApp({ environment: { SITE_GREY_DAYS: '2020-01-01..2099-12-31' } });
    try {
      const answer = await fetch(`${app.url}/`);
      expect(await answer.text()).toContain('<html lang="zh-CN" class="grey">');
    } finally {
      await app.stop();
    }
  });
});

describe('a bureau with a front end of its own', () => {
  it('has no pages here, and its own addresses in the site map', async () => {
    const app = await startApp({
      environment: {
        SITE_PAGES: 'false',
        PUBLIC_URL: 'https://wenhua.example',
        SITE_ENTRY_PATH: '/{section}/{column}?id={documentId}&slug={slug}',
        SITE_COLUMN_PATH: '/list/{code}',
      },
    });
    try {
      await app.make.ruleSet();
      const { documentId } = await app.make.article({
        title: '别处',
        placement: 'headline',
        publish: true,
      });
      expect((await fetch(`${app.url}/news/headlines/`)).status).toBe(404);
      const map = await (await fetch(`${app.url}/sitemap.xml`)).text();
      expect(map).toContain('<loc>https://wenhua.example/list/headlines</loc>');
      expect(map).toContain(`/news/headlines?id=${documentId}&amp;slug=bie-chu</loc>`);
    } finally {
      await app.stop();
    }
  });
});
