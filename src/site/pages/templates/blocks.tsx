import { Fragment, type ComponentChildren, type VNode } from 'preact';
import type { BlockNode } from '../content';
import { safeAddress } from './safe-address';

type Mark = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code';

const MARKS: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
};

const Text = ({ node }: { node: BlockNode }): VNode => {
  const marks = (Object.keys(MARKS) as Mark[]).filter((mark) => node[mark]);
  return marks.reduce<VNode>(
    (inner, mark) => {
      const Tag = MARKS[mark] as 'strong';
      return <Tag>{inner}</Tag>;
    },
    <>{node.text ?? ''}</>
  );
};

/** Its page has its one h1 already. */
const headingOf = (level: number | undefined): 'h2' =>
  `h${Math.min(6, Math.max(2, level ?? 2))}` as 'h2';

const Picture = ({ node: { image } }: { node: BlockNode }): VNode | null => {
  const src = safeAddress(image?.url);
  if (src === undefined) return null;
  return (
    <figure>
      <img
        src={src}
        alt={image?.alternativeText ?? ''}
        width={image?.width ?? undefined}
        height={image?.height ?? undefined}
        loading="lazy"
        decoding="async"
      />
      {image?.caption ? <figcaption>{image.caption}</figcaption> : null}
    </figure>
  );
};

const inside = ({ children }: BlockNode): ComponentChildren =>
  (children ?? []).map((child, index) => <Node key={index} node={child} />);

const RENDERERS: Readonly<Record<string, ((node: BlockNode) => VNode | null) | undefined>> = {
  text: (node) => <Text node={node} />,
  paragraph: (node) => <p>{inside(node)}</p>,
  heading: (node) => {
    const Heading = headingOf(node.level);
    return <Heading>{inside(node)}</Heading>;
  },
  quote: (node) => <blockquote>{inside(node)}</blockquote>,
  code: (node) => (
    <pre>
      <code>{inside(node)}</code>
    </pre>
  ),
  list: (node) => (node.format === 'ordered' ? <ol>{inside(node)}</ol> : <ul>{inside(node)}</ul>),
  'list-item': (node) => <li>{inside(node)}</li>,
  link: (node) => {
    const href = safeAddress(node.url);
    return href === undefined ? (
      <>{inside(node)}</>
    ) : (
      <a href={href} rel="noopener">
        {inside(node)}
      </a>
    );
  },
  image: (node) => <Picture node={node} />,
};

const Node = ({ node }: { node: BlockNode }): VNode | null =>
  (Object.hasOwn(RENDERERS, node.type) ? RENDERERS[node.type]?.(node) : null) ?? null;

/** Strapi's rich text as elements; what is not known is left out. */
export const Blocks = ({ content }: { content?: BlockNode[] | null }): VNode | null => {
  if (!Array.isArray(content) || content.length === 0) return null;
  return (
    <div class="prose">
      {content.map((node, index) => (
        <Fragment key={index}>
          <Node node={node} />
        </Fragment>
      ))}
    </div>
  );
};
