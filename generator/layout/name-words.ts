/**
 * The words of a name, in the letters that it has them in: `listAPIsForOrg` is `list`, `APIs`, `For`, `Org`. Unlike a
 * file name it may be of any length and in any script.
 */
export function nameWords(name: string): readonly string[] {
  return name.split(BETWEEN).filter((word) => word !== "");
}

const BETWEEN =
  /[^\p{L}\p{M}\p{N}]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?!\p{Lu}s(?!\p{Ll}))(?=\p{Lu}\p{Ll})/u;

/** What two words share that differ in case or number: `events` and `Event`. */
export function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?<=[^s])s$/, "");
}
