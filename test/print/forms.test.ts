/** What is printed on one line and what is laid out over several say the same. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { render } from "../../generator/emit/print/render.ts";
import { typeDoc } from "../../generator/emit/print/type-doc.ts";
import { typeText } from "../../generator/emit/print/type-text.ts";
import { valueDoc } from "../../generator/emit/print/value-doc.ts";
import { valueText } from "../../generator/emit/print/value-text.ts";
import { fits, pageWidth } from "../../generator/emit/print/width.ts";
import { typeNode, valueNode } from "./arbitraries.ts";

const options = { numRuns: Number(process.env["PRINT_RUNS"] ?? 500), seed: 1 };

test("a type says the same on one line and on several", () => {
  fc.assert(
    fc.property(typeNode(3), (type) => {
      const text = typeText(type);
      fc.pre(fits(text, pageWidth));
      expect(render(typeDoc(type), 0, 0)).toBe(text);
      expect(squeezed(render(typeDoc(type), 0, pageWidth))).toEqual(squeezed(text));
    }),
    options,
  );
});

test("a value says the same on one line and on several", () => {
  fc.assert(
    fc.property(valueNode(3), (value) => {
      const text = valueText(value);
      fc.pre(fits(text, pageWidth));
      expect(squeezed(render(valueDoc(value), 0, pageWidth))).toEqual(squeezed(text));
    }),
    options,
  );
});

/** Without what is there on several lines only, or on one: line ends, separators, parentheses around a union. */
function squeezed(text: string): string {
  return text.replace(/[\s,;|()]/g, "");
}
