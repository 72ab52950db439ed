import type { DeclarationId, Operation, Resource } from "../model.ts";
import { functionNameOf, memberNameOf } from "../names.ts";
import { fileName } from "./file-name.ts";
import { nameInCode } from "./operation-ids.ts";

/** What operations are called where their resource is known: `listEvents` in "Events" -> `list`; `""` for nothing left. */
export function methodNames(
  resource: Resource,
  functionOf: (id: DeclarationId) => string,
): ReadonlyMap<DeclarationId, string> {
  const about = wordsAbout(resource);
  return new Map(
    resource.operations.map((operation) => {
      const name = nameInClass(operation) ?? functionOf(operation.id);
      return [operation.id, shortName(name, about, groupOf(operation, about))];
    }),
  );
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

/** The words of a resource, singular and plural. */
function wordsAbout({ name }: Resource): ReadonlySet<string> {
  const words = fileName(name).split("-");
  return new Set(words.flatMap((word) => [word, singular(word)]));
}

/** What frameworks add to the name of a group: `CatsService_findAll`. */
const GROUP_WORDS = new Set(["controller", "service", "resource", "handler", "api"]);

/** How many words of an operation's id only name its group: 1 of `repos/get`, 2 of `CatsService_findAll`. */
function groupOf(operation: Operation, about: ReadonlySet<string>): number {
  const [group = "", rest] = nameInCode(operation)?.split(/[/._:#]/) ?? [];
  if (group === "" || rest === undefined) return 0;
  const words = fileName(group).split("-");
  return words.every((word) => isAbout(word, about) || GROUP_WORDS.has(word)) ? words.length : 0;
}

/** The function's words without those of the resource: `getTaskRun` in "Task Runs" -> `get`. */
function shortName(name: string, about: ReadonlySet<string>, group: number): string {
  const words = fileName(name).split("-").slice(group);
  const own = words.filter((word, index) => index === 0 || !isAbout(word, about));
  return own.length === 0 ? "" : memberNameOf(own.join(" "));
}

function isAbout(word: string, about: ReadonlySet<string>): boolean {
  return about.has(word) || about.has(singular(word));
}

function singular(word: string): string {
  return word.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
}
