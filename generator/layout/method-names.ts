import type { DeclarationId, Operation, Resource } from "../model.ts";
import { functionNameOf, memberNameOf } from "../names.ts";
import { nameWords, stem } from "./name-words.ts";
import { nameInCode } from "./operation-ids.ts";

/**
 * What operations are called where their resource is known, the best first: `eventsListEvents` in "Events" -> `list`,
 * `listEvents`. `""` for nothing left.
 */
export function methodNames(
  resource: Resource,
  functionOf: (id: DeclarationId) => string,
): ReadonlyMap<DeclarationId, readonly string[]> {
  const about = new Set(nameWords(resource.name).map(stem));
  const subject = nameWords(subjectOf(resource.name)).map(stem);
  return new Map(
    resource.operations.map((operation) => {
      const name = nameInClass(operation) ?? wholeName(operation, functionOf(operation.id));
      const own = ownWords(nameWords(name), subject, groupOf(operation, about));
      return [operation.id, [withoutMentions(own, about), own].map(nameOf)];
    }),
  );
}

function nameOf(words: readonly string[]): string {
  return words.length === 0 ? "" : memberNameOf(words.join(" "));
}

/** Spring calls the tag of a class `pet-controller`; its methods are those of `pet`. */
export function subjectOf(resource: string): string {
  return resource.replace(/(?<=[a-z\d])[\s_-]?controller$/i, "");
}

/**
 * The name of the method that answers, where a framework made it unique: Spring counts the methods of one name in all
 * classes, `findAll_1`, where one class is meant here.
 */
function nameInClass(operation: Operation): string | undefined {
  const name = nameInCode(operation)?.replace(/(?<=[a-z])_\d+$/i, "");
  return name === undefined || name === operation.operationId ? undefined : functionNameOf(name);
}

/** A function can not be called `delete`, and is `deleteOperation`; a method can. */
function wholeName(operation: Operation, functionName: string): string {
  const own = memberNameOf(nameInCode(operation) ?? operation.method);
  return functionName === `${own}Operation` ? own : functionName;
}

/** What frameworks add to the name of a group: `CatsService_findAll`. */
const GROUP_WORDS = new Set(["controller", "service", "resource", "handler", "api"]);

/** How many words of an operation's id only name its group: 1 of `repos/get`, 2 of `CatsService_findAll`. */
function groupOf(operation: Operation, about: ReadonlySet<string>): number {
  const [group = "", rest] = nameInCode(operation)?.split(/[/._:#]/) ?? [];
  if (group === "" || rest === undefined) return 0;
  const words = nameWords(group).map((word) => word.toLowerCase());
  return words.every((word) => about.has(stem(word)) || GROUP_WORDS.has(word)) ? words.length : 0;
}

/** Leaves out the name of the resource, as often as it stands in front, or the group if that is longer. */
function ownWords(
  words: readonly string[],
  subject: readonly string[],
  group: number,
): readonly string[] {
  const start = Math.max(group, startsWith(words, subject) ? subject.length : 0);
  return start === 0 ? words : ownWords(words.slice(start), subject, 0);
}

/** True for `auditLogsListActions` in "Audit Logs": its whole name, and words behind it that say more. */
function startsWith(words: readonly string[], subject: readonly string[]): boolean {
  const isPrefix = subject.every((word, index) => stem(words[index] ?? "") === word);
  const rest = words.slice(subject.length);
  return isPrefix && subject.length > 0 && !rest.every((word) => saysNothing(word, subject));
}

/** The resource again, or a number as in `pages2` and `pagesV1`. */
function saysNothing(word: string, subject: readonly string[]): boolean {
  return /^v?\d/i.test(word) || subject.includes(stem(word));
}

/** The words without those of the resource: `getTaskRun` in "Task Runs" -> `get`. */
function withoutMentions(words: readonly string[], about: ReadonlySet<string>): readonly string[] {
  const isMention = (word: string): boolean => about.has(stem(word));
  const start = Math.max(
    1,
    words.findIndex((word) => !isMention(word)),
  );
  return words.filter(
    (word, index) => index < start || !isMention(word) || isObject(words, index, isMention),
  );
}

const PREPOSITIONS = new Set(
  "and as at between by for from in into of on or per to under via with without".split(" "),
);

/** `reposListForOrg` says little as `listFor`: what a preposition stands before, and nothing behind, is meant. */
function isObject(
  words: readonly string[],
  index: number,
  isMention: (word: string) => boolean,
): boolean {
  const end = words.findIndex((word, place) => place > index && !isMention(word));
  const before = words.findLast((word, place) => place < index && !isMention(word));
  return isPreposition(before) && (end === -1 || isPreposition(words[end]));
}

function isPreposition(word = ""): boolean {
  return PREPOSITIONS.has(word.toLowerCase());
}
