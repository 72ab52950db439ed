import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { callAs } from "../../generator/diff/sdk-names.ts";
import { compareWires } from "../../generator/diff/compare/compare-wires.ts";
import { diffSurfaces } from "../../generator/diff/surface/surface.ts";
import { decide } from "../../generator/diff/verdict.ts";
import { openWire } from "../../generator/diff/wire.ts";
import { Diagnostics } from "../../generator/diagnostics.ts";
import { projectRoot } from "../harness/folders.ts";
import { documentsOf, generateValue } from "../properties/document.ts";

/** How APIs evolve: an edit of the shop's document, and what it means by the judgement of people, not of the code. */
interface Edit {
  readonly from: string | RegExp;
  readonly to: string;
  /** Verdict on the wire and of the package. */
  readonly verdict: string;
  /** That of the edit taken back. */
  readonly back: string;
}

const order = '$ref: "#/components/schemas/Order"';

const edits: Readonly<Record<string, Edit>> = {
  "a property of a request became required": {
    from: "required: [item]",
    to: "required: [item, amount]",
    verdict: "major major",
    back: "minor minor",
  },
  "a property of a request has another type": {
    from: "amount: { type: integer }",
    to: "amount: { type: string }",
    verdict: "major major",
    back: "major major",
  },
  "an integer of a request may be any number": {
    from: "amount: { type: integer }",
    to: "amount: { type: number }",
    verdict: "minor minor",
    back: "major major",
  },
  "a request takes one value more": {
    from: "enum: [paper, box, none]",
    to: "enum: [paper, box, none, foil]",
    verdict: "minor minor",
    back: "major major",
  },
  "an answer has one value more": {
    from: "enum: [open, paid, sent]",
    to: "enum: [open, paid, sent, lost]",
    verdict: "minor minor",
    back: "minor minor",
  },
  "texts of a request may be longer": {
    from: "maxLength: 40",
    to: "maxLength: 80",
    verdict: "minor minor",
    back: "major major",
  },
  "numbers of an answer may be higher": {
    from: "maximum: 1000",
    to: "maximum: 2000",
    verdict: "minor minor",
    back: "minor minor",
  },
  "a request has to fit a pattern": {
    from: "item: { type: string,",
    to: "item: { type: string, pattern: '^[a-z]+$',",
    verdict: "major major",
    back: "minor minor",
  },
  "lists of a request need an element": {
    from: "tags: { type: array,",
    to: "tags: { type: array, minItems: 1,",
    verdict: "major major",
    back: "minor minor",
  },
  "lists of a request may not repeat": {
    from: "tags: { type: array,",
    to: "tags: { type: array, uniqueItems: true,",
    verdict: "major major",
    back: "minor minor",
  },
  "the default of a parameter is another": {
    from: "default: 20",
    to: "default: 50",
    verdict: "minor minor",
    back: "minor minor",
  },
  "the default of a property of an answer is another": {
    from: "coupon: { type: string }",
    to: "coupon: { type: string, default: none }",
    verdict: "none patch",
    back: "none patch",
  },
  "a success has another status": {
    from: '"201":',
    to: '"200":',
    verdict: "major major",
    back: "major major",
  },
  "an error is documented": {
    from: '"409": { description: A conflict. }',
    to: '"409": { description: A conflict. }\n        "422": { description: Wrong. }',
    verdict: "minor minor",
    back: "minor minor",
  },
  "an answer comes in one media type less": {
    from: "\n            text/csv: { schema: { type: string } }",
    to: "",
    verdict: "major major",
    // The function gives text now as well.
    back: "minor major",
  },
  "a request is taken in one media type less": {
    from: '\n          application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/NewOrder" } }',
    to: "",
    verdict: "major major",
    back: "minor minor",
  },
  "an answer has one header more": {
    from: "X-Cache: {",
    to: "X-Age: { schema: { type: integer } }\n            X-Cache: {",
    verdict: "minor minor",
    back: "minor minor",
  },
  "a header that was always there is gone": {
    from: "X-Total: { required: true, schema: { type: integer } }\n            ",
    to: "",
    verdict: "major major",
    back: "minor minor",
  },
  "a header has to be sent": {
    from: "name: X-Trace, in: header,",
    to: "name: X-Trace, in: header, required: true,",
    verdict: "major major",
    back: "minor minor",
  },
  "an optional parameter is new": {
    from: "- { name: tenant,",
    to: "- { name: region, in: query, schema: { type: string } }\n        - { name: tenant,",
    verdict: "minor minor",
    back: "major major",
  },
  "a required parameter is new, with a default": {
    from: "- { name: tenant,",
    to: "- { name: region, in: query, required: true, schema: { type: string, default: eu } }\n        - { name: tenant,",
    verdict: "major major",
    back: "major major",
  },
  "a parameter moved to a header": {
    from: "name: tenant, in: query",
    to: "name: tenant, in: header",
    verdict: "major patch",
    back: "major patch",
  },
  "a parameter of the query takes any text": {
    from: "schema: { type: integer, minimum: 1, maximum: 100, default: 20 }",
    to: "schema: { type: string }",
    verdict: "minor major",
    back: "major major",
  },
  "a parameter of the path has another name": {
    from: "orderId",
    to: "id",
    verdict: "none major",
    back: "none major",
  },
  "a scope more is needed": {
    from: "oauth: [orders]",
    to: "oauth: [orders, admin]",
    verdict: "major major",
    back: "minor minor",
  },
  "credentials are needed": {
    from: "security: []",
    to: "security: [{ oauth: [orders] }]",
    verdict: "major major",
    back: "minor minor",
  },
  "the server has another address": {
    from: "url: https://api.shop.example",
    to: "url: https://shop.example/api",
    verdict: "minor minor",
    back: "minor minor",
  },
  "an operation is deprecated, with a date": {
    from: "operationId: getOrder",
    to: "operationId: getOrder\n      deprecated: true\n      x-sunset: 2027-01-01",
    verdict: "none patch",
    back: "none patch",
  },
  "a request takes one variant more": {
    from: 'NewPayment:\n      oneOf:\n        - { $ref: "#/components/schemas/Card" }',
    to: 'NewPayment:\n      oneOf:\n        - { $ref: "#/components/schemas/Voucher" }\n        - { $ref: "#/components/schemas/Card" }',
    verdict: "minor minor",
    back: "major major",
  },
  "an answer has one variant more": {
    from: '    Payment:\n      oneOf:\n        - { $ref: "#/components/schemas/Card" }',
    to: '    Payment:\n      oneOf:\n        - { $ref: "#/components/schemas/Voucher" }\n        - { $ref: "#/components/schemas/Card" }',
    verdict: "minor minor",
    back: "minor minor",
  },
  "a variant is told by another value": {
    from: "mapping: { card:",
    to: "mapping: { credit:",
    verdict: "major major",
    back: "major major",
  },
  "a request no longer takes other members": {
    from: "additionalProperties: true",
    to: "additionalProperties: false",
    verdict: "major major",
    back: "minor minor",
  },
  "further members of an answer have another type": {
    from: "labels: { type: object, additionalProperties: { type: string } }",
    to: "labels: { type: object, additionalProperties: { type: integer } }",
    verdict: "major major",
    back: "major major",
  },
  "a property of an answer may be null": {
    from: "coupon: { type: string }",
    to: "coupon: { type: string, nullable: true }",
    verdict: "major major",
    back: "minor minor",
  },
  "a property of a request may be null": {
    from: "amount: { type: integer }",
    to: "amount: { type: integer, nullable: true }",
    verdict: "minor minor",
    back: "major major",
  },
  "a property can no longer be sent": {
    from: "color: { type: string }",
    to: "color: { type: string, readOnly: true }",
    verdict: "major major",
    back: "minor minor",
  },
  "a property can no longer be read": {
    from: "color: { type: string }",
    to: "color: { type: string, writeOnly: true }",
    verdict: "minor major",
    back: "minor minor",
  },
  "a date of an answer has a time now": {
    from: "format: date }",
    to: "format: date-time }",
    verdict: "major major",
    back: "major major",
  },
  "integers of an answer may be larger": {
    from: "format: int32",
    to: "format: int64",
    verdict: "minor minor",
    back: "minor minor",
  },
  "an operation has another id": {
    from: "operationId: getOrder",
    to: "operationId: fetchOrder",
    verdict: "none major",
    back: "none major",
  },
  "an operation has another tag": {
    from: "operationId: getOrder\n      tags: [Orders]",
    to: "operationId: getOrder\n      tags: [Sales]",
    verdict: "none patch",
    back: "none patch",
  },
  "an operation is gone": {
    from: "    patch:\n      operationId: updateOrder",
    to: "    x-patch:\n      operationId: updateOrder",
    verdict: "major major",
    back: "minor minor",
  },
  "a path moved, and its operation kept its id": {
    from: "/payments:",
    to: "/pay:",
    verdict: "major patch",
    back: "major patch",
  },
  "a webhook is gone": {
    from: /  order\.lost:\n(?: {4}.*\n)+/,
    to: "",
    verdict: "major major",
    back: "minor minor",
  },
  "a body has to be sent": {
    from: 'requestBody:\n        content: { application/json: { schema: { $ref: "#/components/schemas/Settings"',
    to: 'requestBody:\n        required: true\n        content: { application/json: { schema: { $ref: "#/components/schemas/Settings"',
    verdict: "major major",
    back: "minor minor",
  },
  "a property of an answer may be missing": {
    from: "required: [id, state, total]",
    to: "required: [id, state]",
    verdict: "major major",
    back: "minor minor",
  },
  "a property that could be missing is gone from an answer": {
    from: "\n        coupon: { type: string }",
    to: "",
    verdict: "minor major",
    back: "minor minor",
  },
  "a property that was always there is gone from an answer": {
    from: "required: [id, state, total]\n      properties:\n        id: { type: string }\n",
    to: "required: [state, total]\n      properties:\n",
    verdict: "major major",
    back: "minor minor",
  },
  "an answer is a list now": {
    from: `content:\n            application/json: { schema: { ${order} } }`,
    to: `content:\n            application/json: { schema: { type: array, items: { ${order} } } }`,
    verdict: "major major",
    back: "major major",
  },
  "a schema has another name": {
    from: "schemas/Settings",
    to: "schemas/Preferences",
    verdict: "none major",
    back: "none major",
  },
  "a description is another": {
    from: "description: A conflict.",
    to: "description: Somebody was faster.",
    verdict: "none patch",
    back: "none patch",
  },
  "the same in the words of OpenAPI 3.1": {
    from: "nullable: true }",
    to: "}",
    verdict: "none none",
    back: "none none",
  },
};

const base = readFileSync(join(projectRoot, "test/diff/shop.yaml"), "utf8");

describe.each(Object.entries(edits))("%s", (name, { from, to, verdict, back }) => {
  const [old, newer] = [base, edited(name, from, to)].map((text) => load(text));

  test(`is ${verdict}`, async () => {
    expect(base).toMatch(from);
    expect(await verdictOf(old, newer)).toBe(verdict);
  });

  test(`is ${back} when it is taken back`, async () => {
    expect(await verdictOf(newer, old)).toBe(back);
  });
});

function edited(name: string, from: string | RegExp, to: string): string {
  switch (name) {
    case "a schema has another name":
      return base.replaceAll("schemas/Settings", to).replace("    Settings:", "    Preferences:");
    case "the same in the words of OpenAPI 3.1":
      return base
        .replace("openapi: 3.0.3", "openapi: 3.1.0")
        .replace("x-webhooks:", "webhooks:")
        .replaceAll("{ type: string, nullable: true }", "{ type: [string, 'null'] }");
    default:
      return typeof from === "string" ? base.replaceAll(from, () => to) : base.replace(from, to);
  }
}

async function verdictOf(old: unknown, newer: unknown): Promise<string> {
  const sdks = [old, newer].map((value) => generateValue(value));
  const [was, is] = [old, newer].map((value, side) =>
    callAs(openWire(documentsOf(value), new Diagnostics()), sdks[side]?.names ?? new Map()),
  );
  const changes = was === undefined || is === undefined ? [] : compareWires(was, is);
  const surface = await diffSurfaces(sdks[0]?.files ?? [], sdks[1]?.files ?? []);
  const { wire, package: own } = decide(changes, surface);
  return `${wire} ${own}`;
}
