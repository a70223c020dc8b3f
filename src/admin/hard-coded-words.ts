/**
 * Words that Strapi and its libraries write into the page in English, whatever the panel's language:
 * names that a screen reader says. Each by where it stands, so that nothing that a person wrote is
 * ever taken for one.
 */
const NAMES: ReadonlyArray<
  readonly [selector: string, attribute: 'aria-label' | 'title', name: string]
> = [
  ['[aria-label="Choose date"]', 'aria-label', '选择日期'],
  ['[aria-label="Choose time"]', 'aria-label', '选择时间'],
  ['section[aria-label^="Notifications"]', 'aria-label', '通知'],
  ['nav[aria-label="Pagination"]', 'aria-label', '分页'],
  ['[title="Fold line"]', 'title', '折叠'],
  ['[title="Unfold line"]', 'title', '展开'],
  ['[role="status"][aria-label="draft"]', 'aria-label', '草稿'],
  ['[role="status"][aria-label="modified"]', 'aria-label', '已修改'],
  ['[role="status"][aria-label="published"]', 'aria-label', '已发布'],
];

const TEXTS: ReadonlyArray<readonly [selector: string, text: string]> = [
  ['button[aria-controls="burger-menu"] span', '菜单'],
  ['[id^="DndDescribedBy"]', '按空格键拿起，再用方向键移动；按空格键放到新的位置，按 Esc 键取消。'],
];

/** Of a page that writes them among what people wrote: whole texts, where nothing else is written. */
const VALUES: ReadonlyArray<
  readonly [page: RegExp, selector: string, words: Readonly<Record<string, string>>]
> = [[/\/settings\/users$/, 'main table td span', { Active: '启用', Inactive: '停用' }]];

const write = (node: ChildNode | null, text: string | undefined): void => {
  // The text of the node that React keeps: another node in its place would be lost to it.
  if (text === undefined || node?.nodeType !== Node.TEXT_NODE || node.nodeValue === text) return;
  node.nodeValue = text;
};

const translate = (): void => {
  for (const [selector, attribute, name] of NAMES) {
    document.querySelectorAll(selector).forEach((each) => each.setAttribute(attribute, name));
  }
  for (const [selector, text] of TEXTS) {
    document.querySelectorAll(selector).forEach(({ firstChild }) => write(firstChild, text));
  }
  for (const [, selector, words] of VALUES.filter(([page]) =>
    page.test(window.location.pathname)
  )) {
    document
      .querySelectorAll(selector)
      .forEach(({ firstChild }) => write(firstChild, words[firstChild?.nodeValue ?? '']));
  }
};

/** Keeps the hard-coded words of the page Chinese, for who works in Chinese. */
export const translateHardCodedWords = (language: string): void => {
  if (!language.startsWith('zh')) return;
  let isPlanned = false;
  const observer = new MutationObserver(() => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      translate();
    });
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['aria-label', 'title'],
  });
};
