const PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address if it leads to a page, a mailbox or a telephone, else null: nothing that comes with
 * the content may run.
 */
export const safeAddress = (address) => {
  if (typeof address !== 'string') return null;
  try {
    return PROTOCOLS.has(new URL(address, location.origin).protocol) ? address : null;
  } catch {
    return null;
  }
};

const ADDRESSES = new Set(['href', 'src', 'poster', 'action']);

const setAttribute = (element, name, value) => {
  if (value === undefined || value === null || value === false) return;
  if (/^on/i.test(name)) throw new Error(`${name} is not set by an attribute.`);
  if (!ADDRESSES.has(name)) {
    element.setAttribute(name, value === true ? '' : String(value));
    return;
  }
  const address = safeAddress(value);
  if (address !== null) element.setAttribute(name, address);
};

/**
 * Makes an element. Children are elements or text; text is never read as HTML. Absent children
 * (null, undefined, false) are left out.
 */
export const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.flat(3).filter((child) => child || child === 0));
  return element;
};

/** Puts the content into the page's main part. */
export const show = (...content) => {
  document.getElementById('main').replaceChildren(...content.flat(3).filter(Boolean));
};
