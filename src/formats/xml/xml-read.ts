import { XmlElement as ParsedElement, parseXml, XmlText } from '@rgrove/parse-xml';

/** An element with its own text; comments and instructions are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands directly in it, without the blanks around. */
  readonly text: string;
}

/**
 * The root of an XML document; null where it is not well-formed, is cut off or nested beyond measure. A document type
 * is passed over: of entities only XML's own five are known, so that none can swell.
 */
export function xmlRead(xml: string): XmlElement | null {
  try {
    const { root } = parseXml(xml);
    return root === null ? null : elementOf(root);
  } catch {
    // The parser throws for what is not well-formed, and the engine where elements are nested too deep.
    return null;
  }
}

function elementOf({ name, attributes, children }: ParsedElement): XmlElement {
  const own: XmlElement[] = [];
  let text = '';
  for (const child of children) {
    if (child instanceof ParsedElement) own.push(elementOf(child));
    else if (child instanceof XmlText) text += child.text;
  }
  return { name, attributes, children: own, text: text.trim() };
}

/** A text as it may stand in an attribute or an element: what XML does not know at all is left out. */
export function xmlText(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}
