import type { VNode } from 'preact';
import type { ColumnNode } from '../../public-api/column-tree';
import { columnPath, SITE_MAP, sectionPath } from '../addresses';
import { rendered, type Page, type PageContext } from '../page';
import { SECTIONS } from '../site';
import { Document } from '../templates/document';
import { Breadcrumbs, breadcrumbSchema } from '../templates/navigation';

const Item = ({ node }: { node: ColumnNode }): VNode => (
  <li>
    <a href={columnPath(node)}>{node.name}</a>
    {node.count > 0 ? <span class="quiet">（{node.count} 条）</span> : null}
    {node.children.length > 0 ? (
      <ul>
        {node.children.map((child) => (
          <Item key={child.code} node={child} />
        ))}
      </ul>
    ) : null}
  </li>
);

/** The site map for people; `/sitemap.xml` is the one for machines. */
export const siteMapPage = ({ site, columns, now }: PageContext): Page => {
  const steps = [{ name: '网站地图' }];
  return rendered(
    200,
    <Document
      site={site}
      section={null}
      now={now}
      head={{
        title: `网站地图 - ${site.name}`,
        path: SITE_MAP,
        schema: [breadcrumbSchema(site, steps)],
      }}
    >
      <Breadcrumbs steps={steps} />
      <h1>网站地图</h1>
      <div class="boxes">
        {Array.from(SECTIONS, ([code, { name }]) => (
          <section key={code} class="box">
            <h2>
              <a href={sectionPath(code)}>{name}</a>
            </h2>
            <ul>
              {columns.of(code).map((node) => (
                <Item key={node.code} node={node} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Document>
  );
};
