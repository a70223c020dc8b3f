import { relativeLink, withRelativeLinks } from './relative-links';

describe('links of a static copy', () => {
  it('lead from file to file', () => {
    expect(relativeLink('/', '/news/')).toBe('news/index.html');
    expect(relativeLink('/news/', '/')).toBe('../index.html');
    expect(relativeLink('/news/headlines/a.html', '/news/headlines/b.html')).toBe('b.html');
    expect(relativeLink('/news/headlines/a.html', '/site/site.css?v=1')).toBe(
      '../../site/site.css?v=1'
    );
    expect(relativeLink('/news/', '/news/')).toBe('index.html');
  });

  it('are changed in attributes alone', () => {
    const html =
      '<a href="/news/">x</a><img src="/uploads/a.png"><a href="#main">y</a>' +
      '<a href="https://a.example/b">z</a> href=&quot;/news/&quot; <a href="//a.example">w</a>';
    expect(withRelativeLinks('/map/', html)).toBe(
      '<a href="../news/index.html">x</a><img src="../uploads/a.png"><a href="#main">y</a>' +
        '<a href="https://a.example/b">z</a> href=&quot;/news/&quot; <a href="//a.example">w</a>'
    );
  });
});
