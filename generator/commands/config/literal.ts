import { escapeToken } from "../../json-pointer.ts";
/**
 * Reads a configuration module that is plain data without running it:
 *
 *     import type { Config } from "deckhand";
 *     export default { input: "spec/v2.json", output: "generated" } satisfies Config;
 *
 * Faster than any way to run TypeScript, the same on every version of Node, and each value keeps its place in the text.
 * Understood are object and array literals of strings, numbers, booleans and null, with comments, around them
 * `defineConfig(...)`, `satisfies`, `as const`, or a constant that is exported. Anything else is a program.
 */
export function readLiteralModule(text: string): LiteralModule | ProgramModule {
  const start = findLiteral(text);
  if (start === undefined) return programFrom(text, 0);
  const offsets = new Map<string, number>();
  try {
    const { value, end } = new LiteralReader(text, offsets).readDocument(start);
    return trailer.test(text.slice(end))
      ? { kind: "data", value, offsets }
      : programFrom(text, end);
  } catch (error) {
    if (error instanceof NotPlain) return programFrom(text, error.offset);
    throw error;
  }
}

function programFrom(text: string, end: number): ProgramModule {
  gap.lastIndex = end;
  gap.test(text);
  return { kind: "program", offset: gap.lastIndex };
}

/** A module that has to be run, or that has a syntax error. */
export interface ProgramModule {
  readonly kind: "program";
  /** Where what is not plain data begins. */
  readonly offset: number;
}

export interface LiteralModule {
  readonly kind: "data";
  readonly value: unknown;
  /** Where each value stands, by JSON pointer: the key of a member, the item of an array. */
  readonly offsets: ReadonlyMap<string, number>;
}

const space = String.raw`(?:\s|//[^\n]*|/\*[\s\S]*?\*/)*`;
const importLine = String.raw`import\s(?:[^;"']*\sfrom\s*)?["'][^"'\n]*["'];?`;
const name = String.raw`[A-Za-z_$][\w$]*`;
const annotation = String.raw`(?::\s*[\w$.<>]+\s*)?`;
const call = String.raw`(?:defineConfig\s*\()?`;

const header = new RegExp(
  `^${space}(?:${importLine}${space})*(?:export\\s+default\\s+${call}|(?:export\\s+)?const\\s+${name}\\s*${annotation}=\\s*${call})${space}(?=\\{)`,
);

const assertion = String.raw`(?:(?:satisfies|as)\s+[\w$.<>]+${space})?`;
const trailer = new RegExp(
  `^${space}${assertion}\\)?${space}${assertion};?${space}(?:export\\s+default\\s+${name}${space}${assertion};?${space})?$`,
);

/** The offset of the opening brace. */
function findLiteral(text: string): number | undefined {
  return header.exec(text)?.[0].length;
}

class NotPlain extends Error {
  override readonly name = "NotPlain";
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

const gap = new RegExp(space, "y");
const scalar =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`|-?(?:\d(?:_?\d)*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|true|false|null/y;
const key = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_$][\w$]*/y;

interface Read<T> {
  readonly value: T;
  readonly end: number;
}

class LiteralReader {
  private readonly text: string;
  private readonly offsets: Map<string, number>;

  constructor(text: string, offsets: Map<string, number>) {
    this.text = text;
    this.offsets = offsets;
  }

  readDocument(start: number): Read<unknown> {
    this.offsets.set("", start);
    return this.readValue(start, "");
  }

  private readValue(at: number, pointer: string): Read<unknown> {
    if (this.text[at] === "{") return this.readObject(at, pointer);
    if (this.text[at] === "[") return this.readArray(at, pointer);
    const token = this.match(scalar, at);
    return { value: decode(token, at), end: at + token.length };
  }

  private readObject(start: number, pointer: string): Read<Record<string, unknown>> {
    const members: [string, unknown][] = [];
    let at = this.skip(start + 1);
    while (this.text[at] !== "}") {
      const token = this.match(key, at);
      const name = /^["']/.test(token) ? String(decode(token, at)) : token;
      const place = `${pointer}/${escapeToken(name)}`;
      this.offsets.set(place, at);
      const member = this.readValue(
        this.skip(this.expect(":", this.skip(at + token.length))),
        place,
      );
      members.push([name, member.value]);
      at = this.nextItem(member.end, "}");
    }
    return { value: Object.fromEntries(members), end: at + 1 };
  }

  private readArray(start: number, pointer: string): Read<unknown[]> {
    const items: unknown[] = [];
    let at = this.skip(start + 1);
    while (this.text[at] !== "]") {
      const place = `${pointer}/${items.length}`;
      this.offsets.set(place, at);
      const item = this.readValue(at, place);
      items.push(item.value);
      at = this.nextItem(item.end, "]");
    }
    return { value: items, end: at + 1 };
  }

  private nextItem(end: number, closer: string): number {
    const at = this.skip(end);
    return this.text[at] === closer ? at : this.skip(this.expect(",", at));
  }

  private expect(character: string, at: number): number {
    if (this.text[at] !== character) throw new NotPlain(at);
    return at + 1;
  }

  private skip(at: number): number {
    gap.lastIndex = at;
    gap.test(this.text);
    return gap.lastIndex;
  }

  private match(pattern: RegExp, at: number): string {
    pattern.lastIndex = at;
    const found = pattern.exec(this.text);
    if (found === null) throw new NotPlain(at);
    return found[0];
  }
}

/** A scalar's value. Strings with escapes that JSON does not have are left to the JavaScript engine. */
function decode(token: string, at: number): unknown {
  if (!/^["'`]/.test(token))
    return JSON.parse(
      token
        .replaceAll(/(?<=\d)_/g, "")
        .replace(/^(-?)\./, "$10.")
        .replace(/\.(?!\d)/, ""),
    ) as unknown;
  const inner = token.slice(1, -1);
  if (!inner.includes("\\")) return inner;
  try {
    return JSON.parse(`"${inner.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"')}"`) as unknown;
  } catch {
    throw new NotPlain(at);
  }
}
