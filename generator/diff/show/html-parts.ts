/** The style of the page. Colours are given in pairs, for light and dark. */
export const style = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --soft: light-dark(#f6f8fa, #151b23);
  --red: light-dark(#b01020, #ff8a8a); --amber: light-dark(#8a5a00, #e8b84b); --green: light-dark(#116329, #6fd08c);
  --blue: light-dark(#0b57a4, #80b8ff); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif;
  background: light-dark(#fff, #0d1117); color: light-dark(#1f2328, #e6edf3); }
h1 { font-size: 1.3rem; overflow-wrap: anywhere; }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
dl { display: flex; gap: 2rem; } dd { margin: 0; font-size: 1.5rem; font-weight: 700; }
ul, ol { padding: 0; list-style: none; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center;
  padding: 0.75rem; background: var(--soft); border: 1px solid var(--line); border-radius: 0.5rem; }
fieldset { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; border: 0; }
legend { float: left; padding: 0 1rem 0 0; } select, input[type="search"] { font: inherit; max-width: 16rem; }
section { margin-top: 1.5rem; } h2 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
h2 code { font-weight: 700; }
small { font-weight: 400; font-size: 0.8rem; } h2 + ol { margin-top: 0.5rem; } a { color: var(--blue); }
/* What the address names must not hide behind the filter. */
#changes li { scroll-margin-top: 9rem; margin: 0.5rem 0; border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.5rem 0.75rem; }
summary { cursor: pointer; overflow-wrap: anywhere; }
.severity { font-weight: 600; } .breaking, .major { color: var(--red); }
.possibly-breaking, .minor { color: var(--amber); } .compatible, .none { color: var(--green); }
.documentation, .patch { color: var(--blue); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0.75rem; }
figure { margin: 0; min-width: 0; } figcaption { font-size: 0.875rem; overflow-wrap: anywhere; }
pre { margin: 0.25rem 0 0; padding: 0.5rem; overflow: auto; background: var(--soft); border-radius: 0.25rem; }
.old pre { border-left: 3px solid var(--red); } .new pre { border-left: 3px solid var(--green); }
[hidden] { display: none !important; }
`;

/** The filter, which the address keeps so that it can be shared. Without it the page shows everything. */
export const script = `
const form = document.getElementById("filter");
const groups = [...document.querySelectorAll("#changes > section")];
const items = groups.flatMap((group) =>
  [...group.querySelectorAll("li")].map((item) => ({
    item,
    severity: item.dataset.severity,
    operations: JSON.parse(item.dataset.operations),
    text: (group.querySelector("h2").textContent + " " + item.textContent).toLowerCase(),
  })),
);
const operations = document.getElementById("operation");
const search = document.getElementById("text");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const wanted = new URLSearchParams(location.hash.slice(1));
if (wanted.has("severity")) for (const box of boxes) box.checked = wanted.getAll("severity").includes(box.value);
if (wanted.has("operation")) operations.value = wanted.get("operation");
if (wanted.has("text")) search.value = wanted.get("text");
function remember() {
  const kept = new URLSearchParams();
  for (const box of boxes) if (box.checked) kept.append("severity", box.value);
  if (operations.value !== "") kept.set("operation", operations.value);
  if (search.value !== "") kept.set("text", search.value);
  history.replaceState(null, "", "#" + kept);
}
function filter() {
  const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const operation = operations.value;
  const text = search.value.trim().toLowerCase();
  let shown = 0;
  for (const one of items) {
    const fits = severities.has(one.severity) && (operation === "" || one.operations.includes(operation)) && one.text.includes(text);
    one.item.hidden = !fits;
    if (fits) shown++;
  }
  for (const group of groups) group.hidden = group.querySelector("li:not([hidden])") === null;
  document.getElementById("shown").textContent = shown + " of " + items.length + " changes";
  document.getElementById("none").hidden = shown > 0;
}
form.addEventListener("input", () => {
  remember();
  filter();
});
form.addEventListener("submit", (event) => event.preventDefault());
/* The address may name one change. */
function openNamed() {
  const named = document.getElementById(location.hash.slice(1));
  if (named?.matches("#changes li")) named.querySelector("details").open = true;
}
addEventListener("hashchange", openNamed);
filter();
openNamed();
`;
