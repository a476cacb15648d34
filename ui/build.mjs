// Makes dist/report.css and dist/report.js, which the report carries inside itself.
// The rule: what is made asks for nothing from anywhere (no font, no image, no address), and the build stops where it would.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const largestCssBytes = 120_000;

const { css } = sass.compile(join(here, "sass/report.scss"), {
  style: "compressed",
  loadPaths: [join(here, "node_modules")],
  quietDeps: true,
});
const script = readFileSync(join(here, "script/report.js"), "utf8");

for (const forbidden of ["url(", "@import", "@font-face", "GDS Transport"]) {
  if (css.includes(forbidden)) throw new Error(`report.css would hold ${forbidden}, so the report could ask for something outside itself`);
}
for (const forbidden of ["</script", "fetch(", "XMLHttpRequest", "localStorage"]) {
  if (script.includes(forbidden)) throw new Error(`report.js holds ${forbidden}, which the report may not do`);
}
if (css.length > largestCssBytes) throw new Error(`report.css has ${css.length} bytes; at most ${largestCssBytes} keep the report small`);

mkdirSync(join(here, "dist"), { recursive: true });
writeFileSync(join(here, "dist/report.css"), css);
writeFileSync(join(here, "dist/report.js"), script);
console.log(`dist/report.css ${css.length} bytes, dist/report.js ${script.length} bytes`);
