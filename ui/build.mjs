// Makes dist/: report.css and report.js, which the report carries inside itself, and site.css, site.js and map.js for the website.
// The rule: what is made asks for nothing from anywhere (no font, no image, no address), and the build stops where it would.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const largestCssBytes = 120_000;
const largestScriptBytes = 80_000;

function style(name) {
  const { css } = sass.compile(join(here, `sass/${name}.scss`), {
    style: "compressed",
    loadPaths: [join(here, "node_modules")],
    quietDeps: true,
  });
  for (const forbidden of ["url(", "@import", "@font-face", "GDS Transport"]) {
    if (css.includes(forbidden)) throw new Error(`${name}.css would hold ${forbidden}, so a page could ask for something outside itself`);
  }
  if (css.length > largestCssBytes) throw new Error(`${name}.css has ${css.length} bytes; at most ${largestCssBytes} keep pages small`);
  return css;
}

function checked(name, script) {
  for (const forbidden of ["</script", "fetch(", "XMLHttpRequest", "localStorage"]) {
    if (script.includes(forbidden)) throw new Error(`${name} holds ${forbidden}, which no page may do`);
  }
  if (script.length > largestScriptBytes) throw new Error(`${name} has ${script.length} bytes; at most ${largestScriptBytes} keep pages small`);
  return script;
}

const ours = (name) => readFileSync(join(here, `script/${name}.js`), "utf8");

// The design system's own script, as one file: its last statement, which would hand its parts to other files, is left out.
function designSystem() {
  const whole = readFileSync(join(here, "node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js"), "utf8");
  const end = whole.lastIndexOf("export{");
  if (end < 0) throw new Error("the script of govuk-frontend no longer ends with export{…}: look at how it is put together now");
  return whole.slice(0, end);
}

const files = {
  "report.css": style("report"),
  "report.js": checked("report.js", ours("report")),
  "site.css": style("site"),
  "site.js": checked("site.js", `${designSystem()}\n${ours("site")}`),
  "map.js": checked("map.js", existsSync(join(here, "script/map.js")) ? ours("map") : ""),
};

mkdirSync(join(here, "dist"), { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(here, "dist", name), text);
console.log(Object.entries(files).map(([name, text]) => `dist/${name} ${text.length} bytes`).join(", "));
