import { describe, expect, test } from "vitest";
import { pullRequestText } from "../../generator/commands/pull/pull-request-text.ts";

describe("the text of a pull request", () => {
  test("is empty where nothing has changed", () => {
    expect(pullRequestText({ write: [], remove: [] }, [])).toBe("");
  });

  test("names what is gone, and what can not be told", () => {
    const changes = [{ path: "spec/a.json", problem: "it is `broken`" }];
    expect(pullRequestText({ write: [], remove: ["spec/docs/a.md"] }, changes)).toBe(
      "`` What changed in spec/a.json can not be told: it is `broken` ``\n\n<details><summary>Files (1)</summary>\n\n- removed: `spec/docs/a.md`\n\n</details>\n",
    );
  });

  test("is cut at the end of a line where a host would refuse it, with its lists closed", () => {
    const remove = Array.from({ length: 5000 }, (_, index) => `spec/docs/page-${index}.md`);
    const text = pullRequestText({ write: [], remove }, []);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(
      /- removed: `spec\/docs\/page-\d+\.md`\n\n<\/details>\n\nThere is more: .*\n$/,
    );
  });
});
