/** Identifiers made of whatever words a document uses. Purely a matter of text: collisions are settled in `layout/`. */

/** Words that no declaration may be called: keywords, strict mode's reserved words, names of built-in types. */
const RESERVED = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for function if " +
    "import in instanceof new null return super switch this throw true try typeof var void while with implements interface let " +
    "package private protected public static yield await async arguments eval undefined any unknown never string number boolean " +
    "symbol bigint object constructor type of as asserts infer is keyof readonly unique global declare module namespace require"
  ).split(" "),
);

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Nearly every name is ASCII, for which the simple expressions are several times faster than Unicode's. */
const ASCII = /^[\x20-\x7e]*$/;
const ASCII_IDENTIFIER = /^[A-Za-z$_][\w$]*$/;

/** True when a document's name can be declared as it is. */
export function isUsable(name: string): boolean {
  return isIdentifier(name) && !RESERVED.has(name);
}

/** True when there is something in a text to make a name of: not for `""` or `"/"`. */
export function hasWords(text: string): boolean {
  return /\p{ID_Continue}/u.test(text);
}

/** `simple-user` -> `SimpleUser`; a usable name stays as its author wrote it. */
export function typeNameOf(name: string): string {
  return isUsable(name) ? name : pascalCase(name);
}

/** `repos/get`, `repos_get` and `ReposGet` -> `reposGet`. */
export function functionNameOf(name: string): string {
  const text = memberNameOf(name);
  return RESERVED.has(text) ? `${text}Operation` : text;
}

/** The same for what stands behind a dot, where reserved words are names like any other: `files.delete()`. */
export function memberNameOf(name: string): string {
  const [first = "", ...others] = wordsOf(name);
  return identifier(lowerFirst(first) + others.map(upperFirst).join(""));
}

/** `task_run.completed` -> `TaskRunCompleted`. */
export function pascalCase(name: string): string {
  const text = identifier(wordsOf(name).map(upperFirst).join(""));
  return RESERVED.has(text) ? `${text}Model` : text;
}

/** `delete`: the method and the words of the path, `GET /users/{id}/posts` -> `getUsersByIdPosts`. */
export function operationNameOf(method: string, path: string): string {
  const words = path
    .split(/[?#]/, 1)
    .flatMap((part) => part.split("/"))
    .map((part) => part.replace(/\{([^{}]*)\}/g, " by $1 "));
  return functionNameOf(`${method.toLowerCase()} ${words.join(" ")}`);
}

/** The name with an ending, unless it has it: `PublishNewEvent`, not `PublishNewEventEvent`. */
export function withEnding(name: string, ending: string): string {
  return name.endsWith(ending) ? name : `${name}${ending}`;
}

/**
 * The same as `pascalCase`, with punctuation spelled out: for the names that differ from another one in nothing else.
 * `foo.bar` -> `FooDotBar`, `foo-bar` -> `FooDashBar`.
 */
export function spelledOut(name: string): string {
  const spelled = Array.from(name, (char) =>
    /[\p{ID_Continue}]/u.test(char) && char !== "_" ? char : ` ${spell(char)} `,
  );
  return pascalCase(spelled.join(""));
}

const SPELLED = new Map([
  ["-", "dash"],
  ["_", "underscore"],
  [".", "dot"],
  ["/", "slash"],
  [" ", ""],
  [":", "colon"],
  [",", "comma"],
  ["+", "plus"],
  ["*", "star"],
  ["#", "hash"],
  ["@", "at"],
  ["$", "dollar"],
  ["&", "and"],
  ["<", "less"],
  [">", "greater"],
  ["[", "open"],
  ["]", "close"],
  ["(", "open"],
  [")", "close"],
  ["{", "open"],
  ["}", "close"],
  ["=", "equal"],
  ["?", "question"],
]);

function spell(char: string): string {
  return SPELLED.get(char) ?? `u${(char.codePointAt(0) ?? 0).toString(16)}`;
}

/** Letters and digits between everything else; `$` and `_` separate like any punctuation. */
function wordsOf(name: string): readonly string[] {
  return name.match(ASCII.test(name) ? /[A-Za-z0-9]+/g : /(?:(?!_)\p{ID_Continue})+/gu) ?? [];
}

function upperFirst(word: string): string {
  const length = (word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  return word.slice(0, length).toUpperCase() + word.slice(length);
}

/** `ListTasks` -> `listTasks`, `HTTPGet` -> `httpGet`, `ID` -> `id`, `IDs` -> `ids`. */
function lowerFirst(word: string): string {
  const capitals = /^\p{Lu}+(?:(?<=\p{Lu}{2})s(?!\p{Ll}))?/u.exec(word)?.[0] ?? "";
  if (capitals.length === word.length) return word.toLowerCase();
  const head = capitals.length > 1 ? capitals.length - 1 : capitals.length;
  return word.slice(0, head).toLowerCase() + word.slice(head);
}

/** Makes sure that there is a first letter: `2fa` -> `_2fa`. */
function identifier(text: string): string {
  if (text === "") return "_";
  return isIdentifier(text) ? text : `_${text}`;
}

/** True for what can stand behind a dot, reserved words included. */
export function isIdentifier(text: string): boolean {
  return ASCII_IDENTIFIER.test(text) || IDENTIFIER.test(text);
}
