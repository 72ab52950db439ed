import { pointerOf } from "../../json-pointer.ts";
import { isContainer } from "../../json-value.ts";
import type { DuplicateKey } from "../duplicate-keys.ts";
import { skipSpace, skipString } from "./json-scanner.ts";

/**
 * Every key that its object has already, in the order of the text. `value` is what JSON.parse made of the text: while
 * it has as many keys as the text, which two quick counts tell, there is nothing to look for.
 */
export function duplicateJsonKeys(text: string, value: unknown): readonly DuplicateKey[] {
  return keysInText(text) === keysIn(value) ? [] : findDuplicates(text);
}

/** The strings with a colon behind them. */
function keysInText(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1;) {
    const end = skipString(text, at);
    if (text[skipSpace(text, end)] === ":") count++;
    at = text.indexOf('"', end);
  }
  return count;
}

/** With `in` and by index: this meets every value of a large document. */
function keysIn(value: unknown): number {
  let count = 0;
  const pending = [value].filter(isContainer);
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    const isObject = !Array.isArray(one);
    // oxlint-disable-next-line guard-for-in -- what JSON.parse makes inherits nothing that is enumerable
    for (const key in one) {
      if (isObject) count++;
      const inner = one[key];
      if (isContainer(inner)) pending.push(inner);
    }
  }
  return count;
}

/** An object or an array whose end is not reached yet. */
interface Open {
  /** Undefined for an array. */
  readonly keys: Set<string> | undefined;
  /** Of the member or the item that is read. */
  token: string | number;
}

function findDuplicates(text: string): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const open: Open[] = [];
  let at = 0;
  while (at < text.length) {
    const inner = open.at(-1);
    if (text[at] === '"') {
      const end = skipString(text, at);
      if (inner?.keys !== undefined && text[skipSpace(text, end)] === ":")
        found.push(...readKey(text.slice(at, end), at, inner.keys, open));
      at = end;
      continue;
    }
    step(text[at], inner, open);
    at++;
  }
  return found;
}

function step(character: string | undefined, inner: Open | undefined, open: Open[]): void {
  if (character === "{") open.push({ keys: new Set(), token: "" });
  else if (character === "[") open.push({ keys: undefined, token: 0 });
  else if (character === "}" || character === "]") open.pop();
  else if (character === "," && typeof inner?.token === "number") inner.token++;
}

function readKey(
  quoted: string,
  offset: number,
  keys: Set<string>,
  open: readonly Open[],
): readonly DuplicateKey[] {
  const key = JSON.parse(quoted) as string;
  const inner = open.at(-1);
  if (inner !== undefined) inner.token = key;
  const isDuplicate = keys.has(key);
  keys.add(key);
  return isDuplicate ? [{ key, pointer: pointerOf(open.map(({ token }) => token)), offset }] : [];
}
