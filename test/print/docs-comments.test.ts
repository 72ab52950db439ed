import { expect, test } from "vitest";
import { commentOf, operationComment } from "../../generator/emit/comments.ts";
import type { Docs, Operation } from "../../generator/model.ts";

function operation(docs: Docs): Operation {
  return { method: "GET", path: "/users", docs } as Operation;
}

test.each<readonly [name: string, docs: Docs, text: string | undefined]>([
  ["user_id", { description: "User ID." }, undefined],
  ["userId", { summary: "User Id", description: "user id" }, undefined],
  ["userId", { summary: "Who it is", description: "User ID" }, "Who it is"],
  ["userId", { description: "The user's ID" }, "The user's ID"],
  ["userId", { description: "User ID", deprecated: true }, ""],
])("%s with %j", (name, docs, text) => {
  expect(commentOf(docs, name)?.text).toBe(text);
});

test("an operation has no description that only repeats its name", () => {
  const docs = { summary: "Everybody", description: "List users." };
  expect(operationComment(operation(docs), "listUsers").text).toBe("`GET /users`\n\nEverybody");
});
