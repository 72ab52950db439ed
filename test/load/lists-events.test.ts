import { expect, test } from "vitest";
import { listsEvents } from "../../generator/load/events/lists-events.ts";

test.each<[what: string, page: string, lists: boolean]>([
  [
    "types under a header about events",
    "| Event | When |\n| --- | --- |\n| `a.created` | A |\n",
    true,
  ],
  ["types in a later column", "| No | Event |\n|---|:-:|\n| 1 | a.created |\n", true],
  ["rows without outer pipes", "Event | When\r\n--- | ---\r\n`a.created` | A\r\n", true],
  ["a table in a quote", "> | Event | When |\n> | --- | --- |\n> | `a.created` | A |\n", true],
  ["no header about events", "| Setting | Default |\n| --- | --- |\n| `a.color` | red |\n", false],
  ["no types", "| Event | When |\n| --- | --- |\n| Creation | A |\n", false],
  ["types below the table", "| Event |\n| --- |\n\n| a.created |\n", false],
  [
    "types in another table",
    "| Event |\n| --- |\n| x |\n\n| Id |\n| --- |\n| a.created |\n",
    false,
  ],
  ["no delimiter", "| Event |\n| a.created |\n", false],
])("a page with %s", (_, page, lists) => {
  expect(listsEvents(page)).toBe(lists);
});
