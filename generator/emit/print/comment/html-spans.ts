import { codeSpan } from "./code-span.ts";

/** What Markdown has for the HTML elements around words. */

const CODE = new Set(["code", "kbd", "samp", "tt"]);
const EMPHASIS = new Map([
  ["b", "**"],
  ["strong", "**"],
  ["em", "*"],
  ["i", "*"],
  ["var", "*"],
]);

/** True for an element with text in which nothing but its end means anything. */
export function isCode(name: string): boolean {
  return CODE.has(name);
}

/** An element with its text, which is Markdown already, but for code. Elements that say nothing are only their text. */
export function spanText(name: string, attributes: string, text: string): string {
  if (isCode(name)) return atWords(decodeEntities(text), codeSpan);
  const around = EMPHASIS.get(name);
  if (around !== undefined) return atWords(text, (words) => `${around}${words}${around}`);
  return name === "a" ? link(attribute(attributes, "href"), text) : text;
}

/** An image, or what it shows where it has no address that leads anywhere. */
export function imageText(attributes: string): string {
  const shown = attribute(attributes, "alt").replace(/[[\]]/g, "");
  const address = attribute(attributes, "src");
  return webAddress.test(address) ? `![${shown}](${address})` : shown;
}

function link(address: string, text: string): string {
  if (!webAddress.test(address)) return text;
  return atWords(text, (words) => (words === address ? words : `[${words}](${address})`));
}

/** An address that leads somewhere from a comment, without what would end it in Markdown. */
const webAddress = /^https?:\/\/[^\s()<>]+$/;

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`\\s${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, "i").exec(
    attributes,
  );
  return decodeEntities(value?.[1] ?? value?.[2] ?? value?.[3] ?? "").trim();
}

/** Markdown wants its marks beside the words, HTML may have spaces there. */
function atWords(text: string, mark: (words: string) => string): string {
  const words = text.trim();
  if (words === "") return text;
  const start = text.indexOf(words);
  return `${text.slice(0, start)}${mark(words.replace(/\s+/g, " "))}${text.slice(start + words.length)}`;
}

/** The entities of HTML that code is written with; others are left, and Markdown knows them where it is no code. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:lt|gt|quot|apos|nbsp|amp|#39|#34);/g,
    (entity) => ENTITIES.get(entity) ?? "",
  );
}

const ENTITIES = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#34;", '"'],
  ["&apos;", "'"],
  ["&#39;", "'"],
  ["&nbsp;", " "],
  ["&amp;", "&"],
]);
