import { fail } from "../../diagnostics.ts";
import { type Invocation, optionText } from "../command.ts";
import { isPackageName } from "../registry/package-name.ts";
import { type Hook, HOOKS } from "./project-files.ts";

/** What a new project is to be. */
export interface Answers {
  /** A path or a URL. */
  readonly document: string;
  readonly output: string;
  readonly package: string | undefined;
  readonly hook: Hook;
}

/**
 * Takes from the command line what is there and asks for the rest, where somebody can answer. Diagnostics:
 * `wrong-usage`, `wrong-option-value`.
 */
export async function collectAnswers(invocation: Invocation): Promise<Answers> {
  const { terminal, arguments: words } = invocation;
  const given = {
    document: words[0],
    output: optionText(invocation, "output"),
    package: optionText(invocation, "package"),
    hook: optionText(invocation, "hook"),
  };
  const ask = async (question: string, preset: string): Promise<string> =>
    (await terminal.ask?.(question))?.trim() || preset;
  const document = given.document ?? (await ask("OpenAPI document (path or URL): ", ""));
  if (document === "") return fail("wrong-usage", undefined, NO_DOCUMENT);
  const output = given.output ?? (await ask("Folder for the SDK (generated): ", "generated"));
  const hook = given.hook ?? (await ask(`Commit hook: ${HOOKS.join(", ")} (none): `, "none"));
  return { document, output, package: readPackage(given.package), hook: readHook(hook) };
}

const NO_DOCUMENT = {
  problem: "There is no document to set up a project around",
  help: "Run `deckhand init DOCUMENT` with the path or the address of an OpenAPI document.",
};

function readPackage(name: string | undefined): string | undefined {
  if (name === undefined || isPackageName(name)) return name;
  const expected = ["a name that npm takes, such as @deck/sdk"];
  return fail("wrong-option-value", undefined, { option: "--package", value: name, expected });
}

function readHook(value: string): Hook {
  const known = HOOKS.find((hook) => hook === value);
  if (known !== undefined) return known;
  return fail("wrong-option-value", undefined, { option: "--hook", value, expected: HOOKS });
}
