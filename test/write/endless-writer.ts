// Writes edition after edition into the folder that it is given, until it is killed.
import { writeOutput } from "../../generator/write/write.ts";
import { edition } from "./editions.ts";

const folder = { path: process.argv[2] ?? "", name: "out" };
process.stdout.write("begun");
for (let count = 0; ; count++) {
  writeOutput(folder, edition(count % 2 === 0 ? "b" : "c"), { incomplete: false });
}
